"""hall board, windows, desk, phone, dock, devices status: what the hall sees and staff use."""

from pathlib import Path
from typing import Annotated

import typer

from devices.commands import group
from shared.commands.duty import group as duty
from shared.commands.options import (
    ByOption,
    HallOption,
    JsonOption,
    PlaceOption,
    RemoteOption,
    context,
    hall_folder,
    hall_time,
    say_running,
    show,
    who,
    whole_number,
)


def register(app: typer.Typer) -> None:
    """Add these commands to `hall`."""
    app.command("board")(board)
    app.command("windows")(windows)
    app.command("desk")(desk)
    app.command("dock")(dock)
    app.command("phone")(phone)


def board(
    hall: HallOption = None,
    board_id: Annotated[str | None, typer.Option("--board", help="Its id in hall.toml.")] = None,
    fullscreen: Annotated[bool, typer.Option("--fullscreen", help="Fill the screen.")] = False,
    place: PlaceOption = None,
    remote: RemoteOption = None,
    as_json: JsonOption = False,
) -> None:
    """Open a wall board."""
    from display.wiring import run_board

    say_running("board", hall, as_json)
    code = run_board(hall_folder(hall), board_id, fullscreen=fullscreen, place=place, remote=remote)
    raise typer.Exit(code)


def windows(
    hall: HallOption = None,
    health: Annotated[
        str | None,
        typer.Option("--health", metavar="HOST:PORT", help="Serve a page of the devices' states."),
    ] = None,
    record: Annotated[
        Path | None,
        typer.Option("--record", metavar="FOLDER", help="Write down all bytes of every port."),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Drive every window's LED, keypad and evaluation pad."""
    from display.wiring import run_windows

    say_running("windows", hall, as_json)
    run_windows(hall_folder(hall), health, record)


def desk(
    window: Annotated[str, typer.Option("--window", help="Number of the window.")],
    hall: HallOption = None,
    place: PlaceOption = None,
    remote: RemoteOption = None,
    as_json: JsonOption = False,
) -> None:
    """Open the staff panel of a window, beside its keypad or without one."""
    from display.wiring import run_desk

    number = whole_number(window, "window number")
    say_running("desk", hall, as_json)
    raise typer.Exit(run_desk(hall_folder(hall), number, place=place, remote=remote))


def phone(
    hall: HallOption = None,
    listen: Annotated[
        str | None,
        typer.Option("--listen", metavar="HOST:PORT", help="Else phone.listen of hall.toml."),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Serve the tickets' pages to phones, behind a reverse proxy with HTTPS."""
    from display.wiring import run_phone

    say_running("phone", hall, as_json)
    run_phone(hall_folder(hall), listen)


@duty.command("panel")
def panel(
    landscape: Annotated[bool, typer.Option("--landscape", help="Wider than high.")] = False,
    by: ByOption = None,
    hall: HallOption = None,
    place: PlaceOption = None,
    remote: RemoteOption = None,
    as_json: JsonOption = False,
) -> None:
    """Open the duty panel: alarms, who goes, what is due today, evacuation."""
    from display.wiring import run_duty

    actor = who(by)
    say_running("duty panel", hall, as_json)
    code = run_duty(context(hall), actor, landscape=landscape, place=place, remote=remote)
    raise typer.Exit(code)


@group.command("status")
def status(hall: HallOption = None, as_json: JsonOption = False) -> None:
    """List the last known state of every device of the hall, and since when."""
    from shared.usecases.devices import devices_now

    ctx = context(hall)
    zone = ctx.clock().tzinfo
    devices = [
        {
            "device": known.device,
            "state": known.state,
            "reason": known.reason,
            "since": hall_time(known.since, zone),
        }
        for known in devices_now(ctx)
    ]
    lines = [
        f"{one['device']}: {one['state']} since {one['since']}"
        + (f" ({one['reason']})" if one["reason"] else "")
        for one in devices
    ]
    none = "no device was ever heard of: is hall windows running?"
    show({"devices": devices}, "\n".join(lines) or none, as_json)


def dock(
    hall: HallOption = None,
    place: PlaceOption = None,
    remote: RemoteOption = None,
    as_json: JsonOption = False,
) -> None:
    """Open the simulated hardware of a hall (every device named sim:NAME in hall.toml)."""
    from display.wiring import run_dock

    say_running("dock", hall, as_json)
    raise typer.Exit(run_dock(hall_folder(hall), place=place, remote=remote))
