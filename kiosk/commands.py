"""hall kiosk, hall printing, hall ticket issue: what stands at the entrance of the hall."""

import sys
from typing import Annotated, Any

import typer

from shared.cli import EXIT_NOT_PRINTED
from shared.commands import ticket
from shared.commands.options import (
    ByOption,
    HallOption,
    JsonOption,
    PlaceOption,
    RemoteOption,
    context,
    hall_folder,
    say_running,
    show,
    who,
)

KioskOption = Annotated[str | None, typer.Option("--kiosk", help="Its id in hall.toml.")]


group = typer.Typer(help="Open a kiosk; or set the PIN of its staff screen.")


def register(app: typer.Typer) -> None:
    """Add these commands to `hall`."""
    app.add_typer(group, name="kiosk")
    app.command("printing")(printing)


@group.callback(invoke_without_command=True)
def kiosk(
    command: typer.Context,
    hall: HallOption = None,
    kiosk_id: KioskOption = None,
    fullscreen: Annotated[bool, typer.Option("--fullscreen", help="Fill the screen.")] = False,
    landscape: Annotated[bool, typer.Option("--landscape", help="Turn width and height.")] = False,
    place: PlaceOption = None,
    remote: RemoteOption = None,
    as_json: JsonOption = False,
) -> None:
    """Open a kiosk and its print worker."""
    if command.invoked_subcommand is not None:
        return
    from kiosk.options import KioskOptions
    from kiosk.wiring import run_kiosk

    say_running("kiosk", hall, as_json)
    options = KioskOptions(fullscreen, landscape, place, remote)
    raise typer.Exit(run_kiosk(hall_folder(hall), kiosk_id, options))


@group.command("pin")
def pin(
    remove: Annotated[
        bool, typer.Option("--remove", help="Take the PIN and the staff screen away.")
    ] = False,
    by: ByOption = None,
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Set the PIN of the kiosks' staff screen: asked for twice, or read from a pipe."""
    from shared.config.pin import remove_pin, set_pin
    from shared.domain.events import KioskTended
    from shared.usecases.tend import tell_tended

    ctx = context(hall)
    folder = ctx.config.folder
    if remove:
        remove_pin(folder)
    elif sys.stdin.isatty():
        set_pin(folder, typer.prompt("PIN", hide_input=True, confirmation_prompt=True))
    else:
        set_pin(folder, sys.stdin.readline().strip())
    tell_tended(ctx, [KioskTended("", "pin_removed" if remove else "pin_set", who(by))])
    words = "the staff screen is gone" if remove else "five touches on the emblem ask for the PIN"
    show({"pin": not remove}, words, as_json)


def printing(
    hall: HallOption = None,
    kiosk_id: KioskOption = None,
    until_eof: Annotated[bool, typer.Option("--until-eof", hidden=True)] = False,
    as_json: JsonOption = False,
) -> None:
    """Print the slips of a kiosk until stopped (hall kiosk starts this by itself)."""
    from kiosk.wiring import run_printing

    say_running("printing", hall, as_json)
    run_printing(hall_folder(hall), kiosk_id, until_eof=until_eof)


@ticket.group.command("issue")
def issue(
    service: Annotated[
        list[str] | None,
        typer.Option(
            help="Code or full name of an item or bundle; repeat it for a visit of several items. "
            "Not needed with --green."
        ),
    ] = None,
    green: Annotated[bool, typer.Option("--green", help="Green channel.")] = False,
    category: Annotated[
        str | None, typer.Option(help="With --green: code or name; only the code is kept.")
    ] = None,
    at: Annotated[
        str | None, typer.Option(help="Time of the appointment today, such as 14:30.")
    ] = None,
    printer: Annotated[
        str | None, typer.Option(help="Print the slip here, such as tcp://192.168.1.50:9100.")
    ] = None,
    by: ByOption = None,
    language: Annotated[
        str | None, typer.Option(help="Call it in this language too: zh_CN or en.")
    ] = None,
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Give out a number; exit 4 if it stands but its slip failed or is uncertain."""
    from kiosk.wiring import issue_and_print
    from shared.domain.day import time_today
    from shared.slips.ticket import wait_words
    from shared.storage.print_jobs import PrintState
    from shared.usecases.issue_ticket import Request
    from shared.voice.spoken import named

    ctx = context(hall)
    request = Request(
        service=service[0] if service else None,
        green=green,
        origin="desk",
        more=tuple(service[1:]) if service else (),
        category=category,
        booked_for=time_today(at, ctx.clock()) if at is not None else None,
        by=who(by),
        language=named(language) if language else "",
    )
    issued, state = issue_and_print(ctx, request, printer)
    data: dict[str, Any] = {
        "number": str(issued.number),
        "queue": issued.queue,
        "stops": issued.stops,
        "service": issued.service,
        "class": issued.ticket_class,
        "ahead": issued.ahead,
        "wait_low_min": issued.wait.low if issued.wait else None,
        "wait_high_min": issued.wait.high if issued.wait else None,
        "window_place": issued.window_place,
        "key": issued.key,
        "print": state or "none",
    }
    lines = [
        f"{issued.number}  {issued.service or '绿色通道'}",
        f"  前面还有{issued.ahead}人" + (f"，约{wait_words(issued.wait)}" if issued.wait else ""),
        f"  {issued.window_place}",
    ]
    if state:
        lines.append(f"  slip: {state}")
    show(data, "\n".join(lines), as_json)
    if state in (PrintState.FAILED, PrintState.UNCERTAIN):
        raise typer.Exit(EXIT_NOT_PRINTED)
