"""hall devices find, rules: which ports there are, and what is at their ends."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, assert_never

import typer

from devices.commands.options import JsonOption, group

if TYPE_CHECKING:
    from devices.discovery import Finding, Port

RULES = Path(__file__).parents[2] / "assets" / "hardware" / "60-hallcall-serial.rules"


@group.command("find")
def find(
    ask: Annotated[bool, typer.Option(help="Ask each port harmlessly what it is.")] = True,
    listen: Annotated[
        float, typer.Option(help="Seconds to wait for a key on each silent port.")
    ] = 0.0,
    as_json: JsonOption = False,
) -> None:
    """List this machine's serial ports and what is at the end of each."""
    from devices.discovery import NotAsked, list_ports, look

    found = []
    for port in list_ports():
        finding = look(port, listen=listen) if ask else NotAsked()
        found.append(_finding(port, finding))
        if not as_json:
            one = found[-1]
            typer.echo(f"{one['port']}\n  {one['device']}: {one['words']}")
            if one["line"]:
                typer.echo(f"  hall.toml: {one['line']}")
    if as_json:
        typer.echo(json.dumps({"ports": found}, ensure_ascii=False))
    elif not found:
        typer.echo("no serial port here; network printers are named tcp://HOST:9100")


def _finding(port: "Port", finding: "Finding") -> dict[str, str]:
    from devices.discovery import Busy, Closed, Device, NotAsked, Silent

    line = ""
    match finding:
        case Device(what, line):
            verdict, words = "found", what
        case Busy(by):
            verdict, words = "busy", f"in use by {by}; not asked"
        case Closed(reason):
            verdict, words = "closed", reason
        case Silent():
            verdict, words = "silent", "nothing answers (keypads and scanners speak when used)"
        case NotAsked():
            verdict, words = "not asked", "not asked"
        case _:
            assert_never(finding)
    shown = {"port": str(port.path), "device": str(port.device), "url": port.url}
    return {**shown, "verdict": verdict, "words": words, "line": line}


@group.command("rules")
def rules() -> None:
    """Print the udev rules for serial adapters (to /etc/udev/rules.d/)."""
    typer.echo(RULES.read_text(encoding="utf-8"), nl=False)
