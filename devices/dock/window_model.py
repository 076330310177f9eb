"""The simulated devices of a service window as the dock shows them."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot

from devices.bus import Key
from devices.dock import words
from devices.dock.bench import Bench
from devices.dock.draw import text_dots
from devices.led import LedBoardState

BLANK = "------"


@dataclass(frozen=True)
class WindowProps:
    """What the dock shows of a window."""

    led: LedBoardState
    mute: bool
    nack: bool
    digits: str
    rating_open: bool


def derive_window(bench: Bench, label: str) -> WindowProps:
    """Look at a window's devices."""
    has_board, has_keypad, has_pad = bench.has(label)
    mute, nack = bench.board_faults(label) if has_board else (False, False)
    return WindowProps(
        bench.led(label) if has_board else LedBoardState(),
        mute,
        nack,
        words.grouped(bench.keypad(label).digits if has_keypad else BLANK),
        has_pad and bench.pad(label).rating_open,
    )


class WindowModel(QObject):
    """One window: board, keypad, pad."""

    changed = Signal()

    def __init__(self, bench: Bench, label: str, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = bench
        self._label = label
        self._has = bench.has(label)
        self._props = derive_window(bench, label)
        self._revision = 0

    def refresh(self) -> None:
        """Look at the devices again."""
        props = derive_window(self._bench, self._label)
        if props != self._props:
            self._revision += props.led != self._props.led
            self._props = props
            self.changed.emit()

    @Slot(str)
    def press_key(self, name: str) -> None:
        """Press the keypad's key of that name."""
        self._bench.press_key(self._label, Key[name.upper()])

    @Slot(int)
    def press_pad(self, code: int) -> None:
        """Press the pad's key with that code."""
        self._bench.press_pad(self._label, code)

    @Slot(bool, bool)
    def set_board_faults(self, mute: bool, nack: bool) -> None:
        """Switch the board's faults."""
        self._bench.set_board_faults(self._label, mute=mute, nack=nack)
        self.refresh()

    label = Property(str, lambda self: self._label, constant=True)
    name = Property(str, lambda self: words.window_name(self._label), constant=True)
    hasBoard = Property(bool, lambda self: self._has[0], constant=True)
    hasKeypad = Property(bool, lambda self: self._has[1], constant=True)
    hasPad = Property(bool, lambda self: self._has[2], constant=True)
    text = Property(str, lambda self: self._props.led.text, notify=changed)
    flashing = Property(bool, lambda self: self._props.led.mode == "flash", notify=changed)
    textDots = Property(int, lambda self: text_dots(self._props.led), notify=changed)
    boardDots = Property(int, lambda self: self._props.led.width, constant=True)
    boardRows = Property(int, lambda self: self._props.led.height, constant=True)
    revision = Property(int, lambda self: self._revision, notify=changed)
    mute = Property(bool, lambda self: self._props.mute, notify=changed)
    nack = Property(bool, lambda self: self._props.nack, notify=changed)
    digits = Property(str, lambda self: self._props.digits, notify=changed)
    ratingOpen = Property(bool, lambda self: self._props.rating_open, notify=changed)
