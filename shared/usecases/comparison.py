"""Holds the tables against the hall that the facts rebuild, and names every difference."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from shared.domain.rebuilding import Rebuilding
from shared.domain.rebuilt import Rebuilt
from shared.domain.rebuilt_staff import span_differences, staff_differences
from shared.domain.seal import Unreadable
from shared.domain.ticket import TicketNumber
from shared.storage import Transaction, stored, stored_cases, stored_duty, stored_staff

AT_ONCE = 2000
"""How many tickets that are over are kept before they are held against the table."""


class Comparison:
    """Compares tickets as they settle, and everything else at the end; all in one snapshot."""

    def __init__(self, tx: Transaction, hall: str) -> None:
        self.differences: list[str] = []
        self._tx = tx
        self._hall = hall
        self._seen: set[int] = set()
        self._ratings = 0

    def settled(self, hall: Rebuilding, least: int = AT_ONCE) -> None:
        """Compare the tickets that are over and let go of them, if they are many."""
        if len(hall.settled) >= least:
            self._tickets(hall.settled)
            hall.settled.clear()

    def end(self, hall: Rebuilding) -> None:
        """Compare what is going on now."""
        self.settled(hall, 0)
        self._tickets(hall.tickets.values())
        self._strangers()
        told = {window: ticket.name for window, ticket in hall.windows.items()}
        self._same("window", told, stored.at_windows(self._tx), "nobody")
        lines = Counter(ticket.line for ticket in hall.tickets.values() if ticket.in_line)
        self._same("line", lines, stored.lines(self._tx), 0)
        days = {day: (opening.closed, opening.queues) for day, opening in hall.days.items()}
        self._same("day", days, stored.days(self._tx), "not begun")
        self._same("device", hall.devices, stored.devices(self._tx), "never seen")
        self._cases(hall)
        self._staff(hall)
        self._duty(hall)
        self._same("last number of", hall.numbers, stored.counters(self._tx), 0)

    def _tickets(self, tickets: Iterable[Rebuilt]) -> None:
        groups: defaultdict[tuple[date, str], dict[int, Rebuilt]] = defaultdict(dict)
        for ticket in tickets:
            number = TicketNumber.parse(ticket.number)
            groups[ticket.day, number.prefix][number.count] = ticket
        for (day, prefix), group in groups.items():
            found = stored.tickets(self._tx, self._hall, day, prefix, list(group))
            for count, ticket in group.items():
                self._ratings += len(ticket.ratings)
                if count in found:
                    row, one = found[count]
                    self._seen.add(row)
                    self.differences.extend(ticket.differences(one))
                else:
                    self.differences.append(
                        f"ticket {ticket.name}: it is not in the tables, or cannot be read there"
                    )

    def _cases(self, hall: Rebuilding) -> None:
        told = dict(hall.cases)
        for stored_case in stored_cases.every_case(self._tx):
            if isinstance(stored_case, Unreadable):
                self.differences.append(f"a case (row {stored_case.id}) cannot be read")
                continue
            case = told.pop(stored_case.code, None)
            if case is None:
                self.differences.append(f"case {stored_case.code}: no fact tells of it")
            else:
                self.differences.extend(case.differences(stored_case))
        for code in sorted(told):
            self.differences.append(f"case {code}: it is not in the tables")

    def _staff(self, hall: Rebuilding) -> None:
        staff, spans = stored_staff.staff(self._tx), stored_staff.spans(self._tx)
        if staff is None:
            self.differences.append("staff: what the tables say cannot be read")
        else:
            self.differences.extend(staff_differences(hall.staff, staff))
        if spans is None:
            self.differences.append("posts of windows: what the tables say cannot be read")
        else:
            self.differences.extend(span_differences([*hall.spans, *hall.posts.values()], spans))

    def _duty(self, hall: Rebuilding) -> None:
        told, found = hall.duty, stored_duty.duty(self._tx)
        if found is None:
            self.differences.append("duty: what the tables say cannot be read")
            return
        evacuations = dict(enumerate(told.evacuations, start=1))
        self._same("evacuation", evacuations, dict(enumerate(found.evacuations, start=1)), "none")
        self._same("alarm", told.alarms, found.alarms, "never touched")
        self._same("helper's key", told.keys, found.keys, "never made")

    def _strangers(self) -> None:
        tickets, ratings = stored.counts(self._tx)
        if tickets != len(self._seen):
            for row, name in stored.every_ticket(self._tx):
                if row not in self._seen:
                    self.differences.append(f"ticket {name} (row {row}): no fact tells of it")
        if ratings != self._ratings:
            self.differences.append(
                f"ratings: {ratings} are in the tables, {self._ratings} by the facts"
            )

    def _same(
        self, what: str, told: Mapping[Any, Any], found: Mapping[Any, Any] | None, none: object
    ) -> None:
        if found is None:
            self.differences.append(f"{what}: what the tables say cannot be read")
            return
        for key in sorted(told.keys() | found.keys(), key=str):
            by_facts, in_tables = told.get(key, none), found.get(key, none)
            if by_facts != in_tables:
                name = " ".join(map(str, key)) if isinstance(key, tuple) else key
                said = f"{_words(in_tables)} in the tables, {_words(by_facts)} by the facts"
                self.differences.append(f"{what} {name}: {said}")


def _words(value: object) -> object:
    match value:
        case (bool(closed), queues):
            return f"{'closed' if closed else 'open'}, closed queues {queues or 'none'}"
        case (state, reason, since):
            return f"{state} since {since}{f' ({reason})' if reason else ''}"
        case _:
            return value
