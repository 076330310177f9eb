"""Live service times per item and window."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from shared.domain.estimate import Pace
from shared.storage.orm import PaceRow
from shared.storage.prepared import Prepared

_P = PaceRow
_KEY = (
    _P.queue == bindparam("b_queue"),
    _P.window_number == bindparam("b_window"),
    _P.item == bindparam("b_item"),
)
_OF_QUEUE = Prepared(
    select(_P.window_number, _P.weight, _P.total_min, _P.changed_at).where(
        _P.queue == bindparam("b_queue")
    )
)
_ONE = Prepared(select(_P.weight, _P.total_min).where(*_KEY))
_CHANGE = Prepared(update(PaceRow).where(*_KEY))
_ADD = Prepared(insert(PaceRow))
NO_ITEM = ""


@dataclass(frozen=True)
class WindowPace:
    """How fast one window serves one queue, over all its items; when it last finished one."""

    pace: Pace
    changed_at: datetime


def of_queue(tx: Connection, queue: str, prior_min: float) -> dict[int, WindowPace]:
    """Return the pace of every window that has served this queue."""
    found: dict[int, WindowPace] = {}
    for row in _OF_QUEUE.all(tx, b_queue=queue):
        known = found.get(row.window_number)
        weight, total, at = row.weight, row.total_min, row.changed_at
        if known is not None:
            weight += known.pace.weight
            total += known.pace.total_min
            at = max(at, known.changed_at)
        found[row.window_number] = WindowPace(Pace(prior_min, weight, total), at)
    return found


def learn(
    tx: Connection, queue: str, window: int, item: str | None, minutes: float, at: datetime
) -> None:
    """Learn from one service that lasted `minutes`."""
    key: dict[str, Any] = {"b_queue": queue, "b_window": window, "b_item": item or NO_ITEM}
    row = _ONE.one(tx, **key)
    pace = (Pace(minutes, row.weight, row.total_min) if row else Pace(minutes)).after(minutes)
    values = {"weight": pace.weight, "total_min": pace.total_min, "changed_at": at}
    if row:
        _CHANGE.run(tx, **key, **values)
    else:
        _ADD.run(tx, queue=queue, window_number=window, item=item or NO_ITEM, **values)


def recent(paces: dict[int, WindowPace], since: datetime) -> set[int]:
    """Return the windows that have finished somebody since then."""
    return {window for window, pace in paces.items() if pace.changed_at >= since}
