"""The pads of all kinds as the dock shows them: what they say, their keys, their faults."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, assert_never

from devices.dock import words
from devices.dock.faults import Fault, address_faults, switch_faults
from devices.pad import PadSimulator
from devices.pad.screen import Away, Idle, ScreenPadSimulator, Serving

if TYPE_CHECKING:  # pymodbus is loaded where there is a Modbus pad: imports are start-up time
    from devices.pad.modbus import ModbusPadSimulator

BEST = 5


@dataclass(frozen=True)
class PadFace:
    """A key: the code it says, what stands on it, and the code of the face that is drawn there."""

    code: int
    said: str
    face: int


FACES = tuple(PadFace(code, said, code) for code, said in words.PAD.items())
"""The keys of a pad that is not told what to ask."""


class DockPad(Protocol):
    """A pad of any kind."""

    @property
    def rating_open(self) -> bool:
        """Whether it asks the visitor."""

    @property
    def screen(self) -> tuple[str, str] | None:
        """What its screen says: over whom, and what; None when it has none."""

    @property
    def faces(self) -> Sequence[PadFace]:
        """Its keys."""

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What can go wrong with it beside its wire."""

    def press(self, code: int) -> None:
        """Press a key."""


class BusPad:
    """A pad on the RS-485 bus."""

    screen = None
    faces: Sequence[PadFace] = FACES
    faults: tuple[Fault, ...] = ()

    def __init__(self, pad: PadSimulator) -> None:
        self._pad = pad

    @property
    def rating_open(self) -> bool:
        """Whether it asks the visitor."""
        return self._pad.rating_open

    def press(self, code: int) -> None:
        """Press a key."""
        self._pad.press(code)


class ModbusPad:
    """One Modbus unit."""

    screen = None
    faces: Sequence[PadFace] = FACES

    def __init__(self, line: "ModbusPadSimulator", address: int) -> None:
        self._line = line
        self._address = address
        self.faults = address_faults(line, address, words.MODBUS_PAD_FAULTS)

    @property
    def rating_open(self) -> bool:
        """Whether it asks the visitor."""
        return self._line.units[self._address].rating_open

    def press(self, code: int) -> None:
        """Press a key."""
        self._line.press(self._address, code)


class ScreenPad:
    """A pad with a screen."""

    def __init__(self, pad: ScreenPadSimulator) -> None:
        self._pad = pad
        self.faults = switch_faults(pad, words.SCREEN_PAD_FAULTS)

    @property
    def rating_open(self) -> bool:
        """Whether it asks the visitor."""
        return self._pad.question is not None

    @property
    def screen(self) -> tuple[str, str]:
        """What stands on the screen: over whom, and what."""
        shown, question = self._pad.shown, self._pad.question
        name = shown.name if shown else self._pad.pad
        if not self._pad.online:
            return name, words.NOT_CONNECTED
        if question is not None:
            return name, words.ASKS.format(question.ticket)
        if shown is None:
            return name, ""
        match shown.scene:
            case Idle():
                return name, words.IDLE
            case Serving(ticket=ticket):
                return name, words.SERVING.format(ticket)
            case Away(message=message):
                return name, message
            case _:
                assert_never(shown.scene)

    @property
    def faces(self) -> Sequence[PadFace]:
        """The faces of the open question, else the usual ones."""
        question = self._pad.question
        if question is None:
            return FACES
        faces = [PadFace(one.code, one.words, BEST - one.score) for one in question.faces]
        if question.complaint is not None:
            said = words.PAD[words.COMPLAINT]
            faces.append(PadFace(question.complaint, said, words.COMPLAINT))
        return faces

    def press(self, code: int) -> None:
        """Touch a face."""
        self._pad.press(code)
