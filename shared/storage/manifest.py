"""The manifest of an archive: what it is, and what each of its files must hold."""

from datetime import datetime

import msgspec

FORMAT = 1
PRODUCT = "hallcall"


class TableEntry(msgspec.Struct, frozen=True):
    """What a table's file must hold; `last_id`: new ids go on after it."""

    rows: int
    sha256: str
    last_id: int | None


class Kind(msgspec.Struct, frozen=True):
    """The part every format has: whether the rest can be read."""

    product: str
    format: int


class Manifest(msgspec.Struct, frozen=True):
    """What an archive is, and what each of its files must hold."""

    product: str
    format: int
    version: str
    schema: str
    hall: str
    taken_at: datetime
    newest_fact: int
    config_sha256: str
    tables: dict[str, TableEntry]
