"""Tables declared as typed classes on SQLAlchemy Core; its ORM would cost each start 0.3 s."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import lru_cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, ClassVar, get_args, get_origin, get_type_hints

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Double,
    Integer,
    MetaData,
    String,
    Table,
    TypeDecorator,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeEngine

if TYPE_CHECKING:  # which knows that an attribute of the class is a column of its type
    from sqlalchemy.orm import Mapped
else:
    Mapped = Column

__all__ = ["Base", "Mapped", "UtcDateTime", "column"]


class UtcDateTime(TypeDecorator[datetime]):
    """A moment with zone, kept as UTC: SQLite would drop the zone silently."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Any:
        """Return what turns a moment into what the driver takes; SQLite is given text."""
        return _utc_text if dialect.name == "sqlite" else _utc

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        """Return what turns the driver's value into a moment."""
        return _from_text if dialect.name == "sqlite" else None


TYPES: dict[Any, type[TypeEngine[Any]]] = {
    bool: Boolean,
    date: Date,
    datetime: UtcDateTime,
    dict[str, Any]: JSON,
    float: Double,
    int: Integer,
    str: String,
}


def column(*details: Any, **options: Any) -> Any:
    """Say more of a column than its annotation does: keys, references, another type."""
    return details, options


class Base:
    """A table: `__tablename__`, a `Mapped[...]` annotation for each column, `__table_args__`.

    The class stands for its table in statements, its attributes for the columns.
    """

    metadata: ClassVar[MetaData] = MetaData()
    __tablename__: ClassVar[str]
    __table_args__: ClassVar[tuple[Any, ...]] = ()
    __table__: ClassVar[Table]

    def __init_subclass__(cls) -> None:
        """Make the table from what the class says."""
        items = [one for one in cls.__table_args__ if not isinstance(one, dict)]
        options: dict[str, Any] = {}
        for one in cls.__table_args__:
            options |= one if isinstance(one, dict) else {}
        cls.__table__ = Table(cls.__tablename__, cls.metadata, *_columns(cls), *items, **options)
        for one in cls.__table__.columns:
            setattr(cls, one.name, one)

    @classmethod
    def __clause_element__(cls) -> Table:
        """Return the table, for SQLAlchemy."""
        return cls.__table__


def _columns(cls: type[Base]) -> Iterator[Column[Any]]:
    hints = get_type_hints(cls)
    for name in cls.__annotations__:
        if get_origin(hints[name]) is not Column:
            continue
        (kind,) = get_args(hints[name])
        nullable = isinstance(kind, UnionType) and NoneType in get_args(kind)
        if nullable:
            (kind,) = set(get_args(kind)) - {NoneType}
        details, options = getattr(cls, name, ((), {}))
        typed = any(isinstance(detail, TypeEngine) for detail in details)
        known = () if typed else (TYPES[kind],)
        yield Column(name, *known, *details, nullable=nullable, **options)


def _utc(value: datetime | None) -> datetime | None:
    if value is None:
        return None
    if value.tzinfo is None:
        raise ValueError("a moment without time zone")
    return value.astimezone(UTC)


def _utc_text(value: datetime | None) -> str | None:
    return None if value is None else _text(value, value.fold)


@lru_cache(maxsize=64)  # one moment is written many times in a transaction
def _text(value: datetime, _fold: int) -> str:
    # Moments of a repeated hour are equal and differ in fold alone.
    utc = _utc(value)
    assert utc is not None
    return utc.isoformat(" ", "microseconds")[:26]


def _from_text(value: str | None) -> datetime | None:
    return None if value is None else datetime.fromisoformat(value).replace(tzinfo=UTC)
