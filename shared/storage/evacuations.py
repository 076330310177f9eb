"""Evacuations: the one that goes on, begun and ended."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select, text, update

from shared.storage.duty_tables import GOING_ON_SQL, EvacuationRow
from shared.storage.prepared import Prepared

_E = EvacuationRow
_GOING_ON = Prepared(
    select(_E.id, _E.began_at, _E.text, _E.text_en)
    .where(text(GOING_ON_SQL))
    .order_by(_E.id.desc())
    .limit(1)
)


@dataclass(frozen=True)
class Evacuation:
    """Everybody is to leave, since `began_at`: the words, in Chinese and in English."""

    id: int
    began_at: datetime
    text: str
    text_en: str


def going_on(tx: Connection) -> Evacuation | None:
    """Return the evacuation that goes on, None when the hall is in use."""
    row = _GOING_ON.one(tx)
    return None if row is None else Evacuation(row.id, row.began_at, row.text, row.text_en)


def begin(tx: Connection, at: datetime, words: str, words_en: str) -> None:
    """Begin one."""
    values = {"began_at": at, "text": words, "text_en": words_en, "ended_at": None}
    tx.execute(insert(EvacuationRow), values)


def end(tx: Connection, evacuation: int, at: datetime) -> None:
    """End one."""
    tx.execute(update(EvacuationRow).where(_E.id == evacuation), {"ended_at": at})
