"""Check in for an appointment: find the booking, give the ticket called at its time (S11)."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.domain.errors import HallError, Refused
from shared.domain.opening import when_words
from shared.domain.register.case import current
from shared.domain.register.declaration import Register, Role
from shared.domain.said import Said, said
from shared.storage import cases
from shared.storage.cases import CaseFile
from shared.usecases.cases.advance_case import advance_within
from shared.usecases.cases.reading import read_log
from shared.usecases.context import Context
from shared.usecases.issue_ticket import IssuedTicket, Request, issue_within
from shared.usecases.unit import Unit, unit

REGISTER = "appointment"
LATE = timedelta(minutes=30)
"""After so long staff telephone the applicant (003 预约服务和延时服务制度 第五条（五）)."""

_NUMBER = re.compile(r"(20\d\d)(\d\d)(\d\d)(\d{3,4})")


@dataclass(frozen=True)
class Typed:
    """Digits an applicant typed: a booking's number without its letters, or a telephone number."""

    digits: str


@dataclass(frozen=True)
class Scanned:
    """A booking's number, as its QR code holds it."""

    code: str


@dataclass(frozen=True)
class Card:
    """An identity card, known by the digest its reader tells."""

    digest: str


Claim = Typed | Scanned | Card


@dataclass(frozen=True)
class CheckedIn:
    """The ticket of a booking; `words` say when it is called."""

    case: str
    ticket: IssuedTicket
    booked_for: datetime
    words: Said


def check_in(ctx: Context, claim: Claim, printer: str | None, origin: str = "kiosk") -> CheckedIn:
    """Give the ticket of a booking of today; both or neither happen.

    Refused, in words for the applicant, for a booking that is unknown, of another day, used
    already, cancelled, or not yet agreed to.
    """
    register = ctx.registers.register(REGISTER)
    with unit(ctx) as work:
        case = _found(work, register, claim)
        values = current(read_log(ctx, case.code, cases.log(work.tx, case.id)).entries)
        at = datetime.fromisoformat(values["at"]).astimezone(ctx.zone)
        now = work.now.astimezone(ctx.zone)
        reason = _WHY_NOT.get(case.state)
        if reason is not None:
            raise _refused(case, reason(values))
        if at.date() != now.date():
            raise _refused(case, _other_day(at, now))
        request = Request(values["item"], printer=printer, origin=origin, booked_for=at)
        ticket = issue_within(work, request)
        step, given = register.step("check_in"), {"ticket": str(ticket.number)}
        _, events = advance_within(
            work, case, register, step, given, Role.SYSTEM, printer or origin
        )
        for event in events:
            work.tell(event)
    return CheckedIn(case.code, ticket, at, called_when(at, now))


def called_when(at: datetime, now: datetime) -> Said:
    """Say when the number of a booking for `at` is called."""
    clock = f"{at:%H:%M}"
    if now < at:
        return said("check_in", "您约的是{clock}，到时间叫您的号").of(clock=clock)
    if now - at <= LATE:
        return said("check_in", "您约的{clock}到了，很快叫您的号").of(clock=clock)
    return said("check_in", "比约定的{clock}晚了，还能办：请马上到窗口附近，听叫号").of(clock=clock)


def _found(work: Unit, register: Register, claim: Claim) -> CaseFile:
    """Return the booking claimed, which nobody else changes until the end."""
    match claim:
        case Scanned(code):
            codes = [code]
        case Typed(digits) if (number := _NUMBER.fullmatch(digits)) is not None:
            codes = [f"{register.prefix}-{''.join(number.groups()[:3])}-{number[4]}"]
        case Typed(digits):
            codes = _todays(work, register, work.ctx.vault.fingerprints(digits))
        case Card(digest):
            codes = _todays(work, register, (digest,))
    try:
        found = [cases.find(work.tx, code, hold=True) for code in codes]
    except HallError:
        found = []
    ours = [case for case in found if case.register == register.code]
    if not ours:
        raise Refused(
            "there is no such booking",
            "ask for its number: YY-…",
            said("check_in", "没有找到这个预约，请核对后再试，或到咨询台，工作人员帮您查"),
        )
    waiting = [case for case in ours if case.state == "agreed"]
    return (waiting or ours)[0]


def _todays(work: Unit, register: Register, hashes: tuple[str, ...]) -> list[str]:
    """Return the bookings of today known by one of these hashes, the earliest first."""
    day = work.now.astimezone(work.ctx.zone).date()
    return [case.code for case in cases.on_day(work.tx, register.code, day, hashes)]


def _refused(case: CaseFile, public: Said) -> Refused:
    return Refused(f"{case.code} cannot be checked in: it is {case.state}", str(public), public)


def _other_day(at: datetime, now: datetime) -> Said:
    when = when_words(at, now)
    if at < now:
        return said("check_in", "您的预约是{when}，已经过了。今天要办，请取号").of(when=when)
    return said("check_in", "您的预约是{when}，请那天来。今天要办，请取号").of(when=when)


def _used(values: dict[str, str]) -> Said:
    return said("check_in", "这个预约已经签到，号码是{number}。小票不见了，请到咨询台补打").of(
        number=values.get("ticket", "")
    )


def _waits(_values: dict[str, str]) -> Said:
    return said("check_in", "这个预约还没有答复，请到咨询台问一下。今天要办，也可以取号")


def _cancelled(_values: dict[str, str]) -> Said:
    return said("check_in", "这个预约已经取消。今天要办，请取号，或到咨询台另约")


def _hall_cancelled(_values: dict[str, str]) -> Said:
    return said("check_in", "这个预约被取消了，很抱歉。请到咨询台，工作人员为您安排")


def _abandoned(_values: dict[str, str]) -> Said:
    return said("check_in", "这个预约过时未到，已经作废。今天要办，请取号，或到咨询台另约")


_WHY_NOT: dict[str, Callable[[dict[str, str]], Said]] = {
    "asked": _waits,
    "present": _used,
    "done": _used,
    "refused": _hall_cancelled,
    "cancelled": _cancelled,
    "hall_cancelled": _hall_cancelled,
    "abandoned": _abandoned,
}
