"""hall devices simulate: one simulated device on a wire, to try a hall without hardware."""

import json
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from devices.commands.options import (
    EXIT_BAD,
    JsonOption,
    LinkOption,
    TcpOption,
    clear_errors,
    group,
    listener_at,
    stop_event,
)

if TYPE_CHECKING:
    from devices.simulated import SimulatedDevice
    from devices.transport import Transport


STANDARD_INPUT = 0


def _typed() -> Iterator[str]:
    # The descriptor itself: a buffered reader would be locked when the interpreter ends.
    rest = b""
    while data := os.read(STANDARD_INPUT, 4096):
        *lines, rest = (rest + data).split(b"\n")
        yield from (line.decode(errors="replace").strip() for line in lines)


@group.command("simulate")
def simulate(
    kind: Annotated[str | None, typer.Argument(help="Without it: which there are.")] = None,
    address: Annotated[list[int] | None, typer.Option(help="Again for more devices.")] = None,
    tcp: TcpOption = None,
    link: LinkOption = None,
    baud: Annotated[int | None, typer.Option(help="Pace the line as a real one.")] = None,
    script: Annotated[Path | None, typer.Option(help="Lines of SECONDS COMMAND.")] = None,
    hub: Annotated[
        str | None,
        typer.Option("--hub", metavar="HOST:PORT", help="Where a pad with a screen connects."),
    ] = None,
    key: Annotated[
        Path | None, typer.Option("--key", help="pad.key of the hall, for a pad with a screen.")
    ] = None,
    pad: Annotated[str, typer.Option("--id", help="Who a pad with a screen is.")] = "PAD1",
    as_json: JsonOption = False,
) -> None:
    """Serve one simulated device until Ctrl+C; commands are read from standard input."""
    from devices.simulated import SimulatedDevice, play, read_script
    from devices.simulators import SIMULATORS

    if kind is None or kind not in SIMULATORS:
        typer.echo(f"simulated devices: {', '.join(SIMULATORS)}", err=kind is not None)
        raise typer.Exit(0 if kind is None else EXIT_BAD)
    with clear_errors():
        steps = read_script(script.read_text(encoding="utf-8")) if script else []
        match SIMULATORS[kind].wire:
            case "hub":
                if tcp or link or address:
                    raise ValueError("a pad with a screen has --hub, --key and --id alone")
                wire, secret = _hub(hub, key)
                device = SimulatedDevice(kind, wire, pad=pad, key=secret)
            case "tcp" | "pty" as usual:
                by_tcp = usual == "tcp" and link is None
                listener = listener_at(tcp, link, prefer_tcp=by_tcp)
                device = SimulatedDevice(kind, listener, address or [1])
    stop = stop_event()
    device.listener.faults.baud = baud
    _say_running(device, as_json)
    device.simulator.on_change = _News(device, as_json)
    device.listener.on_url = lambda: _say_wire(device, as_json)
    device.start()
    threading.Thread(target=_obey, args=(device, stop, as_json), daemon=True).start()
    try:
        with clear_errors():
            play(device, steps, stop)
        stop.wait()
    finally:
        device.stop()


class _News:
    """Says what the device shows whenever that is something else than before."""

    def __init__(self, device: "SimulatedDevice", as_json: bool) -> None:
        self._device = device
        self._as_json = as_json
        self._said = ""

    def __call__(self) -> None:
        shown = self._device.shows
        if shown != self._said:
            self._said = shown
            _say(shown, self._as_json)


def _hub(hub: str | None, key: Path | None) -> "tuple[Transport, bytes]":
    """Return the way to the hub, and what a pad proves to know."""
    from devices.transport import transport_for

    if hub is None or key is None:
        raise ValueError("a pad with a screen connects: --hub HOST:PORT --key HALL/pad.key")
    secret = bytes.fromhex(key.read_text(encoding="ascii").strip())
    if not secret:
        raise ValueError(f"{key} holds no key")
    return transport_for(f"tcp://{hub}"), secret


def _say_running(device: "SimulatedDevice", as_json: bool) -> None:
    if as_json:
        told = {"url": device.listener.url, "lines": device.lines, "commands": device.commands}
        typer.echo(json.dumps(told, ensure_ascii=False))
        return
    typer.echo(f"{device.listener.url}")
    for line in device.lines:
        typer.echo(f"hall.toml: {line}")
    typer.echo(f"commands: {'; '.join(device.commands)}")


def _say_wire(device: "SimulatedDevice", as_json: bool) -> None:
    where = None if device.listener.unplugged else device.listener.url
    typer.echo(json.dumps({"url": where}) if as_json else where or "unplugged")


def _say(shown: str, as_json: bool) -> None:
    typer.echo(json.dumps({"shows": shown}, ensure_ascii=False) if as_json else shown)


def _obey(device: "SimulatedDevice", stop: threading.Event, as_json: bool) -> None:
    """Do what standard input says; its end ends nothing."""
    from devices.simulated import BadCommand

    for command in _typed():
        if command == "quit":
            stop.set()
            return
        if command == "show":
            _say(device.shows, as_json)
        elif command:
            try:
                device.do(command)
            except BadCommand as error:
                typer.echo(str(error), err=True)
