"""The simulated devices of a service window as the dock shows them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot

from devices.bus import Key
from devices.dock import words
from devices.dock.bench import Bench
from devices.dock.draw import text_dots
from devices.dock.faults import Fault
from devices.dock.faults_model import FaultsModel
from devices.dock.pads import PadFace
from devices.led import LedBoardState

BLANK = "------"


@dataclass(frozen=True)
class WindowProps:
    """What the dock shows of a window."""

    led: LedBoardState
    digits: str
    rating_open: bool
    screen: tuple[str, str]
    faces: tuple[PadFace, ...]


def derive_window(bench: Bench, label: str) -> WindowProps:
    """Look at a window's devices."""
    has_board, has_keypad, has_pad = bench.has(label)
    pad = bench.pad(label) if has_pad else None
    return WindowProps(
        bench.led(label) if has_board else LedBoardState(),
        words.grouped(bench.keypad(label).digits if has_keypad else BLANK),
        pad is not None and pad.rating_open,
        (pad.screen if pad else None) or ("", ""),
        tuple(pad.faces if pad else ()),
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
        has_board, _, has_pad = self._has
        self._screened = has_pad and bench.pad(label).screen is not None
        self._board_faults = self._faults_of("led", bench.board_faults(label) if has_board else ())
        self._pad_faults = self._faults_of("pad", bench.pad(label).faults if has_pad else ())

    def _faults_of(self, device: str, faults: Sequence[Fault]) -> FaultsModel:
        kind = words.PAD_TITLE
        if device == "led" and faults:
            protocol = self._bench.board(self._label).protocol
            kind = words.BOARD_TITLE.format(words.LED_KINDS[protocol])
        title = f"{words.window_name(self._label)} {kind}"
        return FaultsModel(f"{device}-{self._label}", title, faults, self._bench.stir, self)

    def refresh(self) -> None:
        """Look at the devices again."""
        self._board_faults.refresh()
        self._pad_faults.refresh()
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

    def _get_faces(self) -> list[dict[str, object]]:
        return [
            {
                "code": one.code,
                "words": one.said,
                "face": one.face,
                "rates": one.face != words.COMPLAINT,
            }
            for one in self._props.faces
        ]

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
    boardFaults = Property(QObject, lambda self: self._board_faults, constant=True)
    padFaults = Property(QObject, lambda self: self._pad_faults, constant=True)
    padHasScreen = Property(bool, lambda self: self._screened, constant=True)
    padName = Property(str, lambda self: self._props.screen[0], notify=changed)
    padSays = Property(str, lambda self: self._props.screen[1], notify=changed)
    faces = Property(list, _get_faces, notify=changed)
    digits = Property(str, lambda self: self._props.digits, notify=changed)
    ratingOpen = Property(bool, lambda self: self._props.rating_open, notify=changed)
