"""hall devices record, replay: what was said on a wire, kept and said again."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from devices.commands.options import (
    JsonOption,
    LinkOption,
    TcpOption,
    clear_errors,
    group,
    listener_at,
    stop_event,
)

if TYPE_CHECKING:
    from devices.port import PortState


@group.command("record")
def record(
    url: Annotated[str, typer.Argument(help="As in hall.toml, or a port's alone.")],
    out: Annotated[Path, typer.Option("--out", help="The file; it must not exist.")],
    through: Annotated[
        bool, typer.Option("--through", help="Serve a terminal that passes through to the port.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Record a port until Ctrl+C: what is said there, and with --through what is said to it."""
    from devices.factory import port_url
    from devices.supervisor import Supervisor
    from devices.tap import Tap
    from devices.transport import PtyListener, StoppableTransport, transport_for
    from devices.transport.recorded import PERSONAL
    from devices.transport.recording import RecordingTransport, new_file

    with clear_errors():
        wire = StoppableTransport(transport_for(port_url(url)))
        stop = stop_event()
        personal = url.startswith("sdt+")
        if personal:
            typer.echo(f"a recording of an ID-card reader: {PERSONAL}", err=True)
        with new_file(out) as file:
            tap_end = PtyListener() if through else None
            tap = Tap(RecordingTransport(wire, file, personal=personal), tap_end)
            if tap_end is not None:
                tap_end.start(tap.heard)
            port = Supervisor(url, tap, _tell_state, cut=wire.stop)
            port.start()
            shown = {"recording": str(out), "through": tap_end.url if tap_end else None}
            text = f"recording to {out}" + (f"; drive it at {tap_end.url}" if tap_end else "")
            typer.echo(json.dumps(shown) if as_json else text)
            stop.wait()
            port.stop()
            if tap_end is not None:
                tap_end.stop()


def _tell_state(state: "PortState") -> None:
    from devices.port import BackingOff, Working

    match state:
        case Working():
            typer.echo("the port works", err=True)
        case BackingOff(reason=reason, hint=hint, tries=1):
            typer.echo(f"{reason}; {hint or 'it is tried again'}", err=True)
        case _:
            pass


@group.command("replay")
def replay(
    file: Annotated[Path, typer.Argument(help="A recording.")],
    tcp: TcpOption = None,
    link: LinkOption = None,
    speed: Annotated[float, typer.Option(help="How much faster than then; 0: at once.")] = 1.0,
    after: Annotated[float, typer.Option(help="Seconds before the device begins.")] = 2.0,
    as_json: JsonOption = False,
) -> None:
    """Be the device of a recording, at the end of a terminal, until it is over or Ctrl+C."""
    from devices.transport.recorded import read_recording
    from devices.transport.replay import ReplayPeer

    with clear_errors():
        recording = read_recording(file.read_text(encoding="utf-8").splitlines())
        listener = listener_at(tcp, link, prefer_tcp=False)
    stop = stop_event()
    peer = ReplayPeer(recording, listener, speed=speed)
    typer.echo(json.dumps({"url": listener.url}) if as_json else listener.url)
    if not stop.wait(after):
        peer.start()
    while not (stop.wait(0.1) or peer.done.is_set()):
        pass
    peer.stop()
    told = {"over": peer.done.is_set(), "different": peer.different}
    words = "over" if peer.done.is_set() else "not over"
    typer.echo(json.dumps(told) if as_json else f"{words}; writes that differ: {peer.different}")
