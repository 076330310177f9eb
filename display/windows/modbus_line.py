"""The Modbus pads on one port: asked in turn, their keys come up as events."""

from collections.abc import Callable, Mapping

from devices.pad.modbus import ModbusPads, UnitState, Unknown
from display.windows.pads import Asked, PadKeyPressed, PadScene
from shared.log import logger


class ModbusPadLine:
    """`windows` is address → window. Ratings may be asked for from any thread."""

    def __init__(
        self,
        pads: ModbusPads,
        windows: Mapping[int, int],
        on_press: Callable[[PadKeyPressed], None],
    ) -> None:
        self._pads = pads
        self._windows = windows
        self._by_window = {window: address for address, window in windows.items()}
        self._on_press = on_press
        self._states: dict[int, UnitState] = dict.fromkeys(windows, Unknown())

    def start_rating(self, window: int, asked: Asked) -> None:
        """Light a window's pad."""
        self._pads.start_rating(self._by_window[window])

    def serving(self, window: int, scene: PadScene) -> None:
        """Do nothing: a pad without a screen shows nobody."""

    def notice(self, window: int, words: str) -> None:
        """Do nothing: a pad without a screen shows no words."""

    def thank(self, window: int) -> None:
        """Do nothing: a pad without a screen thanks by itself."""

    def open(self) -> None:
        """Open the port."""
        self._pads.open()

    def close(self) -> None:
        """Let go of the port."""
        self._pads.close()

    def interrupt(self) -> None:
        """Make `work` return soon."""
        self._pads.interrupt()

    def work(self) -> None:
        """Ask every pad once."""
        for key in self._pads.poll():
            self._on_press(PadKeyPressed(self._windows[key.address], key.code))
        states = self._pads.states
        for address, state in states.items():
            if state != self._states[address]:
                logger.info("pad of window %s: %s", self._windows[address], state)
        self._states = states
