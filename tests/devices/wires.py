"""Real wires between the real drivers and the simulators."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import Protocol

from devices.errors import DeviceError
from devices.port import Line, Stopped
from devices.supervisor import Supervisor
from devices.transport import (
    HungUp,
    Listener,
    MemoryPair,
    PtyListener,
    TcpListener,
    Transport,
    transport_for,
)

KINDS = ("pty", "tcp", "memory")


class Simulator(Protocol):
    emit: Callable[[bytes], None]

    def feed(self, data: bytes) -> bytes: ...


@contextmanager
def wired(simulator: Simulator, kind: str, folder: Path) -> Iterator[Transport]:
    """Yield a closed transport with the simulator at its other end."""
    if kind == "memory":
        with _in_memory(simulator) as transport:
            yield transport
        return
    listener: Listener = PtyListener(folder / "wire") if kind == "pty" else TcpListener()
    listener.start(simulator.feed)
    simulator.emit = listener.send
    transport = transport_for(listener.url)
    try:
        yield transport
    finally:
        transport.close()
        listener.stop()


@contextmanager
def _in_memory(simulator: Simulator) -> Iterator[Transport]:
    pair = MemoryPair()
    pair.far.open()
    simulator.emit = lambda data: pair.far.write(data, 1)
    stopping = threading.Event()

    def serve() -> None:
        while not stopping.is_set():
            try:
                data = pair.far.read(4096, 1)
                answer = simulator.feed(data) if data else b""
                pair.far.write(answer, 1)
            except HungUp:
                pair.break_cable()
                return
            except DeviceError:
                return

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield pair.near
    finally:
        stopping.set()
        pair.far.interrupt()
        thread.join(2)


@contextmanager
def at_work(line: Line) -> Iterator[Supervisor]:
    """Keep a line open and at work on its port's own thread, as the hall does."""
    port = Supervisor("a port under test", line)
    port.start()
    try:
        yield port
    finally:
        assert port.stop(5)
    assert isinstance(port.state, Stopped)
    assert not port.state.bug


def eventually(condition: Callable[[], bool], seconds: float = 40.0) -> bool:
    """Wait until condition holds; False when it never does."""
    deadline = monotonic() + seconds
    while not condition():
        if monotonic() > deadline:
            return False
        sleep(0.005)
    return True
