"""The bare loop: the rows of one issued ticket, written durably by the plain driver."""

import json
import secrets
import sqlite3
from pathlib import Path

_AT = "2026-11-23 02:00:00.000000"
_DAY = "2026-11-23"
_ISSUED = json.dumps(
    {
        "number": "C001",
        "queue": "C",
        "ticket_class": "ordinary",
        "service": "公司设立登记",
        "origin": "kiosk",
        "category": None,
        "booked_for": None,
        "stops": [],
    }
)
_TICKET = (
    "INSERT INTO ticket (hall, business_day, line_day, prefix, number, key, ticket_class, queue,"
    " state, place, since, item, item_name, origin, issued_at, ahead, wait_low_s, wait_high_s,"
    " wait_mean_s) VALUES ('bare', ?, ?, 'C', ?, ?, 'ordinary', 'C', 'waiting', ?, ?, '2-2-084',"
    " '公司设立登记', 'kiosk', ?, 3, 60, 600, 300) RETURNING id"
)
_LINE = (
    "INSERT INTO line (line_day, queue, for_window, ticket_class, waiting, flow, flow_at)"
    " VALUES (?, 'C', 0, 'ordinary', 1, 1.0, ?) ON CONFLICT DO UPDATE SET"
    " waiting = waiting + excluded.waiting, flow = excluded.flow, flow_at = excluded.flow_at"
)


class BareLoop:
    """One connection with the settings of a hall's: WAL and synchronous=FULL."""

    def __init__(self, file: Path) -> None:
        self._db = sqlite3.connect(file, isolation_level=None)
        self._db.execute("PRAGMA synchronous = FULL")
        self._db.execute("PRAGMA foreign_keys = ON")
        self._db.execute("INSERT INTO counter VALUES ('bare', ?, 'C', 0)", (_DAY,))

    def issue(self) -> None:
        """Write what one ticket with its slip writes, in one durable commit."""
        db = self._db
        db.execute("BEGIN IMMEDIATE")
        count = db.execute(
            "UPDATE counter SET last = last + 1 WHERE hall = 'bare' RETURNING last"
        ).fetchone()[0]
        fact = db.execute(
            "INSERT INTO fact (at, business_day, kind, payload)"
            " VALUES (?, ?, 'TicketIssued', ?) RETURNING id",
            (_AT, _DAY, _ISSUED),
        ).fetchone()[0]
        ticket = db.execute(
            _TICKET, (_DAY, _DAY, count, secrets.token_urlsafe(12), fact << 20, _AT, _AT)
        ).fetchone()[0]
        db.execute(_LINE, (_DAY, _AT))
        db.execute(
            "INSERT INTO print_job (ticket, printer, state, reprint, detail, created_at,"
            " changed_at) VALUES (?, 'K1', 'pending', 0, '', ?, ?)",
            (ticket, _AT, _AT),
        )
        db.execute("COMMIT")

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()
