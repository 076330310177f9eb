"""The tables, typed; use cases write them with Core statements on these classes' tables."""

from datetime import UTC, date, datetime
from typing import Any, ClassVar

from sqlalchemy import (
    JSON,
    DateTime,
    ForeignKey,
    Index,
    TypeDecorator,
    UniqueConstraint,
    literal_column,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

IN_LINE_SQL = "state IN ('waiting', 'transferred')"
"""Literal, because SQLite uses a partial index only for a condition it can see."""


class UtcDateTime(TypeDecorator[datetime]):
    """A moment with zone, kept as UTC: SQLite would drop the zone silently."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without time zone")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None or value.tzinfo is not None:
            return value
        return value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    """Common types of all tables."""

    type_annotation_map: ClassVar[dict[Any, Any]] = {datetime: UtcDateTime, dict[str, Any]: JSON}


class HallRow(Base):
    """The hall a database belongs to: one row."""

    __tablename__ = "hall"
    code: Mapped[str] = mapped_column(primary_key=True)


class ItemRow(Base):
    """A service item (事项); `queue` only where its list states one, else the routes decide."""

    __tablename__ = "item"
    code: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
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
    document: Mapped[str] = mapped_column(primary_key=True)
    table_name: Mapped[str] = mapped_column(primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    item: Mapped[str] = mapped_column(ForeignKey("item.code", ondelete="CASCADE"), index=True)
    number: Mapped[int]
    type: Mapped[str]


class CounterRow(Base):
    """The last number given out; the row is the lock that keeps numbers unique."""

    __tablename__ = "counter"
    hall: Mapped[str] = mapped_column(primary_key=True)
    business_day: Mapped[date] = mapped_column(primary_key=True)
    prefix: Mapped[str] = mapped_column(primary_key=True)
    last: Mapped[int]


class TicketRow(Base):
    """A ticket. `place` orders the line: the id of the fact that put the ticket there."""

    __tablename__ = "ticket"
    id: Mapped[int] = mapped_column(primary_key=True)
    hall: Mapped[str]
    business_day: Mapped[date]
    prefix: Mapped[str]
    number: Mapped[int]
    key: Mapped[str] = mapped_column(unique=True)
    ticket_class: Mapped[str]
    queue: Mapped[str]
    state: Mapped[str]
    place: Mapped[int]
    for_window: Mapped[int | None]
    item: Mapped[str | None]
    item_name: Mapped[str | None]
    origin: Mapped[str]
    issued_at: Mapped[datetime]
    ahead: Mapped[int]
    wait_low_min: Mapped[int | None]
    wait_high_min: Mapped[int | None]

    __table_args__ = (
        UniqueConstraint("hall", "business_day", "prefix", "number"),
        Index(
            "ix_ticket_line",
            "business_day",
            "for_window",
            "queue",
            "ticket_class",
            "place",
            sqlite_where=literal_column(IN_LINE_SQL),
            postgresql_where=literal_column(IN_LINE_SQL),
        ),
    )


class ServiceRow(Base):
    """One ticket at one window, from the call to the end; what a rating belongs to."""

    __tablename__ = "service"
    id: Mapped[int] = mapped_column(primary_key=True)
    ticket: Mapped[int] = mapped_column(ForeignKey("ticket.id"), index=True)
    window_number: Mapped[int]
    business_day: Mapped[date]
    called_at: Mapped[datetime]
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
    service: Mapped[int] = mapped_column(ForeignKey("service.id"), primary_key=True)
    score: Mapped[int]
    source: Mapped[str]
    at: Mapped[datetime]


class PrintJobRow(Base):
    """A slip to print. States: pending, sending, sent, confirmed, uncertain, failed."""

    __tablename__ = "print_job"
    id: Mapped[int] = mapped_column(primary_key=True)
    ticket: Mapped[int] = mapped_column(ForeignKey("ticket.id"), index=True)
    printer: Mapped[str]
    state: Mapped[str]
    reprint: Mapped[bool]
    detail: Mapped[str]
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]

    __table_args__ = (Index("ix_print_job_state", "printer", "state", "id"),)


class FactRow(Base):
    """The outbox: what happened, in commit order, written with what it tells of."""

    __tablename__ = "fact"
    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    business_day: Mapped[date]
    kind: Mapped[str]
    payload: Mapped[dict[str, Any]]

    __table_args__ = ({"sqlite_autoincrement": True},)
