"""Helpers' pages: the digests of their keys, and whose they are."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from shared.storage.duty_tables import HelperKeyRow

_K = HelperKeyRow
_SELECT = select(_K.digest, _K.name, _K.made_at).where(_K.ended_at.is_(None))


@dataclass(frozen=True)
class HelperKey:
    """A page that is open: the digest of its key, and whose it is."""

    digest: str
    name: str
    made_at: datetime


def find(tx: Connection, digest: str) -> HelperKey | None:
    """Return the open page with this digest."""
    row = tx.execute(_SELECT.where(_K.digest == digest)).one_or_none()
    return HelperKey(*row) if row else None


def open_ones(tx: Connection, name: str | None = None) -> list[HelperKey]:
    """Return the open pages, of one helper if named, by name."""
    wanted = _SELECT if name is None else _SELECT.where(_K.name == name)
    return [HelperKey(*row) for row in tx.execute(wanted.order_by(_K.name, _K.made_at))]


def add(tx: Connection, digest: str, name: str, at: datetime) -> None:
    """Open a page."""
    values = {"digest": digest, "name": name, "made_at": at, "ended_at": None}
    tx.execute(insert(HelperKeyRow), values)


def end(tx: Connection, digest: str, at: datetime) -> None:
    """Close a page for good."""
    tx.execute(update(HelperKeyRow).where(_K.digest == digest), {"ended_at": at})
