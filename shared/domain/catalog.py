"""Service items: what the hall does, and where each item's name stands in print."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class ItemType(StrEnum):
    """The kinds of service item, by the names the official catalogues print."""

    PUBLIC_SERVICE = "公共服务"
    LICENCE = "行政许可"
    OTHER_POWER = "其他行政权力"
    PARTY_SERVICE = "党建服务"
    CONFIRMATION = "行政确认"
    POSTAL_SERVICE = "邮政服务"
    BUSINESS_SERVICE = "企业服务"


@dataclass(frozen=True, slots=True)
class Source:
    """One place where an item is printed: a document's table and the row in it."""

    document: str
    table: str
    number: int
    """As printed; a flawed table may repeat or leave out numbers."""
    ordinal: int
    """Position in the table, from 1."""
    type: ItemType

    @property
    def code(self) -> str:
        """The code an item takes from this place, such as `2-1-041`."""
        return f"{self.table}-{self.ordinal:03d}"


@dataclass(frozen=True, slots=True)
class Department:
    """Who handles an item, and how we know (`inferred`, or whatever the hall states)."""

    name: str
    basis: str


@dataclass(frozen=True, slots=True)
class CatalogRow:
    """One row of a catalogue as read; what the row does not say is empty or None."""

    name: str
    source: Source
    code: str = ""
    department: Department | None = None
    queue: str = ""
    line: int = 0
    """Where the row begins in its file, from 1."""


@dataclass(frozen=True, slots=True)
class Item:
    """A service item: one name, printed in one place or several (first place first)."""

    code: str
    name: str
    type: ItemType
    sources: tuple[Source, ...]


def clean_name(text: str) -> str:
    """Return the name for showing: no line breaks, no spaces beside Chinese characters."""
    joined = " ".join(text.split())
    return re.sub(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])", "", joined)


def name_key(text: str) -> str:
    """Return what makes two names the same: spaces, letter case and width do not count."""
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


def merge_sources(rows: Iterable[CatalogRow]) -> tuple[Item, ...]:
    """Return one item per name, in order of first appearance.

    The first row of a name gives the item's spelling and type; its code is the first code any of
    its rows states, otherwise that of its first source. Each source keeps its own type.
    """
    groups: dict[str, list[CatalogRow]] = {}
    for row in rows:
        groups.setdefault(name_key(row.name), []).append(row)
    return tuple(_item(group) for group in groups.values())


def _item(rows: list[CatalogRow]) -> Item:
    first = rows[0]
    stated = next((row.code for row in rows if row.code), "")
    return Item(
        code=stated or first.source.code,
        name=clean_name(first.name),
        type=first.source.type,
        sources=tuple(row.source for row in rows),
    )
