"""The tables of the calendar and of the registers' cases."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnClause, ForeignKey, Index, literal_column

from shared.storage.declared import Base, Mapped, column

RUNNING_SQL = "phase = 'running'"
UNKNOWN_SQL = "phase = 'unknown'"
SILENT_SQL = "raised_at IS NULL"
GOING_ON_SQL = "closed_at IS NULL"
KEPT_SQL = "forget_on IS NOT NULL"


def _only(name: str, *columns: str, where: str) -> Index:
    condition: ColumnClause[bool] = literal_column(where)
    return Index(name, *columns, sqlite_where=condition, postgresql_where=condition)


class CalendarYearRow(Base):
    """A year whose working days are known, and where they are from."""

    __tablename__ = "calendar_year"
    year: Mapped[int] = column(primary_key=True, autoincrement=False)
    source: Mapped[str]
    loaded_at: Mapped[datetime]


class CalendarDayRow(Base):
    """A day that is not what its weekday says: `kind` work, rest or holiday."""

    __tablename__ = "calendar_day"
    day: Mapped[date] = column(primary_key=True)
    kind: Mapped[str]
    name: Mapped[str]


class CaseFileRow(Base):
    """A case of a register. `on_day` is the day it is the hall's business (an appointment's),
    `forget_on` the day from which its personal fields are not kept any more.
    """

    __tablename__ = "case_file"
    id: Mapped[int] = column(primary_key=True)
    code: Mapped[str] = column(unique=True)
    register: Mapped[str]
    state: Mapped[str]
    origin: Mapped[str]
    business_day: Mapped[date]
    opened_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    on_day: Mapped[date | None]
    forget_on: Mapped[date | None]

    __table_args__ = (
        Index("ix_case_file_register", "register", "id"),
        _only("ix_case_file_day", "register", "on_day", where=GOING_ON_SQL),
        _only("ix_case_file_forget", "forget_on", where=KEPT_SQL),
    )


class CaseEntryRow(Base):
    """One line of a case's log; `private` are its personal fields, encrypted."""

    __tablename__ = "case_entry"
    case: Mapped[int] = column(ForeignKey("case_file.id"), primary_key=True)
    ordinal: Mapped[int] = column(primary_key=True, autoincrement=False)
    step: Mapped[str]
    at: Mapped[datetime]
    state: Mapped[str]
    role: Mapped[str]
    actor: Mapped[str]
    fields: Mapped[dict[str, Any]]
    private: Mapped[str | None]


class CaseDeadlineRow(Base):
    """How a deadline of a case stands. `phase`: running, paused, unknown, met, late, moot."""

    __tablename__ = "case_deadline"
    case: Mapped[int] = column(ForeignKey("case_file.id"), primary_key=True)
    name: Mapped[str] = column(primary_key=True)
    phase: Mapped[str]
    round: Mapped[int]
    start: Mapped[datetime]
    due: Mapped[datetime | None]
    ended: Mapped[datetime | None]
    amount: Mapped[int | None]
    year: Mapped[int | None]

    __table_args__ = (
        _only("ix_case_deadline_due", "due", where=RUNNING_SQL),
        _only("ix_case_deadline_unknown", "year", where=UNKNOWN_SQL),
    )


class CaseAlarmRow(Base):
    """An alarm planned for a moment; raised once, and never planned for that moment again."""

    __tablename__ = "case_alarm"
    case: Mapped[int] = column(ForeignKey("case_file.id"), primary_key=True)
    deadline: Mapped[str] = column(primary_key=True)
    name: Mapped[str] = column(primary_key=True)
    at: Mapped[datetime] = column(primary_key=True)
    to_role: Mapped[str]
    raised_at: Mapped[datetime | None]

    __table_args__ = (_only("ix_case_alarm_silent", "at", where=SILENT_SQL),)


class CaseFindRow(Base):
    """The keyed hash of a personal field by which an open case is found; gone when it closes."""

    __tablename__ = "case_find"
    case: Mapped[int] = column(ForeignKey("case_file.id"), primary_key=True)
    field: Mapped[str] = column(primary_key=True)
    hash: Mapped[str] = column(index=True)
