"""What an applicant asks for at a kiosk: case, slip and call for a helper in one commit."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from shared.domain.errors import BadInput, Refused
from shared.domain.events import Event
from shared.domain.hall import window_place
from shared.domain.register.declaration import OPEN, Paper, Register, Role, applies
from shared.domain.said import said
from shared.domain.ticket import TicketNumber
from shared.storage import cases, services, tickets
from shared.storage.case_clocks import StoredDeadline
from shared.storage.tickets import Ticket
from shared.usecases.cases.alarms import raise_alarm
from shared.usecases.cases.open_case import Opened, open_within
from shared.usecases.context import Context
from shared.usecases.helpers import ask_helper_for_case
from shared.usecases.papers import due_words, want
from shared.usecases.unit import Unit, unit

HELPED = "help"
"""The register whose requests call a helper at once, as a green ticket does."""
_PLACES = {"agency": "代办", "cannot_be_done": "办不成事"}
"""What stands in the name of the windows where a request goes on; elsewhere staff come or call."""


@dataclass(frozen=True)
class CaseRequest:
    """What is asked for. `ticket` is a number of today that it is about; its window goes into
    field `window`, the number into `subject`. `printer` names the kiosk that prints the slip.
    """

    register: str
    fields: Mapping[str, str]
    printer: str
    ticket: str = ""


@dataclass(frozen=True)
class RequestedCase:
    """The case that was opened, as the applicant is told of it: `due` are pairs of what is to
    happen and by when, `first_due` the first moment of these, `note` what happens next, `place`
    where to go, "" for nowhere; `qr` is what the code of its slip holds.
    """

    code: str
    title: str
    note: str
    due: tuple[tuple[str, str], ...]
    first_due: datetime | None
    place: str
    qr: str


def request_case(ctx: Context, request: CaseRequest) -> RequestedCase:
    """Open a case as its applicant; BadInput for fields, Refused (`public` is for the screen) for
    a ticket nobody got today. Nothing was changed then.
    """
    register = ctx.registers.register(request.register)
    with unit(ctx) as work:
        fields = {**request.fields, **_about(work, register, request.ticket)}
        opened, events = open_within(work, register, fields, "kiosk", Role.APPLICANT, "")
        paper = _paper(register, fields)
        _tell(work, register, opened, events)
        if paper is not None:
            want(work, cases.find(work.tx, opened.code), paper.name, request.printer)
    while raise_alarm(ctx):  # whoever has to come is called now, not when the hub looks next
        pass
    return _requested(ctx, register, opened, paper)


def _tell(work: Unit, register: Register, opened: Opened, events: list[Event]) -> None:
    for event in events:
        work.tell(event)
    if register.code == HELPED:
        ask_helper_for_case(work, cases.find(work.tx, opened.code).id, opened.code)


def _about(work: Unit, register: Register, number: str) -> dict[str, str]:
    if not number:
        return {}
    ticket = _ticket(work, number)
    service = services.latest_of_ticket(work.tx, ticket.id)
    found = {"subject": f"排队号{ticket.number}"}
    if service is not None:
        found["window"] = str(service.window)
    takes = register.steps[OPEN].fields
    return {name: value for name, value in found.items() if name in takes}


def _ticket(work: Unit, number: str) -> Ticket:
    try:
        return tickets.find(work.tx, work.hall.code, work.day, TicketNumber.parse(number))
    except BadInput as error:
        raise Refused(
            error.message,
            "look at the slip, or leave the number out",
            public=said("request", "今天没有{number}这个号。请看小票上的号码，也可以不填").of(
                number=number
            ),
        ) from error


def _paper(register: Register, fields: Mapping[str, str]) -> Paper | None:
    """Return the paper that follows the opening, None where the register has none."""
    possible = (one for one in register.papers if OPEN in one.after and applies(one.when, fields))
    return next(possible, None)


def _requested(
    ctx: Context, register: Register, opened: Opened, paper: Paper | None
) -> RequestedCase:
    told = [one for one in opened.deadlines if paper is not None and one.name in paper.deadlines]
    word = _PLACES.get(register.code)
    windows = [one for one in ctx.hall.windows if word is not None and word in one.name]
    return RequestedCase(
        code=opened.code,
        title=paper.title if paper else register.name,
        note=paper.note if paper else "",
        due=tuple(_due(ctx, register, one) for one in told),
        first_due=min((one.due for one in told if one.due is not None), default=None),
        place=window_place(windows),
        qr=ctx.config.case_code(opened.code),
    )


def _due(ctx: Context, register: Register, deadline: StoredDeadline) -> tuple[str, str]:
    return register.deadlines[deadline.name].label, due_words(ctx, deadline)
