"""hall window: what a window does with the queue, without its keypad."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from shared.commands.options import HallOption, JsonOption, context, show, whole_number
from shared.domain.rating import RatingSource, Score
from shared.domain.ticket import TicketNumber

if TYPE_CHECKING:
    from shared.storage.services import Service

group = typer.Typer(name="window", help="Call, serve and rate at a window.", no_args_is_help=True)

WindowArgument = Annotated[str, typer.Argument(metavar="WINDOW", help="Number of the window.")]
TicketArgument = Annotated[str, typer.Argument(metavar="TICKET", help="Such as A012.")]


def _window(text: str) -> int:
    return whole_number(text, "window number")


def _show_service(service: "Service", what: str, as_json: bool) -> None:
    data = {"number": str(service.number), "window": service.window, "action": what}
    show(data, f"{service.number} at window {service.window}: {what}", as_json)


@group.command("call")
def call(
    window: WindowArgument,
    ticket: Annotated[str | None, typer.Option(help="Call this ticket, not the next.")] = None,
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Call the next ticket (or a named one) to a window."""
    from shared.usecases.call_next import call_next, call_ticket

    number = _window(window)
    ctx = context(hall)
    called = (
        call_next(ctx, number)
        if ticket is None
        else call_ticket(ctx, number, TicketNumber.parse(ticket))
    )
    data: dict[str, Any] = {"number": None, "window": number}
    if called is None:
        show(data, f"nobody waits for window {number}", as_json)
        return
    data |= {
        "number": str(called.number),
        "queue": called.queue,
        "class": called.ticket_class,
        "service": called.service,
        "reason": called.reason,
    }
    show(data, f"{called.number} to window {number} ({called.reason})", as_json)


@group.command("start")
def start(window: WindowArgument, hall: HallOption = None, as_json: JsonOption = False) -> None:
    """Begin serving (where service.start is explicit)."""
    from shared.usecases import window_actions

    _show_service(window_actions.start(context(hall), _window(window)), "serving", as_json)


@group.command("recall")
def recall(window: WindowArgument, hall: HallOption = None, as_json: JsonOption = False) -> None:
    """Call the same ticket once more."""
    from shared.usecases import window_actions

    _show_service(window_actions.recall(context(hall), _window(window)), "called again", as_json)


@group.command("no-show")
def no_show(window: WindowArgument, hall: HallOption = None, as_json: JsonOption = False) -> None:
    """Nobody came."""
    from shared.usecases import window_actions

    _show_service(window_actions.no_show(context(hall), _window(window)), "no-show", as_json)


@group.command("park")
def park(window: WindowArgument, hall: HallOption = None, as_json: JsonOption = False) -> None:
    """Set the ticket aside, to be resumed."""
    from shared.usecases import window_actions

    _show_service(window_actions.park(context(hall), _window(window)), "parked", as_json)


@group.command("finish")
def finish(window: WindowArgument, hall: HallOption = None, as_json: JsonOption = False) -> None:
    """The visit to this window is over."""
    from shared.usecases import window_actions

    _show_service(window_actions.finish(context(hall), _window(window)), "done", as_json)


@group.command("resume")
def resume(
    window: WindowArgument,
    ticket: TicketArgument,
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Call a parked or missed ticket back to a window."""
    from shared.usecases import call_next

    called = call_next.resume(context(hall), _window(window), TicketNumber.parse(ticket))
    data = {"number": str(called.number), "window": called.window, "action": "resumed"}
    show(data, f"{called.number} back at window {called.window}", as_json)


@group.command("transfer")
def transfer(
    window: WindowArgument,
    to_queue: Annotated[str | None, typer.Option(help="Letter of the queue.")] = None,
    to_window: Annotated[int | None, typer.Option(help="Number of the window.")] = None,
    front: Annotated[bool, typer.Option("--front", help="In front of all others.")] = False,
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Send the ticket on to a queue or to a window."""
    from shared.usecases import window_actions

    service = window_actions.transfer(
        context(hall), _window(window), to_queue=to_queue, to_window=to_window, front=front
    )
    _show_service(service, "transferred", as_json)


@group.command("rate")
def rate(
    window: WindowArgument,
    score: Annotated[str, typer.Argument(metavar="SCORE", help="5 非常满意 … 1 非常不满意.")],
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Store the rating of the window's newest service."""
    from shared.usecases import rate as rating

    value = Score.parse(whole_number(score, "rating"))
    rated = rating.rate(context(hall), _window(window), value, RatingSource.DESK)
    data = {"number": str(rated.number), "window": rated.window, "score": int(rated.score)}
    show(data, f"{rated.number} at window {rated.window}: {rated.score.words}", as_json)
