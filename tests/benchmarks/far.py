"""The devices of P4 in a process of their own: a hub shares no interpreter with its boards."""

import multiprocessing
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from multiprocessing.connection import Connection
from typing import Any

from devices.bus import BusSimulator, Key
from devices.keypad import KeypadSimulator
from devices.led.onbon import OnbonSimulator
from devices.transport import PtyListener
from tests.support.paced import Paced, Passed

BUSES, ON_EACH = 8, 8


class Far:
    """What the other process is asked."""

    def __init__(self, wire: "Connection[Any, Any]") -> None:
        self._wire = wire
        self.urls: list[tuple[str, str]] = wire.recv()
        """Of each bus: the port of its boards, and of its keypads."""

    def press(self, window: int) -> None:
        """Press the key that calls the next ticket at a window."""
        self._wire.send(window)

    def said(self) -> int:
        """How many frames have passed to boards so far."""
        self._wire.send("count")
        return int(self._wire.recv())

    def all(self) -> tuple[list[tuple[float, int]], list[list[Passed]]]:
        """When which window's key was pressed, and what passed on each line of boards."""
        self._wire.send("all")
        pressed, passed = self._wire.recv()
        return pressed, passed


@contextmanager
def far_devices() -> Iterator[Far]:
    """Serve the buses until the block ends."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs,))
    process.start()
    try:
        yield Far(ours)
    finally:
        ours.send(None)
        process.join(10)


def _serve(wire: "Connection[Any, Any]") -> None:
    keypads: dict[int, KeypadSimulator] = {}
    lines: list[Paced] = []
    pressed: list[tuple[float, int]] = []
    with ExitStack() as stack:
        urls = []
        for bus in range(BUSES):
            line = Paced(OnbonSimulator(range(1, ON_EACH + 1)))
            lines.append(line)
            ours = {bus * ON_EACH + one: KeypadSimulator(one) for one in range(1, ON_EACH + 1)}
            keypads |= ours
            leds, pads = PtyListener(), PtyListener()
            for listener, simulator in ((leds, line), (pads, BusSimulator(list(ours.values())))):
                stack.callback(listener.stop)
                listener.start(simulator.feed)
                simulator.emit = listener.send
            urls.append((leds.url, pads.url))
        wire.send(urls)
        while (asked := wire.recv()) is not None:
            match asked:
                case int():
                    pressed.append((time.monotonic(), asked))
                    keypads[asked].press(Key.CALL_NEXT)
                case "count":
                    wire.send(sum(len(line.passed) for line in lines))
                case _:
                    wire.send((pressed, [line.passed for line in lines]))
