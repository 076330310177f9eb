"""Evaluation pads: their keys and a simulated one."""

from devices.pad.simulator import PadSimulator
from devices.pad.types import PadKey

__all__ = ["PadKey", "PadSimulator"]
