"""Halls with a history: many tickets served before, many waiting now, written in bulk."""

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.support.halls import MONDAY_10

_AT = MONDAY_10.strftime("%Y-%m-%d 02:00:00.000000")
_DAY = MONDAY_10.date().isoformat()
_SERVED_DAY = "2026-11-20"
_TICKETS = """
WITH RECURSIVE count(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM count WHERE n < :count)
INSERT INTO ticket (hall, business_day, line_day, prefix, number, key, ticket_class, queue, state,
  place, since, item, item_name, origin, issued_at, ahead, wait_low_s, wait_high_s, wait_mean_s)
SELECT 'crowd', :day, :day, 'C', n, :state || n, 'ordinary', 'C', :state, n - 2000000, :at,
  '2-2-084', '公司设立登记', 'kiosk', :at, 3, 60, 600, 300 FROM count
"""
_SERVICES = """
INSERT INTO service (ticket, window_number, business_day, called_at, calls, started_at, ended_at,
  outcome) SELECT id, 3 + id % 2, business_day, :at, 1, :at, :at, 'done' FROM ticket
WHERE state = 'done'
"""
_LINE = """
INSERT INTO line (line_day, queue, for_window, ticket_class, waiting, flow, flow_at)
SELECT line_day, queue, 0, ticket_class, count(*), 0, :at FROM ticket WHERE state = 'waiting'
GROUP BY line_day, queue, ticket_class
ON CONFLICT DO UPDATE SET waiting = excluded.waiting
"""


def crowd(file: Path, *, served: int = 0, waiting: int = 0) -> None:
    """Let so many have been served on another day, and so many wait in queue C now."""
    with closing(sqlite3.connect(file)) as db:
        for count, state, day in ((served, "done", _SERVED_DAY), (waiting, "waiting", _DAY)):
            if count:
                db.execute(_TICKETS, {"count": count, "state": state, "day": day, "at": _AT})
        db.execute(_SERVICES, {"at": _AT})
        db.execute(_LINE, {"at": _AT})
        db.commit()
