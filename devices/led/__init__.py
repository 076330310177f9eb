"""LED boards over service windows: Onbon, Alpha and Modbus panels behind one Protocol."""

from devices.led.boards import FAULTS, LedBoardState, LedSimulator
from devices.led.types import (
    PLAIN,
    Answering,
    Color,
    LedBus,
    LedResult,
    LedStatus,
    Look,
    Mode,
    NoAnswer,
    NotSupported,
    Refused,
    Script,
    Shown,
)

__all__ = [
    "FAULTS",
    "PLAIN",
    "Answering",
    "Color",
    "LedBoardState",
    "LedBus",
    "LedResult",
    "LedSimulator",
    "LedStatus",
    "Look",
    "Mode",
    "NoAnswer",
    "NotSupported",
    "Refused",
    "Script",
    "Shown",
]
