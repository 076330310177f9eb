"""The report of a day or of several: read in one snapshot, counted by the domain."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import date, datetime

from shared.domain.errors import BadInput
from shared.domain.report import Report, ServicePast, TicketPast, report
from shared.storage import past
from shared.storage.past import PastService, PastTicket
from shared.usecases.context import Context

SEVERAL = "多部门"
NO_ITEM = "未指定事项"


@dataclass(frozen=True)
class HallReport:
    """The report of a hall from `first` to `last`, as known `at` this moment."""

    hall: str
    first: date
    last: date
    at: datetime
    figures: Report
    queues: Mapping[str, str]
    windows: Mapping[int, str]


def hall_report(ctx: Context, first: date, last: date) -> HallReport:
    """Report the business days from `first` to `last`; BadInput when they are turned round."""
    if last < first:
        raise BadInput(f"{last} is before {first}", "name the first day first")
    with ctx.database.read() as tx:
        tickets = past.tickets(tx, first, last)
        services = past.services(tx, first, last)
        departments = past.departments(tx, first, last)
    figures = report(
        (_ticket(one, departments.get(one.id, set())) for one in tickets),
        (_service(one, departments.get(one.ticket, set())) for one in services),
        ctx.config.longest_service_min * 60,
    )
    return HallReport(
        ctx.hall.name,
        first,
        last,
        ctx.clock(),
        figures,
        {queue.letter: queue.name for queue in ctx.hall.queues},
        {window.number: window.name for window in ctx.hall.windows},
    )


def month_of(text: str) -> tuple[date, date]:
    """Read `2026-11`; returns its first and last day. BadInput."""
    try:
        first = date.fromisoformat(f"{text}-01")
        after = first.replace(year=first.year + first.month // 12, month=first.month % 12 + 1)
    except ValueError:
        raise BadInput(f"“{text}” is not a month", "write it like 2026-11") from None
    return first, date.fromordinal(after.toordinal() - 1)


def _ticket(one: PastTicket, departments: Set[str]) -> TicketPast:
    waited = None
    if one.first_call is not None:
        came = max(one.issued_at, one.booked_for or one.issued_at)
        waited = max((one.first_call - came).total_seconds(), 0.0)  # some are called early
    return TicketPast(
        one.prefix,
        _department(departments),
        one.ticket_class,
        one.state,
        waited,
        one.first_window,
    )


def _service(one: PastService, departments: Set[str]) -> ServicePast:
    took = None
    if one.started_at is not None and one.ended_at is not None:
        took = (one.ended_at - one.started_at).total_seconds()
    return ServicePast(
        one.window, one.prefix, _department(departments), one.outcome, took, one.score
    )


def _department(found: Set[str]) -> str:
    """Name the department of all items of a visit; one of several is not picked out."""
    match sorted(found):
        case []:
            return NO_ITEM
        case [only]:
            return only
        case _:
            return SEVERAL
