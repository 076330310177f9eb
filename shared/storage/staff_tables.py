"""The tables of the staff and of who was at which window when."""

from datetime import datetime

from sqlalchemy import ColumnClause, ForeignKey, Index, literal_column

from shared.storage.declared import Base, Mapped, column

NOW_SQL = "ended_at IS NULL"
SEATED_SQL = "ended_at IS NULL AND seated IS NOT NULL"


def _one(name: str, *columns: str, where: str) -> Index:
    condition: ColumnClause[bool] = literal_column(where)
    return Index(name, *columns, unique=True, sqlite_where=condition, postgresql_where=condition)


class StaffRow(Base):
    """Somebody of the staff; who has gone stays, not `active`. `password` is a PHC string with its
    parameters and salt, None before one was set; `failures` are wrong ones in a row.
    """

    __tablename__ = "staff"
    number: Mapped[str] = column(primary_key=True)
    name: Mapped[str]
    unit: Mapped[str]
    post: Mapped[str]
    phone: Mapped[str]
    party_member: Mapped[bool]
    photo: Mapped[str]
    partner: Mapped[str]
    roles: Mapped[str]
    active: Mapped[bool]
    password: Mapped[str | None]
    failures: Mapped[int]
    locked_until: Mapped[datetime | None]


class PostSpanRow(Base):
    """A window from when to when in one state (attended, absent, covered), and who answered for
    it; the newest, without end, is how it is now. `seated` is who sits there.
    """

    __tablename__ = "post_span"
    id: Mapped[int] = column(primary_key=True)
    window_number: Mapped[int]
    state: Mapped[str]
    act: Mapped[str]
    person: Mapped[str] = column(ForeignKey("staff.number"))
    partner: Mapped[str]
    seated: Mapped[str | None]
    main: Mapped[str] = column(ForeignKey("staff.number"))
    second: Mapped[str]
    reason: Mapped[str]
    place: Mapped[str]
    contact: Mapped[str]
    until: Mapped[datetime | None]
    whereabouts: Mapped[str]
    handover: Mapped[str]
    began_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]

    __table_args__ = (
        Index("ix_post_span_window", "window_number", "began_at"),
        Index("ix_post_span_ended", "ended_at"),
        _one("ux_post_span_now", "window_number", where=NOW_SQL),
        _one("ux_post_span_person", "person", where=NOW_SQL),
        _one("ux_post_span_seated", "seated", where=SEATED_SQL),
    )
