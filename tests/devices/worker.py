"""Keeps a line open on a thread of its own, as the hub does: open, work, come back."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from devices.errors import DeviceError

PAUSE_S = 0.05


class Line(Protocol):
    def open(self) -> None: ...

    def close(self) -> None: ...

    def work(self) -> None: ...

    def interrupt(self) -> None: ...


@contextmanager
def at_work(line: Line) -> Iterator[None]:
    stop = threading.Event()
    surprises: list[BaseException] = []

    def run() -> None:
        while not stop.is_set():
            try:
                line.open()
                while not stop.is_set():
                    line.work()
            except DeviceError:
                stop.wait(PAUSE_S)
            except BaseException as surprise:
                surprises.append(surprise)
                return
            finally:
                line.close()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        line.interrupt()
        thread.join(5)
    assert not thread.is_alive()
    if surprises:
        raise surprises[0]
