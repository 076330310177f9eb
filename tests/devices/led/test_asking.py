"""Questions on a line that is not as it should be."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from devices.errors import DeviceError
from devices.led import NoAnswer, Shown
from devices.led.onbon import OnbonBus, OnbonSimulator
from devices.transport import MemoryEnd, MemoryPair


@contextmanager
def babbled_on(far: MemoryEnd) -> Iterator[None]:
    """Somebody talks without end, as an adapter with a broken line driver does."""
    stop = threading.Event()

    def babble() -> None:
        while not stop.is_set():
            try:
                far.write(b"\xa5\x00\x5a" * 100, 1)
            except DeviceError:
                return
            stop.wait(0.001)

    thread = threading.Thread(target=babble, daemon=True)
    thread.start()
    yield
    stop.set()
    thread.join(5)


def test_a_line_on_which_somebody_babbles_is_given_up_and_works_again_later() -> None:
    pair = MemoryPair()
    pair.far.open()
    bus = OnbonBus(pair.near, timeout=0.1, retries=0)
    bus.open()
    with babbled_on(pair.far):
        assert bus.ping(1) == NoAnswer(1)
    boards = OnbonSimulator([1])

    def answer() -> None:
        while not (data := pair.far.read(4096, 0.05)).endswith(b"\x5a"):
            assert isinstance(data, bytes)
        pair.far.write(boards.feed(data), 1)

    pair.far.read(1_000_000, 0)  # what was asked in vain
    thread = threading.Thread(target=answer, daemon=True)
    thread.start()
    assert OnbonBus(pair.near, timeout=2).ping(1) == Shown()
    thread.join(5)


def test_a_long_text_is_given_the_time_it_takes_on_the_wire() -> None:
    """A frame of 1000 bytes takes a second at 9600 baud: longer than the timeout."""
    pair = MemoryPair()
    pair.far.open()
    bus = OnbonBus(pair.near, timeout=0.05, retries=0, baud=9600)
    bus.open()
    boards = OnbonSimulator([1])

    def slowly() -> None:
        data = pair.far.read(4096, 5)
        threading.Event().wait(len(data) * 10 / 9600)
        pair.far.write(boards.feed(data), 1)

    thread = threading.Thread(target=slowly, daemon=True)
    thread.start()
    assert bus.show(1, "政" * 200) == Shown()
    thread.join(5)
