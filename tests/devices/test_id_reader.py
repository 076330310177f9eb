"""ID-card readers: published bytes, every kind of card, and what never leaves the driver."""

import gc
import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from time import monotonic

import pytest

from devices.id_reader import (
    CardRead,
    IdReaderSimulator,
    NoAnswer,
    NoCard,
    ReaderFault,
    ReaderReady,
    ReadResult,
    SdtReader,
    SimCard,
    Unreadable,
    codec,
    driver,
)
from devices.id_reader.codec import (
    Reply,
    ReplyDecoder,
    Request,
    encode,
)
from devices.id_reader.driver import GONE_S, reply_s
from tests.devices.wires import KINDS, wired

KEY = b"k" * 32
TODAY = date(2026, 11, 23)
ZHANG = SimCard("张三", "19540312")


class Clock:
    def __init__(self) -> None:
        self.late = 0.0

    def __call__(self) -> float:
        return monotonic() + self.late


@contextmanager
def reading(
    simulator: IdReaderSimulator, kind: str, folder: Path, clock: Callable[[], float] = monotonic
) -> Iterator[SdtReader]:
    with wired(simulator, kind, folder) as transport:
        reader = SdtReader(transport, KEY, today=lambda: TODAY, clock=clock)
        reader.open()
        yield reader
        reader.close()


def looks(reader: SdtReader, count: int) -> list[ReadResult]:
    return [reader.poll(0) for _ in range(count)]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("finds_again", [False, True])
def test_one_reading_for_each_placing(kind: str, finds_again: bool, tmp_path: Path) -> None:
    simulator, clock = IdReaderSimulator(), Clock()
    simulator.finds_again = finds_again
    with reading(simulator, kind, tmp_path, clock) as reader:
        assert reader.status() == ReaderReady()
        assert reader.poll(0) == NoCard()
        simulator.place(ZHANG)
        first, *rest = looks(reader, 4)
        assert isinstance(first, CardRead)
        assert rest == [NoCard()] * 3
        simulator.lift()
        assert reader.poll(0) == NoCard()
        clock.late += GONE_S
        assert reader.poll(0) == NoCard()
        simulator.place(SimCard("李四", "19800101"))
        second = reader.poll(0)
        assert isinstance(second, CardRead)
        assert second.holder.name == "李四"
        assert simulator.reads == 2


def test_a_card_that_flickers_at_the_edge_is_one_placing(tmp_path: Path) -> None:
    simulator = IdReaderSimulator()
    with reading(simulator, "memory", tmp_path) as reader:
        simulator.place(ZHANG)
        assert isinstance(reader.poll(0), CardRead)
        simulator.lift()
        assert reader.poll(0) == NoCard()
        simulator.place(ZHANG)
        assert reader.poll(0) == NoCard()
        assert simulator.reads == 1


@pytest.mark.parametrize(
    ("fault", "value", "idle", "placed"),
    [
        ("mute", True, NoAnswer, NoAnswer),
        ("garbage", True, NoAnswer, NoAnswer),
        ("damaged", True, NoAnswer, NoAnswer),
        ("cut", True, NoAnswer, NoAnswer),
        ("slow", 0.05, NoCard, CardRead),
        ("lifted", True, NoCard, Unreadable),
        ("spoiled", True, NoCard, Unreadable),
    ],
)
def test_faults_are_said_and_pass(
    fault: str,
    value: object,
    idle: type[ReadResult],
    placed: type[ReadResult],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    simulator, clock = IdReaderSimulator(), Clock()
    setattr(simulator, fault, value)
    with reading(simulator, "tcp", tmp_path, clock) as reader:
        with monkeypatch.context() as hasty:
            if idle is NoAnswer:  # waited for in vain: the less the better
                hasty.setattr(driver, "THINK_S", dict.fromkeys(driver.THINK_S, 0.1))
            assert isinstance(reader.poll(0), idle)
            simulator.place(ZHANG)
            assert isinstance(reader.poll(0), placed)
        setattr(simulator, fault, type(value)())
        simulator.lift()
        clock.late += GONE_S
        assert reader.poll(0) == NoCard()
        simulator.place(SimCard("李四", "19800101"))
        assert isinstance(reader.poll(0), CardRead)


def test_a_broken_module_is_said(tmp_path: Path) -> None:
    simulator = IdReaderSimulator()
    simulator.faulty = True
    with reading(simulator, "pty", tmp_path) as reader:
        assert reader.status() == ReaderFault(0x60)
        simulator.mute = True
        assert reader.status() == NoAnswer("asking for its status")


def test_waiting_follows_the_speed_of_the_line() -> None:
    slow, fast = (reply_s(codec.READ, baud) for baud in (9600, 115200))
    assert slow > 1.349 + 1
    assert fast < 3
    assert slow - fast > 1.349 - 0.113


def test_nothing_of_a_person_is_said_or_kept(tmp_path: Path) -> None:
    simulator = IdReaderSimulator()
    with reading(simulator, "memory", tmp_path) as reader:
        simulator.place(ZHANG)
        result = reader.poll(0)
        assert isinstance(result, CardRead)
        said = f"{result!r} {result.holder!r} {reader.__dict__!r}"
        for secret in (ZHANG.name, ZHANG.number, ZHANG.birth, result.holder.digest):
            assert secret not in said
        kept = pickle.dumps(result)
        assert ZHANG.number.encode() not in kept
        photo = _photo(simulator)
        gc.collect()
        for thing in gc.get_objects():
            if isinstance(thing, ReplyDecoder | Reply | SdtReader):
                assert photo not in str(vars(thing)).encode()


def _photo(simulator: IdReaderSimulator) -> bytes:
    simulator.place(ZHANG)
    simulator.feed(encode(Request(*codec.SELECT)))
    reply = simulator.feed(encode(Request(*codec.READ)))
    decoder = ReplyDecoder()
    decoder.feed(reply[:-1])
    assert len(decoder._kept) == codec.KEPT
    return reply[-100:-1]
