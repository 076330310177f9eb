"""P11: what runs out, and which cases there are, among 1,000 and among 100,000 cases."""

import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from statistics import median

from shared.usecases.cases import due_cases, list_cases, open_case, show_case, todays_cases
from shared.usecases.init_hall import init_hall
from tests.support.halls import SAMPLE, HandClock, SampleHall, open_hall_with

GOING_ON = 200
"""Cases going on in either hall; all others are closed."""


def growth(folder: Path, few: int, many: int, rounds: int) -> dict[str, tuple[float, float]]:
    """Return for each question the median seconds among `few` and among `many` cases."""
    halls = {count: _hall(folder / f"cases-{count}", count) for count in (few, many)}
    codes = {count: list_cases(hall.ctx, "help")[0].code for count, hall in halls.items()}
    questions: dict[str, Callable[[SampleHall, int], object]] = {
        "due": lambda hall, _: due_cases(hall.ctx, timedelta(days=1)),
        "due of a register": lambda hall, _: due_cases(hall.ctx, timedelta(days=1), "help"),
        "list of a register": lambda hall, _: list_cases(hall.ctx, "help"),
        "list of all": lambda hall, _: list_cases(hall.ctx),
        "today": lambda hall, _: todays_cases(hall.ctx, "appointment"),
        "show": lambda hall, count: show_case(hall.ctx, codes[count]),
    }
    found = {}
    for name, ask in questions.items():
        times: dict[int, list[float]] = {few: [], many: []}
        for _ in range(rounds):
            for count, hall in halls.items():
                begun = time.perf_counter()
                ask(hall, count)
                times[count].append(time.perf_counter() - begun)
        found[name] = (median(times[few]), median(times[many]))
    for hall in halls.values():
        hall.ctx.database.dispose()
    return found


def _hall(folder: Path, count: int) -> SampleHall:
    """A hall in which all but the newest cases are closed, copied from one that was worked."""
    init_hall(folder, SAMPLE).database.dispose()
    clock = HandClock()
    hall = SampleHall(open_hall_with(folder, clock), clock)
    hall.begin_day()
    for _ in range(GOING_ON):
        open_case(hall.ctx, "help", {"need": "forms"})
    with hall.ctx.database.write() as tx:
        tx.exec_driver_sql(_CASES.format(count=count - GOING_ON))
        tx.exec_driver_sql(_ENTRIES)
        tx.exec_driver_sql(_DEADLINES)
    return hall


_CASES = """
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})
INSERT INTO case_file (code, register, state, origin, business_day, opened_at, changed_at,
                       closed_at, on_day, forget_on)
SELECT printf('BN-20250101-%06d', i), c.register, 'done', c.origin, '2025-01-01', c.opened_at,
       c.changed_at, c.changed_at, NULL, '2027-01-01'
FROM n JOIN case_file AS c ON c.id = 1
"""
_ENTRIES = """
INSERT INTO case_entry ("case", ordinal, step, at, state, role, actor, fields, private)
SELECT f.id, e.ordinal, e.step, e.at, e.state, e.role, e.actor, e.fields, e.private
FROM case_file AS f JOIN case_entry AS e ON e."case" = 1 WHERE f.closed_at IS NOT NULL
"""
_DEADLINES = """
INSERT INTO case_deadline ("case", name, phase, round, start, due, ended, amount, year)
SELECT f.id, d.name, 'met', d.round, d.start, d.due, d.due, d.amount, d.year
FROM case_file AS f JOIN case_deadline AS d ON d."case" = 1 WHERE f.closed_at IS NOT NULL
"""
