"""What the commands of `hall devices` share."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from devices.transport import Listener

EXIT_BAD = 2

group = typer.Typer(
    name="devices", help="The hall's hardware: find, try, record, simulate.", no_args_is_help=True
)

JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]
TcpOption = Annotated[
    str | None, typer.Option("--tcp", metavar="HOST:PORT", help="Serve TCP instead of a terminal.")
]
LinkOption = Annotated[
    Path | None, typer.Option("--link", help="A path that always points to the terminal.")
]


def listener_at(tcp: str | None, link: Path | None, *, prefer_tcp: bool) -> "Listener":
    """Return where a device is served: TCP, or a terminal, under a link if one is named."""
    from devices.transport import PtyListener, TcpListener

    if tcp is not None:
        host, _, port = tcp.rpartition(":")
        return TcpListener(host or "127.0.0.1", int(port))
    return TcpListener() if prefer_tcp else PtyListener(link)


def stop_event() -> threading.Event:
    """Return what Ctrl+C and SIGTERM set."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    return stop


@contextmanager
def clear_errors() -> Iterator[None]:
    """Turn what people can mend into words and exit code 2."""
    from devices.errors import DeviceError
    from devices.simulated import BadCommand
    from devices.transport.recorded import BadRecording

    try:
        yield
    except DeviceError as error:
        typer.echo(f"hall: {error}" + (f"\n  → {error.hint}" if error.hint else ""), err=True)
    except (BadCommand, BadRecording, OSError, ValueError) as error:
        typer.echo(f"hall: {error}", err=True)
    else:
        return
    raise typer.Exit(EXIT_BAD)
