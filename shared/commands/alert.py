"""hall alert: who waits for a helper (帮办员), and who goes."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from shared.commands.options import (
    ByOption,
    HallOption,
    JsonOption,
    context,
    hall_time,
    show,
    who,
    whole_number,
)

if TYPE_CHECKING:
    from datetime import tzinfo

    from shared.storage.alerts import Alert

group = typer.Typer(
    name="alert", help="Helpers for the green channel and for requests.", no_args_is_help=True
)

AlertArgument = Annotated[str, typer.Argument(metavar="ID", help="As `hall alert list` shows.")]


@group.command("list")
def list_(hall: HallOption = None, as_json: JsonOption = False) -> None:
    """List the alerts whose helper is not there yet, oldest first."""
    from shared.usecases.helpers import alerts_now

    ctx = context(hall)
    zone = ctx.clock().tzinfo
    alerts = [_data(alert, zone) for alert in alerts_now(ctx)]
    lines = [
        f"{alert['id']}  {alert['number']}"
        + (f" in queue {alert['queue']}" if alert["queue"] else "")
        + f": {alert['state']}"
        + (f" by {alert['taken_by']}" if alert["taken_by"] else "")
        for alert in alerts
    ]
    show({"alerts": alerts}, "\n".join(lines) or "nobody waits for a helper", as_json)


def _data(alert: "Alert", zone: "tzinfo | None") -> dict[str, Any]:
    return {
        "id": alert.id,
        "number": alert.number,
        "queue": alert.queue,
        "state": "taken" if alert.taken_at else "escalated" if alert.escalated_at else "open",
        "raised_at": hall_time(alert.raised_at, zone),
        "due_at": hall_time(alert.due_at, zone),
        "escalated_at": hall_time(alert.escalated_at, zone),
        "taken_at": hall_time(alert.taken_at, zone),
        "taken_by": alert.taken_by,
    }


@group.command("take")
def take(
    alert: AlertArgument, by: ByOption = None, hall: HallOption = None, as_json: JsonOption = False
) -> None:
    """A helper is on the way."""
    from shared.usecases.helpers import take_alert

    actor = who(by)
    found = take_alert(context(hall), whole_number(alert, "number of an alert"), actor)
    data = {"id": found.id, "number": found.number, "action": "taken", "by": actor}
    show(data, f"{actor} is on the way to {found.number}", as_json)


@group.command("meet")
def meet(
    alert: AlertArgument, by: ByOption = None, hall: HallOption = None, as_json: JsonOption = False
) -> None:
    """The helper is with the person."""
    from shared.usecases import helpers

    actor = who(by)
    found = helpers.meet(context(hall), whole_number(alert, "number of an alert"), actor)
    data = {"id": found.id, "number": found.number, "action": "met", "by": actor}
    show(data, f"{actor} is with {found.number}", as_json)
