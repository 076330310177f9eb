"""Services: one ticket at one window, from the call to its end, and its rating."""

from dataclasses import dataclass
from datetime import date, datetime
from itertools import takewhile
from typing import Any

from sqlalchemy import Connection, Row, bindparam, exists, func, insert, select, update

from shared.domain.ticket import AWAY, TicketClass, TicketNumber, TicketState
from shared.storage.orm import RatingRow, ServiceRow, TicketRow
from shared.storage.prepared import Prepared
from shared.storage.tickets import Standing

_S = ServiceRow
_T = TicketRow


@dataclass(frozen=True)
class Service:
    """A service with its ticket; `outcome` is None while the ticket is at the window."""

    id: int
    window: int
    ticket: int
    number: TicketNumber
    ticket_class: TicketClass
    queue: str
    state: TicketState
    line_day: date
    for_window: int | None
    item: str | None
    item_name: str | None
    called_at: datetime
    recalled_at: datetime | None
    calls: int
    started_at: datetime | None
    outcome: TicketState | None
    ended_at: datetime | None
    rating_asked_at: datetime | None
    score: int | None

    @property
    def standing(self) -> Standing:
        """Where its ticket stands."""
        return Standing(
            self.ticket,
            self.number,
            self.state,
            self.line_day,
            self.queue,
            self.for_window,
            self.ticket_class,
        )


_SELECT = (
    select(
        _S.id,
        _S.window_number,
        _S.ticket,
        _T.prefix,
        _T.number,
        _T.ticket_class,
        _T.queue,
        _T.state,
        _T.line_day,
        _T.for_window,
        _T.item,
        _T.item_name,
        _S.called_at,
        _S.recalled_at,
        _S.calls,
        _S.started_at,
        _S.ended_at,
        _S.outcome,
        _S.rating_asked_at,
        RatingRow.score,
    )
    .join(TicketRow, _T.id == _S.ticket)
    .outerjoin(RatingRow, RatingRow.service == _S.id)
)
_AT_WINDOW = _SELECT.where(_S.window_number == bindparam("b_window"))
_OPEN_AT = Prepared(_AT_WINDOW.where(_S.ended_at.is_(None)))
_LATEST_AT = Prepared(_AT_WINDOW.order_by(_S.id.desc()).limit(1))
_BUSY = Prepared(select(_S.window_number).where(_S.ended_at.is_(None)))
_BEGIN = Prepared(insert(ServiceRow).returning(_S.id))
_CHANGE = Prepared(update(ServiceRow).where(_S.id == bindparam("b_id")))


def open_at(tx: Connection, window: int) -> Service | None:
    """Return the service going on at a window, if any, since whatever day."""
    row = _OPEN_AT.one(tx, b_window=window)
    return _service(row) if row else None


def get(tx: Connection, service_id: int) -> Service:
    """Return the service with this id."""
    return _service(tx.execute(_SELECT.where(_S.id == service_id)).one())


def open_in_hall(tx: Connection) -> list[Service]:
    """Return every service going on."""
    rows = tx.execute(_SELECT.where(_S.ended_at.is_(None)))
    return [_service(row) for row in rows]


def latest_at(tx: Connection, window: int) -> Service | None:
    """Return the newest service of a window, ended or not."""
    row = _LATEST_AT.one(tx, b_window=window)
    return _service(row) if row else None


def latest_with_outcome(
    tx: Connection, day: date, window: int, outcome: TicketState
) -> Service | None:
    """Return the newest service of a window whose ticket still is in state `outcome` from it."""
    later = _S.__table__.alias().c
    row = tx.execute(
        _SELECT.where(
            _S.business_day == day,
            _S.window_number == window,
            _S.outcome == outcome,
            _T.state == outcome,
            ~exists().where(later.ticket == _S.ticket, later.id > _S.id),
        )
        .order_by(_S.id.desc())
        .limit(1)
    ).one_or_none()
    return _service(row) if row else None


def away(tx: Connection, day: date) -> list[Service]:
    """Return the last service of every ticket of a day's lines that is parked or missed, newest
    first.
    """
    later = _S.__table__.alias().c
    rows = tx.execute(
        _SELECT.where(
            _T.line_day == day,
            _T.state.in_(AWAY),
            _S.ended_at.is_not(None),
            ~exists().where(later.ticket == _S.ticket, later.id > _S.id),
        ).order_by(_S.ended_at.desc(), _S.id.desc())
    )
    return [_service(row) for row in rows]


def streak(tx: Connection, day: date, window: int, ticket_class: str, most: int) -> int:
    """Return how many of a window's latest calls were of this class in a row, `most` at most."""
    classes = tx.scalars(
        select(_T.ticket_class)
        .join(ServiceRow, _S.ticket == _T.id)
        .where(_S.window_number == window, _S.business_day == day)
        .order_by(_S.id.desc())
        .limit(most)
    )
    return sum(1 for _ in takewhile(lambda found: found == ticket_class, classes))


def busy_windows(tx: Connection) -> set[int]:
    """Return the windows where somebody is served or asked to."""
    return {row.window_number for row in _BUSY.all(tx)}


def missed_at(tx: Connection, ticket: int) -> datetime:
    """Return when a ticket that is missed was given up by the window that called it."""
    found = tx.execute(
        select(_S.ended_at)
        .where(_S.ticket == ticket, _S.ended_at.is_not(None))
        .order_by(_S.id.desc())
        .limit(1)
    ).scalar_one()
    assert found is not None
    return found


def of_ticket(tx: Connection, ticket: int) -> Service | None:
    """Return the service going on for a ticket, if any."""
    row = tx.execute(_SELECT.where(_S.ticket == ticket, _S.ended_at.is_(None))).one_or_none()
    return _service(row) if row else None


def latest_of_ticket(tx: Connection, ticket: int) -> Service | None:
    """Return the newest service of a ticket, ended or not."""
    row = tx.execute(_SELECT.where(_S.ticket == ticket).order_by(_S.id.desc()).limit(1)).first()
    return _service(row) if row else None


def newest(tx: Connection, day: date, limit: int) -> list[Service]:
    """Return the services of the hall called last today, a recall included, newest call first."""
    last_call = func.coalesce(_S.recalled_at, _S.called_at)
    of_day = _SELECT.where(_S.business_day == day)
    rows = tx.execute(of_day.order_by(last_call.desc(), _S.id.desc()).limit(limit))
    return [_service(row) for row in rows]


def begin(
    tx: Connection,
    *,
    ticket: int,
    window: int,
    day: date,
    called_at: datetime,
    started_at: datetime | None,
) -> int:
    """Open a service at a window; returns its id."""
    values: dict[str, Any] = {
        "ticket": ticket,
        "window_number": window,
        "business_day": day,
        "called_at": called_at,
        "calls": 1,
        "started_at": started_at,
    }
    return int(_BEGIN.scalar(tx, **values))


def change(tx: Connection, service_id: int, **columns: object) -> None:
    """Set columns of a service."""
    _CHANGE.run(tx, b_id=service_id, **columns)


def rate(tx: Connection, service_id: int, score: int, source: str, at: datetime) -> None:
    """Store the rating of a service; the primary key allows one only."""
    tx.execute(
        insert(RatingRow), {"service": service_id, "score": score, "source": source, "at": at}
    )


def _service(row: Row[*tuple[Any, ...]]) -> Service:
    return Service(
        id=row.id,
        window=row.window_number,
        ticket=row.ticket,
        number=TicketNumber(row.prefix, row.number),
        ticket_class=TicketClass(row.ticket_class),
        queue=row.queue,
        state=TicketState(row.state),
        line_day=row.line_day,
        for_window=row.for_window,
        item=row.item,
        item_name=row.item_name,
        called_at=row.called_at,
        recalled_at=row.recalled_at,
        calls=row.calls,
        started_at=row.started_at,
        outcome=TicketState(row.outcome) if row.outcome else None,
        ended_at=row.ended_at,
        rating_asked_at=row.rating_asked_at,
        score=row.score,
    )
