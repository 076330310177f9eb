"""A register's cases as the rows of a sheet, in one snapshot."""

from collections.abc import Iterator

from shared.domain.errors import Unavailable
from shared.domain.register.declaration import Register
from shared.domain.register.sheet import columns
from shared.storage import cases
from shared.usecases.cases.persons import disclose
from shared.usecases.cases.reading import read_log
from shared.usecases.context import Context


def exported(ctx: Context, register: str, *, reveal: bool, by: str) -> Iterator[list[str]]:
    """Yield the heading, then a row for each entry of each case, oldest case first.

    Personal fields are masked; with `reveal` they stand in full, which is told as a fact before,
    and Unavailable is raised when a key is missing. Bad input is raised at once, before the rows.
    """
    declared = ctx.registers.register(register)
    if reveal:
        with ctx.database.read() as tx:
            count = cases.count(tx, declared.code)
        disclose(ctx, f"register:{declared.code}", count, by)
    return _rows(ctx, declared, reveal)


def _rows(ctx: Context, register: Register, reveal: bool) -> Iterator[list[str]]:
    sheet = columns(register)
    personal = any(field.personal for field in register.fields.values())
    yield sheet.heading(reveal)
    with ctx.database.read() as tx:
        for case in cases.every(tx, register.code):
            log = read_log(ctx, case.code, cases.log(tx, case.id))
            if log.locked and reveal:
                raise Unavailable(
                    f"{case.code} cannot be read: hall.key is missing the key {log.locked[0]}",
                    "put the key back, or export without --reveal",
                )
            gone = personal and case.closed_at is not None and case.forget_on is None
            for entry in log.entries:
                yield sheet.row(case.code, case.origin, entry, gone=gone, reveal=reveal)
