"""The tables of the duty: evacuations, what became of alarms, helpers' keys."""

from datetime import datetime

from sqlalchemy import Index, literal_column

from shared.storage.declared import Base, Mapped, column

GOING_ON_SQL = "ended_at IS NULL"


class EvacuationRow(Base):
    """An evacuation; `ended_at` None while it goes on."""

    __tablename__ = "evacuation"
    id: Mapped[int] = column(primary_key=True)
    began_at: Mapped[datetime]
    text: Mapped[str]
    text_en: Mapped[str]
    ended_at: Mapped[datetime | None]

    __table_args__ = (
        Index(
            "ix_evacuation_going_on",
            "id",
            sqlite_where=literal_column(GOING_ON_SQL),
            postgresql_where=literal_column(GOING_ON_SQL),
        ),
    )


class AlarmRow(Base):
    """What became of an alarm that has no record of its own: taken, met, escalated."""

    __tablename__ = "alarm"
    kind: Mapped[str] = column(primary_key=True)
    subject: Mapped[str] = column(primary_key=True)
    taken_at: Mapped[datetime | None]
    taken_by: Mapped[str | None]
    met_at: Mapped[datetime | None]
    met_by: Mapped[str | None]
    escalated_at: Mapped[datetime | None]


class HelperKeyRow(Base):
    """A helper's page: the digest of its key, and whose it is."""

    __tablename__ = "helper_key"
    digest: Mapped[str] = column(primary_key=True)
    name: Mapped[str]
    made_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
