"""The caller bus: keypads and evaluation pads on one RS-485 line."""

from devices.bus.codec import Frame, FrameDecoder, encode
from devices.bus.line import BusEvent, BusLine, UnknownFrame
from devices.bus.simulator import BusSimulator
from devices.keypad.types import Key, KeypadKey
from devices.pad.types import PadKey

__all__ = [
    "BusEvent",
    "BusLine",
    "BusSimulator",
    "Frame",
    "FrameDecoder",
    "Key",
    "KeypadKey",
    "PadKey",
    "UnknownFrame",
    "encode",
]
