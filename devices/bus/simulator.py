"""The devices' side of the caller bus."""

import threading
from collections.abc import Callable, Sequence
from typing import Protocol

from devices.bus.codec import Frame, FrameDecoder, encode


class BusDevice(Protocol):
    """A simulated device on the bus."""

    @property
    def address(self) -> int:
        """Its address; a keypad and a pad may share one."""

    def connect(self, send: Callable[[Frame], None], changed: Callable[[], None]) -> None:
        """Learn how to speak, and whom to tell about changes."""

    def hear(self, frame: Frame) -> bool:
        """Take a frame from the host; say whether anything changed."""


class BusSimulator:
    """Hands the host's frames to its devices and theirs to the host, through `emit`."""

    def __init__(self, devices: Sequence[BusDevice]) -> None:
        self.devices = tuple(devices)
        self.emit: Callable[[bytes], None] = lambda _data: None
        self.on_change: Callable[[], None] = lambda: None
        self._decoder = FrameDecoder()
        self._lock = threading.Lock()
        for device in self.devices:
            device.connect(self._speak, self._changed)

    def feed(self, data: bytes) -> bytes:
        """Take bytes from the line; devices never answer the host, so nothing is returned."""
        with self._lock:
            frames = self._decoder.feed(data)
            heard = [
                device.hear(frame)
                for frame in frames
                for device in self.devices
                if device.address == frame.address
            ]
        if any(heard):
            self.on_change()
        return b""

    def _speak(self, frame: Frame) -> None:
        self.emit(encode(frame))

    def _changed(self) -> None:
        self.on_change()
