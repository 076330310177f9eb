"""hall case export, import, pdf, paper: registers as sheets, cases as papers."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from shared.commands.case import CaseArgument, RegisterArgument, group
from shared.commands.options import ByOption, HallOption, JsonOption, context, show, who
from shared.domain.errors import BadInput

SheetArgument = Annotated[Path, typer.Argument(metavar="FILE", help="A .csv or .xlsx file.")]
PdfArgument = Annotated[Path, typer.Argument(metavar="FILE", help="A .pdf file.")]


@group.command("export")
def export(
    register: RegisterArgument,
    file: SheetArgument,
    reveal: Annotated[
        bool, typer.Option("--reveal", help="Personal fields in full, to be imported again.")
    ] = False,
    by: ByOption = None,
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Write all cases of a register into a sheet, a row for each entry of their logs."""
    from shared.reports.register_file import write_register
    from shared.usecases.cases.exporting import exported

    ctx = context(hall)
    declared = ctx.registers.register(register)
    count = 0

    def counted() -> Iterator[list[str]]:
        nonlocal count
        for row in exported(ctx, declared.code, reveal=reveal, by=who(by)):
            yield row
            count += 1

    write_register(counted(), declared.name, file)
    rows = max(count - 1, 0)
    data = {"register": declared.code, "file": file, "rows": rows, "revealed": reveal}
    show(data, f"{declared.name}: {rows} rows in {file}", as_json)


@group.command("import")
def import_(
    register: RegisterArgument,
    file: SheetArgument,
    by: ByOption = None,
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Take in cases from a sheet, all of them or none; docs/registers.md explains its columns."""
    from shared.domain.register.sheet import read_rows
    from shared.reports.register_file import read_register
    from shared.usecases.cases.importing import import_cases

    ctx = context(hall)
    declared = ctx.registers.register(register)
    rows, problems = read_rows(declared, read_register(file))
    if problems:
        raise BadInput(f"{file.name}: {'；'.join(problems[:10])}", "nothing was taken in")
    done = import_cases(ctx, declared.code, rows, who(by))
    words = f"{len(done.cases)} cases taken in with their past, {len(done.opened)} opened"
    show({"register": declared.code, **vars(done)}, words, as_json)


@group.command("paper")
def paper(
    case: CaseArgument,
    kind: Annotated[str, typer.Argument(metavar="KIND", help="As `hall case show` lists them.")],
    file: PdfArgument,
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Write one of the papers of a case, its form or notice, as PDF."""
    from shared.reports.case_paper import paper_of, write_paper
    from shared.usecases.cases import show_case

    ctx = context(hall)
    found = show_case(ctx, case)
    chosen = paper_of(found, kind)
    write_paper(found, chosen, ctx.hall.name, ctx.clock(), file)
    data = {"case": found.file.code, "paper": chosen.name, "size": chosen.size, "file": file}
    show(data, f"{chosen.title}: {file}", as_json)


@group.command("pdf")
def pdf(
    case: CaseArgument,
    file: PdfArgument,
    reveal: Annotated[bool, typer.Option("--reveal", help="Personal fields in full.")] = False,
    by: ByOption = None,
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Write a whole case, its fields, deadlines and log, as PDF for the archive."""
    from shared.reports.case_paper import write_case
    from shared.usecases.cases import show_case
    from shared.usecases.cases.persons import disclose

    ctx = context(hall)
    found = show_case(ctx, case)
    if reveal:
        disclose(ctx, "case", 1, who(by))
    write_case(found, ctx.hall.name, ctx.clock(), file, reveal=reveal)
    show({"case": found.file.code, "file": file}, f"{found.file.code}: {file}", as_json)
