"""The shipped clips, opened once, and a sink that notes what it was given."""

import threading
from dataclasses import dataclass, field

import pytest

from shared.voice.book import Book, open_book
from shared.voice.pcm import Pcm
from shared.voice.reading import Reader, read_readings
from shared.voice.sinks import SoundLost


@pytest.fixture(scope="session")
def book() -> Book:
    return open_book()


@pytest.fixture(scope="session")
def reader(book: Book) -> Reader:
    return Reader(book, read_readings())


@dataclass
class HandSink:
    """Plays in no time; `lost` is whether the device is gone, `held` keeps a sound from ending."""

    volume: int = 100
    lost: bool = False
    held: threading.Event | None = None
    heard: list[tuple[float, Pcm]] = field(default_factory=list)
    opened: int = 0
    sounding: int = 0
    overlapped: bool = False
    begun: threading.Event = field(default_factory=threading.Event)

    def open(self) -> None:
        self.check()
        self.opened += 1

    def sound(self, pcm: Pcm, at: float, stopped: threading.Event) -> None:
        self.sounding += 1
        self.overlapped |= self.sounding > 1
        try:
            self.begun.set()
            while self.held is not None and not self.held.wait(0.005):
                self.check()
                if stopped.is_set():
                    return
            self.check()
            self.heard.append((at, pcm))
        finally:
            self.sounding -= 1

    def check(self) -> None:
        if self.lost:
            raise SoundLost("unplugged")

    def close(self) -> None:
        pass


class DeafSink(HandSink):
    """Plays in no time and keeps nothing."""

    def sound(self, pcm: Pcm, at: float, stopped: threading.Event) -> None:
        self.check()


@pytest.fixture
def sink() -> HandSink:
    return HandSink()
