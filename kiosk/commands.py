"""hall kiosk, hall printing, hall ticket: what stands at the entrance of the hall."""

from typing import Annotated, Any

import typer

from shared.cli import EXIT_NOT_PRINTED
from shared.commands.options import (
    HallOption,
    JsonOption,
    PlaceOption,
    RemoteOption,
    context,
    hall_folder,
    say_running,
    show,
)

ticket_group = typer.Typer(name="ticket", help="Issue and show tickets.", no_args_is_help=True)

KioskOption = Annotated[str | None, typer.Option("--kiosk", help="Its id in hall.toml.")]


def register(app: typer.Typer) -> None:
    """Add these commands to `hall`."""
    app.command("kiosk")(kiosk)
    app.command("printing")(printing)
    app.add_typer(ticket_group)


def kiosk(
    hall: HallOption = None,
    kiosk_id: KioskOption = None,
    fullscreen: Annotated[bool, typer.Option("--fullscreen", help="Fill the screen.")] = False,
    landscape: Annotated[bool, typer.Option("--landscape", help="Turn width and height.")] = False,
    place: PlaceOption = None,
    remote: RemoteOption = None,
    as_json: JsonOption = False,
) -> None:
    """Open a kiosk and its print worker."""
    from kiosk.options import KioskOptions
    from kiosk.wiring import run_kiosk

    say_running("kiosk", hall, as_json)
    options = KioskOptions(fullscreen, landscape, place, remote)
    raise typer.Exit(run_kiosk(hall_folder(hall), kiosk_id, options))


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


@ticket_group.command("issue")
def issue(
    service: Annotated[
        str | None, typer.Option(help="Code or full name of the item; not needed with --green.")
    ] = None,
    green: Annotated[bool, typer.Option("--green", help="Green channel.")] = False,
    printer: Annotated[
        str | None, typer.Option(help="Print the slip here, such as tcp://192.168.1.50:9100.")
    ] = None,
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Give out a number; exit 4 if it stands but its slip failed or is uncertain."""
    from kiosk.wiring import issue_and_print
    from shared.slips.ticket import wait_words
    from shared.storage.print_jobs import PrintState
    from shared.usecases.issue_ticket import Request

    ctx = context(hall)
    ticket, state = issue_and_print(ctx, Request(service, green, origin="desk"), printer)
    data: dict[str, Any] = {
        "number": str(ticket.number),
        "queue": ticket.queue,
        "service": ticket.service,
        "class": ticket.ticket_class,
        "ahead": ticket.ahead,
        "wait_low_min": ticket.wait.low if ticket.wait else None,
        "wait_high_min": ticket.wait.high if ticket.wait else None,
        "window_place": ticket.window_place,
        "key": ticket.key,
        "print": state or "none",
    }
    lines = [
        f"{ticket.number}  {ticket.service or '绿色通道'}",
        f"  前面还有{ticket.ahead}人" + (f"，约{wait_words(ticket.wait)}" if ticket.wait else ""),
        f"  {ticket.window_place}",
    ]
    if state:
        lines.append(f"  slip: {state}")
    show(data, "\n".join(lines), as_json)
    if state in (PrintState.FAILED, PrintState.UNCERTAIN):
        raise typer.Exit(EXIT_NOT_PRINTED)


@ticket_group.command("show")
def show_(
    number: Annotated[str, typer.Argument(help="Such as A012.")],
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show one of today's tickets."""
    from shared.domain.ticket import TicketNumber
    from shared.usecases.queries import show_ticket

    ctx = context(hall)
    shown = show_ticket(ctx, TicketNumber.parse(number))
    ticket = shown.ticket
    issued_at = ticket.issued_at.astimezone(ctx.clock().tzinfo)
    data: dict[str, Any] = {
        "number": str(ticket.number),
        "day": ticket.business_day,
        "queue": ticket.queue,
        "service": ticket.item_name,
        "class": ticket.ticket_class,
        "state": ticket.state,
        "window": shown.window,
        "issued_at": issued_at.isoformat(),
        "ahead": ticket.ahead,
        "wait_low_min": ticket.wait.low if ticket.wait else None,
        "wait_high_min": ticket.wait.high if ticket.wait else None,
        "print": shown.print_state or "none",
        "key": ticket.key,
    }
    at = f" at window {shown.window}" if shown.window else ""
    text = f"{ticket.number} {ticket.state}{at}: {ticket.item_name or '绿色通道'}"
    show(data, text, as_json)
