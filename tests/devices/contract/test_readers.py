"""What must hold of every ID-card reader, on every wire."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import pytest

from devices.id_reader import CardRead, IdReaderSimulator, NoCard, ReadResult, SimCard
from devices.polling import PollLine
from devices.readers import id_reader_for
from devices.transport import Listener, PtyListener, TcpListener
from tests.devices.wires import at_work, eventually

GONE_S = 0.1
CARDS = [SimCard("陈大文", mark="J"), SimCard("SMITH", mark="I")]


class Rig:
    """A reader at work, made from its URL as hall.toml names it."""

    def __init__(self, kind: str, folder: Path, stack: ExitStack) -> None:
        self.simulator = IdReaderSimulator()
        self.results: list[ReadResult] = []
        self.wire: Listener = PtyListener(folder / "wire") if kind == "pty" else TcpListener()
        self.wire.start(self.simulator.feed)
        stack.callback(self.wire.stop)
        self.reader = id_reader_for(
            f"sdt+{self.wire.url}", b"k" * 32, today=lambda: date(2026, 11, 23)
        )
        self.reader.pause_s, self.reader.gone_s = 0.02, GONE_S
        stack.enter_context(at_work(PollLine(self.reader, self.results.append)))
        assert eventually(lambda: NoCard() in self.results)

    def names(self) -> list[str]:
        return [one.holder.name for one in self.results if isinstance(one, CardRead)]

    def looked(self, times: int = 2) -> bool:
        seen = len(self.results)
        return eventually(lambda: len(self.results) >= seen + times)


@pytest.fixture(params=["pty", "tcp"])
def rig(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Rig]:
    with ExitStack() as stack:
        yield Rig(request.param, tmp_path, stack)


def test_each_placing_is_one_reading(rig: Rig) -> None:
    for count, card in enumerate(CARDS, 1):
        rig.simulator.place(card)
        assert eventually(lambda: len(rig.names()) == count, 10)  # noqa: B023
        assert rig.looked(1)
        rig.simulator.lift()
        time.sleep(GONE_S)
        assert rig.looked()
    assert rig.names() == [card.name for card in CARDS]
    assert rig.simulator.reads == len(CARDS)


def test_pulled_out_in_the_middle_of_a_reading_it_comes_back_by_itself(
    rig: Rig, record_property: Callable[[str, object], None]
) -> None:
    rig.simulator.cut = True  # half of the reply is on the wire when the plug is pulled
    rig.simulator.place(CARDS[0])
    assert rig.looked(1)
    start = time.monotonic()
    rig.wire.hang_up()
    rig.simulator.cut = False
    rig.simulator.lift()  # nobody knows what the reader did: the visitor places the card again
    rig.simulator.place(CARDS[0])
    assert eventually(lambda: rig.names() != [])
    record_property("ID reader back after a pull (s)", round(time.monotonic() - start, 3))
    assert rig.looked()
    assert rig.names() == [CARDS[0].name]


def test_a_card_that_was_read_is_not_read_again_after_a_pull(rig: Rig) -> None:
    rig.simulator.finds_again = True
    rig.simulator.place(CARDS[0])
    assert eventually(lambda: rig.names() != [])
    rig.wire.hang_up()
    assert rig.looked(3)
    assert rig.names() == [CARDS[0].name]


def test_stopping_in_the_middle_of_a_wait_is_quick(tmp_path: Path) -> None:
    with ExitStack() as stack:
        rig = Rig("tcp", tmp_path, stack)
        rig.simulator.mute = True
        assert rig.looked(1)
        start = time.monotonic()
    assert time.monotonic() - start < 3
