"""The tables, typed; use cases write them with Core statements on these classes' tables."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    ForeignKey,
    Index,
    Integer,
    UniqueConstraint,
    literal_column,
)

from shared.storage.declared import Base, Mapped, column

IN_LINE_SQL = "state IN ('waiting', 'transferred')"
"""Literal, because SQLite uses a partial index only for a condition it can see."""

BOOKED_SQL = f"{IN_LINE_SQL} AND ticket_class = 'booked'"
LIVE_SQL = "state NOT IN ('done', 'abandoned', 'void')"
OPEN_ALERT_SQL = "ended_at IS NULL"


class HallRow(Base):
    """The hall a database belongs to: one row."""

    __tablename__ = "hall"
    code: Mapped[str] = column(primary_key=True)


class ItemRow(Base):
    """A service item (事项); `queue` only where its list states one, else the routes decide."""

    __tablename__ = "item"
    code: Mapped[str] = column(primary_key=True)
    name: Mapped[str] = column(unique=True)
    type: Mapped[str]
    department: Mapped[str]
    basis: Mapped[str]
    queue: Mapped[str | None]
    pinyin: Mapped[str]
    initials: Mapped[str]
    position: Mapped[int]


class ItemSourceRow(Base):
    """Where an item is listed: document, table, the number as printed, its place from 1."""

    __tablename__ = "item_source"
    document: Mapped[str] = column(primary_key=True)
    table_name: Mapped[str] = column(primary_key=True)
    ordinal: Mapped[int] = column(primary_key=True)
    item: Mapped[str] = column(ForeignKey("item.code", ondelete="CASCADE"), index=True)
    number: Mapped[int]
    type: Mapped[str]


class CounterRow(Base):
    """The last number given out; the row is the lock that keeps numbers unique."""

    __tablename__ = "counter"
    hall: Mapped[str] = column(primary_key=True)
    business_day: Mapped[date] = column(primary_key=True)
    prefix: Mapped[str] = column(primary_key=True)
    last: Mapped[int]


class TicketRow(Base):
    """A ticket. `place` orders the line: it grows with the fact that put the ticket there.

    `line_day` is the day in whose line it stands: later than `business_day`, which its number
    belongs to, when it was carried over. `since` is when it came into the line; for a booked
    ticket the time from which it may be called.
    """

    __tablename__ = "ticket"
    id: Mapped[int] = column(primary_key=True)
    hall: Mapped[str]
    business_day: Mapped[date]
    prefix: Mapped[str]
    number: Mapped[int]
    key: Mapped[str] = column(unique=True)
    ticket_class: Mapped[str]
    queue: Mapped[str]
    state: Mapped[str]
    line_day: Mapped[date]
    place: Mapped[int] = column(BigInteger().with_variant(Integer, "sqlite"))
    since: Mapped[datetime]
    for_window: Mapped[int | None]
    item: Mapped[str | None]
    item_name: Mapped[str | None]
    origin: Mapped[str]
    issued_at: Mapped[datetime]
    ahead: Mapped[int]
    wait_low_s: Mapped[int | None]
    wait_high_s: Mapped[int | None]
    wait_mean_s: Mapped[int | None]
    category: Mapped[str | None]
    booked_for: Mapped[datetime | None]

    __table_args__ = (
        UniqueConstraint("hall", "business_day", "prefix", "number"),
        Index(
            "ix_ticket_line",
            "line_day",
            "for_window",
            "queue",
            "ticket_class",
            "place",
            "id",
            sqlite_where=literal_column(IN_LINE_SQL),
            postgresql_where=literal_column(IN_LINE_SQL),
        ),
        Index(
            "ix_ticket_booked",
            "line_day",
            "for_window",
            "queue",
            "since",
            "id",
            sqlite_where=literal_column(BOOKED_SQL),
            postgresql_where=literal_column(BOOKED_SQL),
        ),
        Index(
            "ix_ticket_live",
            "line_day",
            "prefix",
            "number",
            sqlite_where=literal_column(LIVE_SQL),
            postgresql_where=literal_column(LIVE_SQL),
        ),
    )


class LineRow(Base):
    """How many stand in one line, and how many came lately; written with every step of a ticket.

    `for_window` is 0 for people any window may call. `flow` counts arrivals, older ones fading,
    as of `flow_at`.
    """

    __tablename__ = "line"
    line_day: Mapped[date] = column(primary_key=True)
    queue: Mapped[str] = column(primary_key=True)
    for_window: Mapped[int] = column(primary_key=True, autoincrement=False)
    ticket_class: Mapped[str] = column(primary_key=True)
    waiting: Mapped[int]
    flow: Mapped[float]
    flow_at: Mapped[datetime]


class ErrandRow(Base):
    """An item of a visit with several; `ordinal` from 1 in the order they are gone to."""

    __tablename__ = "errand"
    ticket: Mapped[int] = column(ForeignKey("ticket.id"), primary_key=True)
    ordinal: Mapped[int] = column(primary_key=True, autoincrement=False)
    item: Mapped[str]
    name: Mapped[str]
    queue: Mapped[str]
    done: Mapped[bool]


class DayRow(Base):
    """A business day that began with `first_fact`. `closed_queues`: letter → why it takes nobody
    in today; `carried`: how many tickets of earlier days stand in its lines.
    """

    __tablename__ = "day"
    business_day: Mapped[date] = column(primary_key=True)
    began_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    first_fact: Mapped[int]
    closed_queues: Mapped[dict[str, Any]]
    carried: Mapped[int]


class PaceRow(Base):
    """Live service times of one item at one window, older services fading; minutes."""

    __tablename__ = "pace"
    queue: Mapped[str] = column(primary_key=True)
    window_number: Mapped[int] = column(primary_key=True, autoincrement=False)
    item: Mapped[str] = column(primary_key=True)
    weight: Mapped[float]
    total_min: Mapped[float]
    changed_at: Mapped[datetime]


class AlertRow(Base):
    """A call for a helper: raised, taken, met; escalated when nobody took it by `due_at`.

    It is for a ticket, or for a case. `ended_at` is when the helper came, or when nobody needed
    one any more.
    """

    __tablename__ = "alert"
    id: Mapped[int] = column(primary_key=True)
    ticket: Mapped[int | None] = column(ForeignKey("ticket.id"), index=True)
    case: Mapped[int | None] = column(ForeignKey("case_file.id"), index=True)
    raised_at: Mapped[datetime]
    due_at: Mapped[datetime]
    escalated_at: Mapped[datetime | None]
    taken_at: Mapped[datetime | None]
    taken_by: Mapped[str | None]
    met_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]

    __table_args__ = (
        Index(
            "ix_alert_open",
            "due_at",
            sqlite_where=literal_column(OPEN_ALERT_SQL),
            postgresql_where=literal_column(OPEN_ALERT_SQL),
        ),
    )


class DeviceRow(Base):
    """The last known state of a device; `changes` were told since `counted_from`."""

    __tablename__ = "device"
    device: Mapped[str] = column(primary_key=True)
    state: Mapped[str]
    reason: Mapped[str]
    since: Mapped[datetime]
    changes: Mapped[int]
    counted_from: Mapped[datetime]


class SealRow(Base):
    """A batch of facts in the hash chain: all after the batch before, up to `last_fact`."""

    __tablename__ = "seal"
    id: Mapped[int] = column(primary_key=True)
    last_fact: Mapped[int] = column(unique=True)
    facts: Mapped[int]
    digest: Mapped[str]
    at: Mapped[datetime]


class ServiceRow(Base):
    """One ticket at one window, from the call to the end; what a rating belongs to."""

    __tablename__ = "service"
    id: Mapped[int] = column(primary_key=True)
    ticket: Mapped[int] = column(ForeignKey("ticket.id"), index=True)
    window_number: Mapped[int]
    business_day: Mapped[date]
    called_at: Mapped[datetime]
    recalled_at: Mapped[datetime | None]
    calls: Mapped[int]
    started_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    outcome: Mapped[str | None]
    rating_asked_at: Mapped[datetime | None]

    __table_args__ = (
        Index("ix_service_window", "window_number", "id"),
        Index("ix_service_day", "business_day", "id"),
        Index(
            "ux_service_open",
            "window_number",
            unique=True,
            sqlite_where=literal_column("ended_at IS NULL"),
            postgresql_where=literal_column("ended_at IS NULL"),
        ),
    )


class RatingRow(Base):
    """The rating of one service, 1–5; at most one per service by its primary key."""

    __tablename__ = "rating"
    service: Mapped[int] = column(ForeignKey("service.id"), primary_key=True)
    score: Mapped[int]
    source: Mapped[str]
    at: Mapped[datetime]


class PrintJobRow(Base):
    """A slip to print: a ticket's, or the `paper` of a case. States: pending, sending, sent,
    confirmed, uncertain, failed.
    """

    __tablename__ = "print_job"
    id: Mapped[int] = column(primary_key=True)
    ticket: Mapped[int | None] = column(ForeignKey("ticket.id"), index=True)
    printer: Mapped[str]
    state: Mapped[str]
    reprint: Mapped[bool]
    detail: Mapped[str]
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    case: Mapped[int | None] = column(ForeignKey("case_file.id"), index=True)
    paper: Mapped[str | None]

    __table_args__ = (Index("ix_print_job_state", "printer", "state", "id"),)


class FactRow(Base):
    """The outbox: what happened, in commit order, written with what it tells of."""

    __tablename__ = "fact"
    id: Mapped[int] = column(primary_key=True)
    at: Mapped[datetime]
    business_day: Mapped[date]
    kind: Mapped[str]
    payload: Mapped[dict[str, Any]]

    __table_args__ = ({"sqlite_autoincrement": True},)
