"""Caller keypads: their keys and a simulated one."""

from devices.keypad.simulator import KeypadSimulator
from devices.keypad.types import Key, KeypadKey

__all__ = ["Key", "KeypadKey", "KeypadSimulator"]
