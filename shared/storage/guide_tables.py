"""The tables of items' guides."""

from sqlalchemy import ForeignKey

from shared.storage.declared import Base, Mapped, column


class GuideRow(Base):
    """A guide, known by its item's code: a catalogue that is imported anew keeps it."""

    __tablename__ = "guide"
    item: Mapped[str] = column(primary_key=True)
    legal_days: Mapped[int | None]
    promised_days: Mapped[int | None]
    fee: Mapped[str]
    fee_basis: Mapped[str]
    law: Mapped[str]
    notes: Mapped[str]
    place: Mapped[str]
    sample: Mapped[bool]


class GuideMaterialRow(Base):
    """A material of a guide; `ordinal` from 1."""

    __tablename__ = "guide_material"
    item: Mapped[str] = column(ForeignKey("guide.item", ondelete="CASCADE"), primary_key=True)
    ordinal: Mapped[int] = column(primary_key=True, autoincrement=False)
    name: Mapped[str]
    count: Mapped[int]
    form: Mapped[str]
    source: Mapped[str]
    note: Mapped[str]


class GuideStepRow(Base):
    """A step of a guide; `ordinal` from 1."""

    __tablename__ = "guide_step"
    item: Mapped[str] = column(ForeignKey("guide.item", ondelete="CASCADE"), primary_key=True)
    ordinal: Mapped[int] = column(primary_key=True, autoincrement=False)
    text: Mapped[str]
