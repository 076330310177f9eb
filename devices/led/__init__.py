"""LED boards over service windows: the Onbon protocol, its driver and simulated boards."""

from devices.led.codec import Area, decode_area, encode_area
from devices.led.driver import LedBus
from devices.led.frame import Frame, FrameDecoder, encode_frame
from devices.led.simulator import LedBoardState, LedSimulator
from devices.led.types import Color, LedResult, Mode, NoAnswer, Refused, Shown

__all__ = [
    "Area",
    "Color",
    "Frame",
    "FrameDecoder",
    "LedBoardState",
    "LedBus",
    "LedResult",
    "LedSimulator",
    "Mode",
    "NoAnswer",
    "Refused",
    "Shown",
    "decode_area",
    "encode_area",
    "encode_frame",
]
