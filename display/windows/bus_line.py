"""One keypad-and-pad port: keys come up as events, numbers and beeps go down."""

import queue
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import assert_never

from devices.bus import BusEvent, BusLine, KeypadKey, PadKey, UnknownFrame
from display.windows.pads import Asked, PadKeyPressed, PadScene
from display.windows.plan import BusPlan
from shared.log import logger

POLL_S = 0.2
"""How long a poll waits; a send interrupts it."""

BOUNCE_S = 0.1
"""The same key within this time of the last one is a contact that bounced, not a second press."""


@dataclass(frozen=True)
class KeyPressed:
    """A key on a window's keypad; what its code does is in hall.toml."""

    window: int
    code: bytes


Pressed = KeyPressed | PadKeyPressed


class WindowBus:
    """The devices on one bus port. Sending may be asked for from any thread."""

    def __init__(
        self,
        line: BusLine,
        plan: BusPlan,
        on_press: Callable[[Pressed], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._line = line
        self._plan = plan
        self._on_press = on_press
        self._clock = clock
        self._out: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._digits: dict[int, tuple[int, int | None]] = {}
        self._last: dict[KeyPressed, float] = {}

    def show(self, window: int, waiting: int, number: int | None) -> None:
        """Show people waiting and the ticket on a window's keypad, if that is news."""
        address = self._plan.keypad_of(window)
        if address is not None and self._digits.get(window) != (waiting, number):
            self._digits[window] = (waiting, number)
            self._send(lambda: self._line.show_ticket(address, waiting, number))

    def beep(self, window: int) -> None:
        """Tell the clerk that a key did nothing."""
        address = self._plan.keypad_of(window)
        if address is not None:
            self._send(lambda: self._line.beep(address))

    def serving(self, window: int, scene: PadScene) -> None:
        """Do nothing: a pad without a screen shows nobody."""

    def notice(self, window: int, words: str) -> None:
        """Do nothing: a pad without a screen shows no words."""

    def thank(self, window: int) -> None:
        """Do nothing: a pad without a screen thanks by itself."""

    def start_rating(self, window: int, asked: Asked) -> None:
        """Light a window's pad."""
        address = self._plan.pad_of(window)
        if address is not None:
            self._send(lambda: self._line.start_rating(address))

    def open(self) -> None:
        """Open the port and show every keypad its numbers anew.

        What was to be said while the port was away is not said late: a beep or a lit pad for
        somebody who has gone would be untrue.
        """
        self._line.open()
        while not self._out.empty():
            self._out.get()
        for window, (waiting, number) in list(self._digits.items()):
            address = self._plan.keypad_of(window)
            if address is not None:
                self._line.show_ticket(address, waiting, number)

    def close(self) -> None:
        """Let go of the port."""
        self._line.close()

    def interrupt(self) -> None:
        """Make `work` return soon."""
        self._line.interrupt()

    def work(self) -> None:
        """Send what is wanted, then listen for a moment."""
        while not self._out.empty():
            self._out.get()()
        for event in self._line.poll(POLL_S):
            self._take(event)

    def _send(self, send: Callable[[], None]) -> None:
        self._out.put(send)
        self._line.interrupt()

    def _take(self, event: BusEvent) -> None:
        match event:
            case KeypadKey(address, code):
                if address not in self._plan.keypads:
                    logger.warning("a keypad at address %s is not in hall.toml", address)
                    return
                pressed = KeyPressed(self._plan.keypads[address], code)
            case PadKey(address, code):
                if address not in self._plan.pads:
                    logger.warning("a pad at address %s is not in hall.toml", address)
                    return
                # A pad's key that bounces is told like any other: a second press rates nothing.
                self._on_press(PadKeyPressed(self._plan.pads[address], code))
                return
            case UnknownFrame(frame):
                logger.warning("a frame nobody knows: %s", frame)
                return
            case _:
                assert_never(event)
        now = self._clock()
        if now - self._last.get(pressed, -BOUNCE_S) < BOUNCE_S:
            logger.warning("%s bounced: taken once", pressed)
            return
        self._last[pressed] = now
        self._on_press(pressed)
