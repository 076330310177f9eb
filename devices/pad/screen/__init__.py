"""Pads with a screen: JSON lines over TCP, the pad connects to the hub."""

from devices.pad.screen.client import ScreenPadClient
from devices.pad.screen.messages import Away, Face, Idle, Scene, Serving, Staff
from devices.pad.screen.server import ScreenPadServer
from devices.pad.screen.simulator import ScreenPadSimulator
from devices.pad.screen.types import PadEvent, PadOffline, PadOnline, Question, Submitted

__all__ = [
    "Away",
    "Face",
    "Idle",
    "PadEvent",
    "PadOffline",
    "PadOnline",
    "Question",
    "Scene",
    "ScreenPadClient",
    "ScreenPadServer",
    "ScreenPadSimulator",
    "Serving",
    "Staff",
    "Submitted",
]
