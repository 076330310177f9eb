"""Core statements compiled once and handed straight to the driver.

Executing through the engine costs several times what the database itself needs for a row; with
a dozen statements in a ticket that would be most of its time (docs/adr/0007). What SQLAlchemy
knows is kept: the SQL of each database and the types of every parameter and column.
"""

from collections import namedtuple
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Executable, ReturnsRows
from sqlalchemy.engine import Dialect
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.types import TypeEngine

_Convert = Callable[[Any], Any]


@dataclass(slots=True)
class _Compiled:
    """The SQL for one database and one set of parameters; None converts nothing.

    How columns are read is known from the first answer on: it depends on the driver's types.
    """

    sql: str
    binds: tuple[tuple[str, _Convert | None], ...]
    constants: dict[str, Any]
    positional: bool
    row: Callable[..., Any]
    kinds: tuple[TypeEngine[Any], ...]
    readers: tuple[_Convert | None, ...] = ()

    def read_by(self, tx: Connection, cursor: Any) -> tuple[_Convert | None, ...]:
        """Return what reads each column of an answer."""
        if not self.readers:
            self.readers = tuple(
                kind.dialect_impl(tx.dialect).result_processor(tx.dialect, column[1])
                for kind, column in zip(self.kinds, cursor.description, strict=True)
            )
        return self.readers


class Prepared:
    """A statement that is run often; the names of its parameters are those it is run with.

    It must not use what SQLAlchemy expands at execution, such as `in_` of a list.
    """

    def __init__(self, statement: Executable) -> None:
        self._statement = statement
        self._compiled: dict[tuple[str, ...], _Compiled] = {}

    def run(self, tx: Connection, **params: Any) -> int:
        """Run it; returns how many rows it changed."""
        return int(self._cursor(tx, params)[1].rowcount)

    def all(self, tx: Connection, **params: Any) -> list[Any]:
        """Run it; returns its rows, with the columns as attributes."""
        compiled, cursor = self._cursor(tx, params)
        make, readers = compiled.row, compiled.read_by(tx, cursor)
        return [
            make(*[v if c is None else c(v) for c, v in zip(readers, row, strict=True)])
            for row in cursor.fetchall()
        ]

    def one(self, tx: Connection, **params: Any) -> Any:
        """Run it; returns its only row, None when there is none."""
        rows = self.all(tx, **params)
        return rows[0] if rows else None

    def scalar(self, tx: Connection, **params: Any) -> Any:
        """Run it; returns the first column of its only row, None when there is none."""
        compiled, cursor = self._cursor(tx, params)
        rows = cursor.fetchall()  # or an INSERT … RETURNING would stay open
        if not rows:
            return None
        read = compiled.read_by(tx, cursor)[0]
        return rows[0][0] if read is None else read(rows[0][0])

    def _cursor(self, tx: Connection, params: dict[str, Any]) -> tuple[_Compiled, Any]:
        key = (tx.dialect.name, *params)
        compiled = self._compiled.get(key)
        if compiled is None:
            compiled = self._compiled[key] = _compile(self._statement, tx.dialect, params)
        given = {**compiled.constants, **params} if compiled.constants else params
        binds = compiled.binds
        if compiled.positional:
            values: Any = [given[name] if c is None else c(given[name]) for name, c in binds]
        else:
            values = {name: given[name] if c is None else c(given[name]) for name, c in binds}
        driver: Any = tx.connection.dbapi_connection
        return compiled, driver.execute(compiled.sql, values)


def _compile(statement: Executable, dialect: Dialect, params: dict[str, Any]) -> _Compiled:
    made: Any = statement.compile(dialect=dialect, column_keys=list(params))  # type: ignore[attr-defined]
    compiled: SQLCompiler = made
    types = {name: bind.type for bind, name in compiled.bind_names.items()}
    constants = {n: bind.value for bind, n in compiled.bind_names.items() if n not in params}
    names = list(compiled.positiontup or ()) if compiled.positional else list(types)
    binds = tuple((name, _binder(types[name], dialect)) for name in names)
    columns = list(statement.exported_columns) if isinstance(statement, ReturnsRows) else []
    row = namedtuple("Row", [column.key or f"c{i}" for i, column in enumerate(columns)])  # type: ignore[misc]
    kinds = tuple(column.type for column in columns)
    return _Compiled(str(compiled), binds, constants, compiled.positional, row, kinds)


def _binder(kind: TypeEngine[Any], dialect: Dialect) -> _Convert | None:
    found: _Convert | None = kind.dialect_impl(dialect).bind_processor(dialect)
    return found
