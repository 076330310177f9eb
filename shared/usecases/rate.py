"""Ratings: asked for by the window, given on the pad, at most one per service, none invented."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.domain.errors import Refused
from shared.domain.events import PadPressed, RatingAsked, ServiceRated
from shared.domain.rating import RatingSource, Score
from shared.domain.said import said
from shared.domain.ticket import TicketNumber, TicketState
from shared.storage import services
from shared.storage.services import Service
from shared.usecases.context import Context
from shared.usecases.evacuation import refuse_meanwhile
from shared.usecases.pad_complaint import complain
from shared.usecases.permitted import permitted
from shared.usecases.unit import Unit, unit

COMPLAINT_KEY = "complaint_key"
_NOT_SERVED = (TicketState.NO_SHOW, TicketState.PARKED)


@dataclass(frozen=True)
class Rated:
    """A rating stored for the service of a ticket."""

    number: TicketNumber
    window: int
    score: Score


@dataclass(frozen=True)
class NotRated:
    """A key that rated nothing, and why; kept as a fact."""

    why: str


@permitted
def ask_rating(ctx: Context, window: int, seen: int | None = None) -> Service:
    """Ask the person at the window to rate; Refused when there is nothing to rate, or it is not
    the service `seen` by whoever asks.
    """
    with unit(ctx, windows=[window]) as work:
        refuse_meanwhile(work)
        service = _to_rate(work, window)
        if seen not in (None, service.id):
            raise Refused(
                f"{service.number} is at window {window} now",
                "look who is called now, then press again",
                public=said("desk", "窗口现在是{number}，刚才的操作没有做").of(
                    number=str(service.number)
                ),
            )
        if service.ended_at is not None and _too_late(work, window, service.ended_at, work.now):
            raise Refused(
                f"the service of {service.number} ended too long ago to be rated on the pad",
                "call the next ticket",
                public=said("desk", "{number}办完太久，不能再请评价").of(
                    number=str(service.number)
                ),
            )
        services.change(work.tx, service.id, rating_asked_at=work.now)
        work.tell(RatingAsked(str(service.number), window))
    return service


def rate(ctx: Context, window: int, score: Score, source: RatingSource) -> Rated:
    """Store the rating of the window's newest service; Refused if there is none or it has one."""
    with unit(ctx, windows=[window]) as work:
        return store_rating(work, _to_rate(work, window), score, source)


def press_pad(
    ctx: Context,
    window: int,
    code: int,
    asked: int | None = None,
    pressed_at: datetime | None = None,
) -> Rated | NotRated:
    """A pad's key: a rating if one was asked for and is still open, otherwise a fact and no more.

    A press after the next person was called belongs to nobody that can be named: it is late.
    `asked` is the service the pad itself says it was asked about, if it can say so; `pressed_at`
    is when the key was pressed, if that could not be stored then: whoever was called since, or
    asked since, did not press it.
    """
    with unit(ctx, windows=[window]) as work:
        service = services.latest_at(work.tx, window)
        keys = ctx.config.pad_keys[window]
        score = keys.score(code)
        at = pressed_at or work.now
        why = _why_not(work, service, score, at, complaint=code == keys.complaint)
        if why is None and service is not None and asked not in {None, service.id}:
            why = "late"
        if why is None and service is not None and score is not None:
            return store_rating(work, service, score, RatingSource.PAD, pressed_at)
        why = why or "no_service"
        if why == COMPLAINT_KEY:
            complain(work, window)
        work.tell(PadPressed(window, code, why, _told(pressed_at)))
        return NotRated(why)


def _why_not(
    work: Unit, service: Service | None, score: Score | None, at: datetime, *, complaint: bool
) -> str | None:
    if complaint:
        return COMPLAINT_KEY
    if score is None:
        return "unknown_key"
    if service is not None and at < service.called_at:
        return "late"
    if service is None or service.outcome in _NOT_SERVED:
        return "no_service"
    if service.rating_asked_at is None or at < service.rating_asked_at:
        return "not_asked"
    if _too_late(work, service.window, service.rating_asked_at, at):
        return "late"
    return None if service.score is None else "already_rated"


def _too_late(work: Unit, window: int, moment: datetime, now: datetime) -> bool:
    ask_s = work.ctx.config.pad_keys[window].ask_s
    return now - moment > timedelta(seconds=ask_s)


def _to_rate(work: Unit, window: int) -> Service:
    service = services.latest_at(work.tx, window)
    if service is None or service.outcome in _NOT_SERVED or service.started_at is None:
        raise Refused(
            f"window {window} has served nobody to be asked",
            "call a ticket first",
            public=said("desk", "本窗口还没有可评价的服务"),
        )
    if service.score is not None:
        words = Score(service.score).words
        raise Refused(
            f"the service of {service.number} is already rated {words}",
            "one rating per service",
            public=said("desk", "{number}已经评价过了").of(number=str(service.number)),
        )
    return service


def store_rating(
    work: Unit,
    service: Service,
    score: Score,
    source: RatingSource,
    pressed_at: datetime | None = None,
) -> Rated:
    """Store a rating within a unit of work, and tell it; `pressed_at` if that was earlier."""
    number = str(service.number)
    services.rate(work.tx, service.id, score, source, pressed_at or work.now)
    work.tell(ServiceRated(number, service.window, score, source, _told(pressed_at)))
    return Rated(service.number, service.window, score)


def _told(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
