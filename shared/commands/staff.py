"""hall staff: who works in the hall, their roles and passwords."""

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from shared.commands.options import HallOption, JsonOption, context, hall_time, show
from shared.domain.errors import BadInput

if TYPE_CHECKING:
    from shared.domain.staff import Staff
    from shared.storage.staff import Account
    from shared.usecases.context import Context

group = typer.Typer(name="staff", help="The hall's staff (工作人员).", no_args_is_help=True)

NumberArgument = Annotated[str, typer.Argument(metavar="NUMBER", help="Staff number, as 1001.")]


@group.command("add")
def add(
    number: NumberArgument,
    name: Annotated[str | None, typer.Option(help="Name.")] = None,
    unit: Annotated[str | None, typer.Option(help="Unit that sends them.")] = None,
    post: Annotated[str | None, typer.Option(help="Post (职务).")] = None,
    phone: Annotated[str | None, typer.Option(help="Telephone that may be published.")] = None,
    party: Annotated[
        bool | None, typer.Option("--party/--no-party", help="Party member (党员).")
    ] = None,
    photo: Annotated[
        Path | None, typer.Option(help="JPEG or PNG; copied into the hall's folder.")
    ] = None,
    partner: Annotated[str | None, typer.Option(help="Number of the B person.")] = None,
    roles: Annotated[
        str | None,
        typer.Option(help="window, helper, agent, duty_manager, head, admin; with commas."),
    ] = None,
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Put somebody into the staff, or change what is given of somebody who is there."""
    from dataclasses import replace

    from shared.domain.staff import Staff, roles_of, staff_number
    from shared.usecases.staff import everybody, keep_staff

    ctx, wanted = context(hall), staff_number(number)
    known = {one.staff.number: one.staff for one in everybody(ctx)}
    given: dict[str, Any] = {
        "name": name,
        "unit": unit,
        "post": post,
        "phone": phone,
        "party_member": party,
        "partner": partner,
        "roles": None if roles is None else roles_of(roles),
        "photo": None if photo is None else _photo(ctx, wanted, photo),
        "active": True,
    }
    person = replace(
        known.get(wanted, Staff(wanted, "")),
        **{field: value for field, value in given.items() if value is not None},
    )
    changed = keep_staff(ctx, [person])
    show(
        {"staff": staff_data(person), "changed": bool(changed)},
        f"{person.called}: {'kept' if changed else 'as before'}",
        as_json,
    )


@group.command("list")
def list_(hall: HallOption = None, as_json: JsonOption = False) -> None:
    """List the staff, those who have gone too."""
    from shared.usecases.staff import everybody

    ctx = context(hall)
    found = everybody(ctx)
    now = ctx.clock()
    data = [
        staff_data(one.staff)
        | {
            "password": one.password is not None,
            "locked_until": hall_time(one.attempts.locked_until, ctx.zone)
            if one.attempts.locked_at(now)
            else None,
        }
        for one in found
    ]
    lines = [_line(one, locked=one.attempts.locked_at(now)) for one in found]
    show({"staff": data}, "\n".join(lines) or "no staff: hall staff add, or import", as_json)


@group.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help=".csv or .xlsx: 工号 姓名 单位 职务 电话 …")],
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Put a list into the staff: new ones are added, known ones changed, nobody is taken away."""
    from shared.catalog.staff_sheet import read_staff
    from shared.usecases.staff import keep_staff

    people, remarks = read_staff(file)
    changed = keep_staff(context(hall), people)
    data = {"rows": len(people), "changed": len(changed), "remarks": remarks}
    lines = [f"{len(people)} people, {len(changed)} new or changed", *remarks]
    show(data, "\n".join(lines), as_json)


@group.command("password")
def password(
    number: NumberArgument,
    stdin: Annotated[bool, typer.Option("--stdin", help="Read it from standard input.")] = False,
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Give somebody a password, which also unlocks the account; it is asked for, never shown."""
    from shared.usecases.staff import set_password

    ctx = context(hall)
    given = sys.stdin.readline().rstrip("\r\n") if stdin else _asked()
    set_password(ctx, number, given)
    show({"number": number, "password": "set"}, f"{number} has a new password", as_json)


@group.command("disable")
def disable(number: NumberArgument, hall: HallOption = None, as_json: JsonOption = False) -> None:
    """Close an account: nobody signs in with it any more, and its window is left."""
    from shared.usecases.staff import disable_staff

    person = disable_staff(context(hall), number)
    show({"staff": staff_data(person)}, f"{person.called}: closed", as_json)


@group.command("unlock")
def unlock(number: NumberArgument, hall: HallOption = None, as_json: JsonOption = False) -> None:
    """Let an account that wrong passwords have locked be tried again."""
    from shared.usecases.staff import unlock_staff

    person = unlock_staff(context(hall), number)
    show({"staff": staff_data(person)}, f"{person.called}: unlocked", as_json)


def staff_data(person: "Staff") -> dict[str, Any]:
    """Return what is public of somebody, for programs."""
    from shared.domain.staff import StaffRole

    return {
        "number": person.number,
        "name": person.name,
        "unit": person.unit,
        "post": person.post,
        "phone": person.phone,
        "party_member": person.party_member,
        "photo": person.photo,
        "partner": person.partner,
        "roles": [role.value for role in StaffRole if role in person.roles],
        "active": person.active,
    }


def _line(one: "Account", *, locked: bool) -> str:
    person = one.staff
    marks = [
        "党员" if person.party_member else "",
        f"B岗 {person.partner}" if person.partner else "",
        "" if person.active else "CLOSED",
        "" if one.password else "no password",
        "LOCKED" if locked else "",
    ]
    words = [person.number, person.name, person.unit, person.post, person.phone, *marks]
    return "  ".join(word for word in [*words, " ".join(staff_data(person)["roles"])] if word)


def _photo(ctx: "Context", number: str, file: Path) -> str:
    from shared.storage.photos import PHOTOS, check_photo

    suffix = check_photo(file)
    name = f"{number}{suffix}"
    try:
        (ctx.config.folder / PHOTOS).mkdir(exist_ok=True)
        shutil.copyfile(file, ctx.config.folder / PHOTOS / name)
    except OSError as error:
        raise BadInput(
            f"the photo cannot be copied: {error}", "may this user write the hall's folder?"
        ) from error
    return name


def _asked() -> str:
    if not sys.stdin.isatty():
        raise BadInput("there is nobody to ask for a password", "give it by --stdin")
    return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))
