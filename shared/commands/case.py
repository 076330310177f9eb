"""hall case: the registers' cases opened, advanced, listed, shown, and what is due."""

from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from shared.commands.case_words import (
    case_data,
    case_lines,
    deadline_data,
    due_words,
    register_data,
    register_lines,
)
from shared.commands.options import ByOption, HallOption, JsonOption, context, show, who
from shared.domain.errors import BadInput

if TYPE_CHECKING:
    from shared.domain.register.declaration import Role
    from shared.registers import Registers
    from shared.storage.cases import CaseFile

group = typer.Typer(name="case", help="Cases of the registers (登记簿).", no_args_is_help=True)

RegisterArgument = Annotated[str, typer.Argument(metavar="REGISTER", help="Code, name or prefix.")]
CaseArgument = Annotated[str, typer.Argument(metavar="CASE", help="Such as TS-20261123-001.")]
SetOption = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="FIELD=VALUE", help="A field; may be repeated."),
]
RoleOption = Annotated[
    str,
    typer.Option(
        "--as", help="applicant, clerk, helper, agent, manager, head or admin.", show_default=True
    ),
]


@group.command("open")
def open_(
    register: RegisterArgument,
    set_: SetOption = None,
    origin: Annotated[str, typer.Option(help="Where it comes from: desk, phone, kiosk …")] = "desk",
    role: RoleOption = "clerk",
    by: ByOption = None,
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Open a case in a register."""
    from shared.usecases.cases import open_case

    ctx, actor = context(hall), who(by)
    opened = open_case(ctx, register, _fields(set_), origin=origin, role=_role(role), by=actor)
    data = {
        "case": opened.code,
        "register": opened.register,
        "state": opened.state,
        "deadlines": [deadline_data(one, ctx.zone) for one in opened.deadlines],
        "remarks": opened.remarks,
        "proposed": opened.proposed,
        "by": actor,
    }
    declared = ctx.registers.known[opened.register]
    lines = [f"{opened.code}  {opened.state_label}", *opened.remarks]
    lines += [
        f"  {declared.deadlines[one.name].label}: {due_words(one, ctx.zone)}"
        for one in opened.deadlines
        if not declared.deadlines[one.name].limit
    ]
    show(data, "\n".join(lines), as_json)


@group.command("advance")
def advance(
    case: CaseArgument,
    step: Annotated[str, typer.Argument(metavar="STEP", help="As `hall case show` lists them.")],
    set_: SetOption = None,
    role: RoleOption = "clerk",
    by: ByOption = None,
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Take a step in a case."""
    from shared.usecases.cases import advance_case

    ctx, actor = context(hall), who(by)
    done = advance_case(ctx, case, step, _fields(set_), role=_role(role), by=actor)
    data = {
        "case": done.code,
        "step": step,
        "state": done.state,
        "closed": done.closed,
        "remarks": done.remarks,
        "proposed": done.proposed,
        "by": actor,
    }
    lines = [f"{done.code}  {done.state_label}", *done.remarks]
    lines += [f"proposed: {code}" for code in done.proposed]
    show(data, "\n".join(lines), as_json)


@group.command("list")
def list_(
    register: Annotated[
        str | None, typer.Argument(metavar="[REGISTER]", show_default=False)
    ] = None,
    state: Annotated[str | None, typer.Option(help="Only cases in this state.")] = None,
    closed: Annotated[bool, typer.Option("--closed", help="Closed ones too.")] = False,
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """List cases, newest first, each with what is due first."""
    from shared.usecases.cases import list_cases, next_due

    ctx = context(hall)
    found = list_cases(ctx, register, state, closed=closed)
    due = next_due(ctx, found)
    times = [f"{one.opened_at.astimezone(ctx.zone):%Y-%m-%d %H:%M}" for one in found]
    lines = [
        f"{one.code}  {_called(ctx.registers, one)}  {at}"
        + (f"  due: {due_words(due[one.code], ctx.zone)}" if one.code in due else "")
        for one, at in zip(found, times, strict=True)
    ]
    data = {
        "cases": [
            case_data(one, ctx.zone)
            | {"due": deadline_data(due[one.code], ctx.zone) if one.code in due else None}
            for one in found
        ]
    }
    show(data, "\n".join(lines) or "no cases", as_json)


@group.command("show")
def show_(
    case: CaseArgument,
    reveal: Annotated[bool, typer.Option("--reveal", help="Personal fields in full.")] = False,
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show a case: its fields, its log, its deadlines, and what can be done next."""
    from shared.commands.case_words import shown_data
    from shared.usecases.cases import show_case

    ctx = context(hall)
    found = show_case(ctx, case)
    show(
        shown_data(found, ctx.zone, reveal), "\n".join(case_lines(found, ctx.zone, reveal)), as_json
    )


@group.command("print")
def print_(
    case: CaseArgument,
    paper: Annotated[
        str | None, typer.Option(help="Its name or title; else the case's newest slip of 80 mm.")
    ] = None,
    kiosk: Annotated[str | None, typer.Option(help="At whose printer; else the first.")] = None,
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Print a paper of a case, with its number and QR code, at a kiosk's printer."""
    from shared.usecases.papers import print_case

    ctx = context(hall)
    printer = ctx.config.kiosk(kiosk).id
    job = print_case(ctx, case, printer, paper)
    show({"case": case, "kiosk": printer, "job": job}, f"{case} → {printer}", as_json)


@group.command("due")
def due(
    register: Annotated[
        str | None, typer.Argument(metavar="[REGISTER]", show_default=False)
    ] = None,
    days: Annotated[float, typer.Option(help="What runs out within so many days.")] = 1.0,
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """List the deadlines that are over or run out soon, and those nobody can know yet."""
    from shared.usecases.cases import due_cases

    if days < 0:
        raise BadInput("a number of days below 0", "such as --days 3")
    ctx = context(hall)
    found = due_cases(ctx, timedelta(days=days), register)
    data, lines = [], []
    for one in found:
        deadline = one.case.deadline
        told = deadline_data(deadline, ctx.zone)
        data.append(
            {"case": one.case.code, "register": one.case.register, "overdue": one.overdue} | told
        )
        declared = ctx.registers.known.get(one.case.register)
        rule = declared.deadlines.get(deadline.name) if declared else None
        mark = "OVERDUE  " if one.overdue else ""
        lines.append(
            f"{one.case.code}  {mark}{rule.label if rule else deadline.name}: "
            f"{due_words(deadline, ctx.zone)}"
        )
    show({"due": data}, "\n".join(lines) or "nothing is due", as_json)


@group.command("registers")
def registers(
    register: Annotated[
        str | None, typer.Argument(metavar="[REGISTER]", show_default=False)
    ] = None,
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """List the registers, or explain one: its fields, steps and deadlines."""
    known = context(hall).registers
    if register is None:
        data = {
            "registers": [
                {"code": r.code, "name": r.name, "prefix": r.prefix, "document": r.document}
                for r in known.known.values()
            ]
        }
        lines = [f"{r.prefix:4} {r.code:20} {r.name}  ({r.document})" for r in known.known.values()]
        show(data, "\n".join(lines), as_json)
        return
    found = known.register(register)
    show(register_data(found), "\n".join(register_lines(found)), as_json)


@group.command("new-key")
def new_key(hall: HallOption = None, as_json: JsonOption = False) -> None:
    """Begin a new key for personal fields; older ones stay, for what they closed."""
    ctx = context(hall)
    name = ctx.vault.new_key()
    show({"key": name}, f"key {name}: copy hall.key to every machine of the hall", as_json)


def _fields(given: list[str] | None) -> dict[str, str]:
    fields = {}
    for text in given or []:
        name, equals, value = text.partition("=")
        if not equals:
            raise BadInput(f"“{text}” is no field", "write it as --set NAME=VALUE")
        fields[name.strip()] = value
    return fields


def _role(text: str) -> "Role":
    from shared.domain.register.declaration import Role

    people = [role for role in Role if role is not Role.SYSTEM]
    if text.strip() not in people:
        raise BadInput(f"“{text}” is not a role", f"roles: {', '.join(people)}")
    return Role(text.strip())


def _called(registers: "Registers", case: "CaseFile") -> str:
    declared = registers.known.get(case.register)
    if declared is None or case.state not in declared.states:
        return f"{case.register}  {case.state}"
    return f"{declared.name}  {declared.states[case.state].label}"
