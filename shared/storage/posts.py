"""Who was at which window when; the newest span of a window is how it is now."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, func, insert, or_, select, update

from shared.domain.post import (
    Absent,
    Act,
    Covered,
    Leave,
    Post,
    Responsible,
    Vacant,
    responsible,
    seated,
)
from shared.domain.post_words import made_post, told_post
from shared.storage.declared import UtcDateTime
from shared.storage.staff_tables import PostSpanRow

_P = PostSpanRow
_SELECT = select(_P.__table__)


@dataclass(frozen=True)
class Span:
    """A window from `began` to `ended` (None: still) in one state, and who answered for it."""

    window: int
    post: Post
    act: str
    main: Responsible
    began: datetime
    ended: datetime | None


def now(tx: Connection) -> dict[int, Span]:
    """Return what every window is now; windows where nobody signed in are left out."""
    return {span.window: span for span in _spans(tx, _SELECT.where(_P.ended_at.is_(None)))}


def post_at(tx: Connection, window: int) -> Post:
    """Return what a window is now."""
    statement = _SELECT.where(_P.window_number == window, _P.ended_at.is_(None))
    found = _spans(tx, statement)
    return found[0].post if found else Vacant()


def place_of(tx: Connection, number: str) -> Span | None:
    """Return where somebody sits, or from where they are away; None when nowhere."""
    bound = or_(_P.person == number, _P.seated == number)
    found = _spans(tx, _SELECT.where(bound, _P.ended_at.is_(None)).order_by(_P.began_at.desc()))
    seats = [span for span in found if seated(span.post) == number]
    return next(iter(seats or found), None)


def at(tx: Connection, window: int, moment: datetime) -> Span | None:
    """Return what a window was at a moment; None when nobody had signed in."""
    statement = (
        _SELECT.where(
            _P.window_number == window,
            _P.began_at <= moment,
            or_(_P.ended_at.is_(None), _P.ended_at > moment),
        )
        .order_by(_P.id.desc())
        .limit(1)
    )
    found = _spans(tx, statement)
    return found[0] if found else None


def between(tx: Connection, window: int, first: datetime, last: datetime) -> list[Span]:
    """Return the spans of a window that touch a stretch of time, in order."""
    return _spans(
        tx,
        _SELECT.where(
            _P.window_number == window,
            _P.began_at < last,
            or_(_P.ended_at.is_(None), _P.ended_at > first),
        ).order_by(_P.id),
    )


def last_leave(tx: Connection, number: str) -> Span | None:
    """Return the newest span in which somebody was away from a window."""
    statement = _SELECT.where(_P.person == number, _P.whereabouts != "")
    found = _spans(tx, statement.order_by(_P.id.desc()).limit(1))
    return found[0] if found else None


def left_since(tx: Connection, since: datetime) -> dict[int, datetime]:
    """Return the windows where nobody is signed in now though somebody was after `since`, with
    when the last one went.
    """
    manned = select(_P.window_number).where(_P.ended_at.is_(None))
    left = func.max(_P.ended_at, type_=UtcDateTime())
    statement = (
        select(_P.window_number, left.label("left"))
        .where(_P.ended_at > since, _P.window_number.not_in(manned))
        .group_by(_P.window_number)
    )
    return {row.window_number: row.left for row in tx.execute(statement)}


def change(tx: Connection, window: int, post: Post, act: Act, moment: datetime) -> None:
    """End what a window was and begin what it is from now on."""
    tx.execute(
        update(_P).where(_P.window_number == window, _P.ended_at.is_(None)).values(ended_at=moment)
    )
    told, main = told_post(window, post, act, ""), responsible(post)
    if main is None:
        return
    leave = post.leave if isinstance(post, Absent | Covered) else None
    values = {
        "window_number": window,
        "state": told.state,
        "act": act,
        "person": told.post_a,
        "partner": told.post_b,
        "seated": seated(post) or None,
        "main": main.main,
        "second": main.second,
        "reason": leave.reason if leave else "",
        "place": leave.place if leave else "",
        "contact": leave.contact if leave else "",
        "until": leave.until if leave else None,
        "whereabouts": told.whereabouts,
        "handover": told.handover,
        "began_at": moment,
    }
    tx.execute(insert(_P).values(values))


def _spans(tx: Connection, statement: Select[*tuple[Any, ...]]) -> list[Span]:
    return [_span(row) for row in tx.execute(statement)]


def _span(row: Row[*tuple[Any, ...]]) -> Span:
    leave = Leave(row.reason, row.place, row.contact, row.until) if row.until else None
    names = row.person, row.partner, row.main
    post = made_post(row.state, *names, leave, row.whereabouts, row.handover)
    main = Responsible(row.main, row.second)
    return Span(row.window_number, post, row.act, main, row.began_at, row.ended_at)
