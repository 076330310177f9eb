"""What the holder of a ticket sees on a phone or at a kiosk, and may do: leave the line, rate."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from shared.domain.errors import BadInput, Refused
from shared.domain.estimate import Wait, predict
from shared.domain.hall import window_place
from shared.domain.rating import RatingSource, Score
from shared.domain.said import said
from shared.domain.standing import standings
from shared.domain.ticket import AT_WINDOW, AWAY, IN_LINE, TicketClass, TicketState
from shared.storage import Transaction, facts, lines, phones, services, tickets
from shared.storage.lines import Lines
from shared.storage.phones import Held, Visit
from shared.usecases.context import Context
from shared.usecases.line_actions import abandon_ticket
from shared.usecases.outlook import speed
from shared.usecases.rate import Rated, store_rating
from shared.usecases.unit import Unit, hall_unit, unit


class Stage(StrEnum):
    """Where a visit stands, as its holder sees it."""

    WAITING = "waiting"
    BOOKED = "booked"  # the time of the appointment is not come
    CALLED = "called"  # asked to a window, or there
    PARKED = "parked"
    MISSED = "missed"
    DONE = "done"
    LEFT = "left"
    VOID = "void"
    PAST = "past"  # of a day that is over


_OVER = {
    TicketState.DONE: Stage.DONE,
    TicketState.ABANDONED: Stage.LEFT,
    TicketState.VOID: Stage.VOID,
}
_SERVED = (TicketState.DONE, TicketState.TRANSFERRED)


@dataclass(frozen=True, slots=True)
class PhoneView:
    """A ticket as its phone shows it. `ahead` and `wait` only in line (None: not known), `window`
    and `calls` only while called. `to_rate` is the service that may be rated now and its window,
    `score` the rating of the newest service.
    """

    number: str
    green: bool
    item: str
    stage: Stage
    place: str = ""
    ahead: int | None = None
    wait: Wait | None = None
    window: int | None = None
    window_name: str = ""
    calls: int = 0
    booked_for: datetime | None = None
    may_leave: bool = False
    to_rate: tuple[int, int] | None = None
    score: Score | None = None


@dataclass(frozen=True)
class Watched:
    """What became of many tickets as of fact `fact_id`: key → what its phone shows."""

    fact_id: int
    views: dict[str, PhoneView]


def watch(ctx: Context, keys: Iterable[str]) -> Watched:
    """Return what the phones of these tickets show now, all in one snapshot; unknown keys are
    left out.
    """
    with ctx.database.read() as tx:
        look = _Look(ctx, tx)
        views = {one.key: look.view(one) for one in phones.held(tx, keys)}
        return Watched(facts.last_id(tx), views)


class _Look:
    """One look at the hall, from which every phone's view is taken."""

    def __init__(self, ctx: Context, tx: Transaction) -> None:
        self._ctx = ctx
        self._tx = tx
        self._now = ctx.clock()
        self._day = ctx.today(tx)
        self._ahead: dict[int, int] | None = None
        self._lines: Lines | None = None
        self._speeds: dict[tuple[str, TicketClass], tuple[float, float]] = {}

    def view(self, held: Held) -> PhoneView:
        hall = self._ctx.hall
        stage = self._stage(held)
        newest = held.services[-1] if held.services else None
        waits = stage in (Stage.WAITING, Stage.BOOKED)
        ahead = self._places().get(held.id) if stage is Stage.WAITING else None
        at = newest if stage is Stage.CALLED else None
        windows = (
            hall.windows_for(held.queue)
            if held.for_window is None
            else (hall.window(held.for_window),)
        )
        rateable = _to_rate(self._ctx, held, self._day, self._now)
        return PhoneView(
            number=str(held.number),
            green=held.ticket_class is TicketClass.GREEN,
            item=held.item_name or "",
            stage=stage,
            place=window_place(windows) if waits else "",
            ahead=ahead,
            wait=None if ahead is None else predict(ahead, *self._speed(held)),
            window=at.window if at else None,
            window_name=hall.window(at.window).name if at else "",
            calls=at.calls if at else 0,
            booked_for=held.booked_for if stage is Stage.BOOKED else None,
            may_leave=stage in (Stage.WAITING, Stage.BOOKED, Stage.PARKED, Stage.MISSED),
            to_rate=(rateable.id, rateable.window) if rateable else None,
            score=Score(newest.score) if newest and newest.score else None,
        )

    def _stage(self, held: Held) -> Stage:
        if held.state in AT_WINDOW:
            return Stage.CALLED
        if held.line_day != self._day and held.state not in _OVER:
            return Stage.PAST
        if held.state in IN_LINE:
            early = held.booked_for is not None and held.booked_for > self._now
            return Stage.BOOKED if early else Stage.WAITING
        if held.state in AWAY:
            return Stage.PARKED if held.state is TicketState.PARKED else Stage.MISSED
        return _OVER[held.state]

    def _places(self) -> dict[int, int]:
        if self._ahead is None:
            people = phones.line(self._tx, self._day)
            self._ahead = standings(self._ctx.hall, people, self._now.timestamp() / 60)
        return self._ahead

    def _speed(self, held: Held) -> tuple[float, float]:
        key = held.queue, held.ticket_class
        if key not in self._speeds:
            if self._lines is None:
                self._lines = lines.read(self._tx, self._day, self._now)
            self._speeds[key] = speed(self._ctx.hall, self._tx, self._lines, *key, self._now)
        return self._speeds[key]


def leave_line(ctx: Context, key: str, origin: str = "phone") -> str:
    """The holder gives the number up, by phone or at a kiosk (`origin`); returns it. BadInput for
    an unknown key, Refused when it is called, over, or of another day.
    """
    with hall_unit(ctx) as work:
        held = _held(work.tx, key)
        if held.line_day != work.day:
            raise Refused(
                f"ticket {held.number} is of another day",
                "nothing is left to give up",
                public=said("phone", "这张号已经过期"),
            )
        abandon_ticket(work, tickets.get(work.tx, held.id), origin)
    return str(held.number)


def rate_visit(
    ctx: Context, key: str, service: int, score: Score, source: RatingSource = RatingSource.PHONE
) -> Rated:
    """The holder rates one service of the ticket; BadInput for an unknown key, Refused when that
    service is rated already, was none, or ended too long ago.
    """
    with ctx.database.read() as tx:
        window = next((one.window for one in _held(tx, key).services if one.id == service), None)
    if window is None:
        raise BadInput("this ticket had no such service", "open the page of the ticket again")
    with unit(ctx, windows=[window]) as work:
        held = _held(work.tx, key)
        _refuse_unless_rateable(work, held, service)
        found = services.get(work.tx, service)
        return store_rating(work, found, score, source)


def _refuse_unless_rateable(work: Unit, held: Held, service: int) -> None:
    one = next(visit for visit in held.services if visit.id == service)
    if one.score is not None:
        raise Refused(
            f"the service of {held.number} is already rated",
            "one rating per service",
            public=said("phone", "这次服务已经评价过了，谢谢您"),
        )
    if not _is_rateable(work.ctx, one, work.day, work.now):
        raise Refused(
            f"the service of {held.number} cannot be rated by its holder now",
            f"its holder rates up to {work.ctx.config.phone.rate_min} minutes after the service,"
            " on the same day",
            public=said("phone", "现在不能评价这次服务，请到咨询台反映"),
        )


def _held(tx: Transaction, key: str) -> Held:
    found = next(phones.held(tx, [key]), None)
    if found is None:
        raise BadInput("there is no such ticket", "scan the code of the ticket again")
    return found


def _to_rate(ctx: Context, held: Held, day: date, now: datetime) -> Visit | None:
    """Return the newest service that may be rated."""
    for one in reversed(held.services):
        if one.score is None and _is_rateable(ctx, one, day, now):
            return one
    return None


def _is_rateable(ctx: Context, one: Visit, day: date, now: datetime) -> bool:
    """Whether somebody was served and may say so: on the same day, for `phone.rate_min` minutes."""
    if one.ended_at is None or one.started_at is None or one.outcome not in _SERVED:
        return False
    return one.day == day and now - one.ended_at <= timedelta(minutes=ctx.config.phone.rate_min)
