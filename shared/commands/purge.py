"""hall purge, hall case forget, hall case export-person: personal fields in their time."""

import json
import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from shared.commands.case import group
from shared.commands.options import ByOption, HallOption, JsonOption, context, show, who
from shared.domain.errors import BadInput

if TYPE_CHECKING:
    from shared.usecases.cases.forgetting import Kept, Purged
    from shared.usecases.context import Context

YesOption = Annotated[
    bool, typer.Option("--yes", help="Do it; without it only what would be done is told.")
]


def purge(yes: YesOption = False, hall: HallOption = None, as_json: JsonOption = False) -> None:
    """Destroy the personal fields of cases whose time is over, and prove it."""
    from shared.usecases.audit import verify
    from shared.usecases.cases.forgetting import due_to_forget
    from shared.usecases.cases.forgetting import purge as destroy

    ctx = context(hall)
    if not yes:
        due = due_to_forget(ctx)
        counted = Counter(case.register for case in due)
        lines = [f"{count:6}  {_name(ctx, code)}" for code, count in sorted(counted.items())]
        data = {"due": [case.code for case in due], "registers": counted, "done": False}
        told = "\n".join([*lines, "destroy them with: hall purge --yes"])
        show(data, told if due else "nothing is over its time", as_json)
        return
    done = destroy(ctx)
    audit = verify(ctx)
    words = "the audit is whole" if audit.whole else "the audit is broken: hall audit verify"
    show(
        {"purged": done.codes, "left": done.left, "swept": done.swept, "whole": audit.whole},
        f"{_destroyed(done)}\n{words}",
        as_json,
    )
    if not audit.whole:
        raise typer.Exit(1)


@group.command("forget")
def forget(
    cases: Annotated[list[str] | None, typer.Argument(metavar="[CASE]...")] = None,
    person: Annotated[
        str | None, typer.Option(help="All cases of an identity or telephone number.")
    ] = None,
    yes: YesOption = False,
    by: ByOption = None,
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Destroy the personal fields of cases because the person asks; says what must be kept."""
    from shared.usecases.cases.forgetting import forget_on_request, kept
    from shared.usecases.cases.persons import cases_of

    if not cases and person is None:
        raise BadInput("no case was named", "name cases, or --person NUMBER")
    ctx = context(hall)
    codes = [*(cases or []), *(cases_of(ctx, person) if person is not None else [])]
    found = [kept(ctx, code) for code in codes]
    can = [one.code for one in found if not one.refused and not one.gone]
    data: dict[str, Any] = {
        "cases": [vars(one) for one in found],
        "done": yes,
    }
    lines = [f"{one.code}  {one.register}  {_fate(one)}" for one in found]
    if yes:
        done = forget_on_request(ctx, can, who(by))
        data |= {"forgotten": done.codes, "left": done.left, "swept": done.swept}
        lines.append(_destroyed(done))
    elif can:
        lines.append("destroy them with --yes")
    show(data, "\n".join(lines) or "nothing is kept of this person", as_json)


@group.command("export-person")
def export_person(
    number: Annotated[str, typer.Argument(metavar="NUMBER", help="Identity or telephone number.")],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="JSON; only you may read it.")],
    by: ByOption = None,
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Write all that the registers hold of a person, to be handed to them."""
    from shared.commands.case_words import shown_data
    from shared.reports.errors import writing
    from shared.usecases.cases.persons import person_file

    ctx = context(hall)
    found = person_file(ctx, number, who(by))
    labels = [{name: field.label for name, field in case.register.fields.items()} for case in found]
    data = {
        "hall": ctx.hall.name,
        "at": ctx.clock().isoformat(),
        "cases": [
            {
                "name": case.register.name,
                "document": case.register.document,
                "keep_days": case.register.keep_days,
                "must_keep": case.register.must_keep,
                "labels": names,
                **shown_data(case, ctx.zone, reveal=True),
            }
            for case, names in zip(found, labels, strict=True)
        ],
    }
    with writing(file):
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write(json.dumps(data, ensure_ascii=False, indent=1, default=str) + "\n")
    codes = [case.file.code for case in found]
    show({"cases": codes, "file": file}, f"{len(codes)} cases: {file}", as_json)


def _fate(one: "Kept") -> str:
    if one.refused:
        return f"kept: {one.refused}"
    return "nothing personal is kept" if one.gone else "can be forgotten"


def _destroyed(done: "Purged") -> str:
    words = f"{len(done.codes)} cases forgotten, {done.left} personal fields left of them"
    return words if done.swept else f"{words}; somebody reads just now: sweep again later"


def _name(ctx: "Context", code: str) -> str:
    register = ctx.registers.known.get(code)
    return register.name if register else code
