"""One contract for LED boards of every kind: the real driver, real wires, every fault."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from time import sleep

import pytest

from devices.errors import DeviceError
from devices.factory import DeviceUrl
from devices.led import (
    FAULTS,
    Answering,
    LedBus,
    LedResult,
    LedSimulator,
    Look,
    NoAnswer,
    NotSupported,
    Refused,
    Shown,
    boards,
)
from devices.led.factory import led_bus, led_simulator
from devices.transport import Transport
from tests.devices.wires import KINDS, eventually, wired

NOW = datetime(2026, 11, 23, 10, 7)
PANEL = {"start": "16", "length": "64", "color": "0", "mode": "1", "brightness": "2", "power": "3"}
IMPLEMENTATIONS: dict[str, tuple[str, dict[str, str]]] = {
    "onbon": ("onbon", {}),
    "alpha": ("alpha", {}),
    "betabrite": ("alpha", {"ack": "no"}),
    "modbus": ("modbus", PANEL),
}


@dataclass
class Line:
    """A bus with boards 1 to 3."""

    bus: LedBus
    boards: LedSimulator
    transport: Transport


@contextmanager
def line(name: str, kind: str, folder: Path, timeout: float = 0.1) -> Iterator[Line]:
    protocol, options = IMPLEMENTATIONS[name]
    devices = [
        DeviceUrl(protocol, "sim:led", address, {**options, "timeout": str(timeout)})
        for address in (1, 2, 3)
    ]
    boards = led_simulator(devices)
    with wired(boards, kind, folder) as transport:
        bus = led_bus(devices, transport, 9600)
        bus.open()
        yield Line(bus, boards, transport)
        bus.close()


@pytest.fixture(params=IMPLEMENTATIONS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def led(name: str, tmp_path: Path) -> Iterator[Line]:
    with line(name, "pty", tmp_path) as opened:
        yield opened


CALLS: dict[str, Callable[[LedBus, bool], LedResult]] = {
    "show": lambda bus, patient: bus.show(1, "A023 > 3", patient=patient),
    "clear": lambda bus, patient: bus.clear(1, patient=patient),
    "ping": lambda bus, patient: bus.ping(1, patient=patient),
    "dim": lambda bus, patient: bus.dim(1, 58, patient=patient),
    "set_clock": lambda bus, patient: bus.set_clock(1, NOW, patient=patient),
    "light": lambda bus, patient: bus.light(1, False, patient=patient),
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_board_shows_its_own(name: str, kind: str, tmp_path: Path) -> None:
    with line(name, kind, tmp_path) as led:
        assert led.bus.show(1, "A023 > 1") == Shown()
        assert led.bus.show(3, "B004 > 3", Look("flash", "green")) == Shown()
        shown = {a: (b.text, b.mode, b.color) for a, b in led.boards.boards.items()}
        assert shown == {
            1: ("A023 > 1", "static", "red"),
            2: ("", "static", "red"),
            3: ("B004 > 3", "flash", "green"),
        }
        assert led.bus.clear(1) == Shown()
        assert (led.boards.boards[1].text, led.boards.boards[3].text) == ("", "B004 > 3")


@pytest.mark.parametrize("mode", ["static", "flash", "scroll"])
@pytest.mark.parametrize("color", ["red", "green", "yellow"])
def test_every_look_arrives(led: Line, mode: str, color: str) -> None:
    look = Look(mode, color, speed=2)  # type: ignore[arg-type]
    assert led.bus.show(2, "A001", look) == Shown()
    assert (led.boards.boards[2].mode, led.boards.boards[2].color) == (mode, color)


@pytest.mark.parametrize("call", CALLS)
def test_every_call_is_done_or_said_not_to_exist(led: Line, call: str) -> None:
    result = CALLS[call](led.bus, True)
    assert isinstance(result, Shown | NotSupported)
    board = led.boards.boards[1]
    if isinstance(result, Shown):
        done = {
            "show": board.text == "A023 > 3",
            "dim": abs(board.brightness - 58) <= 5,
            "set_clock": board.clock == NOW,
            "light": not board.lit,
        }
        assert done.get(call, True)


@pytest.mark.parametrize("call", CALLS)
def test_silence_is_no_answer_and_never_success(led: Line, call: str) -> None:
    led.boards.mute = {1}
    assert isinstance(CALLS[call](led.bus, False), NoAnswer | NotSupported)
    assert led.bus.ping(2) == Shown()


def test_an_absent_board_is_no_answer_and_disturbs_nobody(led: Line) -> None:
    del led.boards.boards[3]
    assert led.bus.ping(3, patient=False) == NoAnswer(1)
    assert isinstance(led.bus.status(3, patient=False), NoAnswer)
    assert led.bus.show(2, "A001") == Shown()
    assert isinstance(led.bus.status(2), Answering)


def test_a_refusal_has_a_code_and_words(led: Line) -> None:
    led.boards.nack = {1}
    result = led.bus.show(1, "A001")
    assert isinstance(result, Refused)
    assert result.code
    assert result.reason
    assert led.boards.boards[1].text == ""
    assert led.bus.show(2, "A001") == Shown()


def test_a_damaged_answer_is_none(led: Line) -> None:
    led.boards.garbage = {1}
    assert led.bus.ping(1, patient=False) == NoAnswer(1)
    led.boards.garbage = set()
    assert led.bus.ping(1) == Shown()


def test_an_answer_that_came_too_late_is_not_that_to_the_next_question(
    led: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(boards, "SLOW_SECONDS", 0.25)  # later than this driver's 0.1
    led.boards.slow = {1}
    assert led.bus.ping(1, patient=False) == NoAnswer(1)
    del led.boards.boards[3]
    sleep(0.3)
    assert led.bus.ping(3, patient=False) == NoAnswer(1)


def test_a_board_under_a_wrong_address_does_not_count(led: Line) -> None:
    led.boards.wrong_address = {1}
    assert led.bus.show(1, "A001", patient=False) == NoAnswer(1)


def test_a_board_that_misses_every_other_frame_is_asked_again(led: Line) -> None:
    led.boards.drop = {1}
    for number in range(2):
        assert led.bus.show(1, f"A{number:03}") == Shown()
        assert led.boards.boards[1].text == f"A{number:03}"


def test_an_answer_said_twice_is_one(led: Line) -> None:
    led.boards.double = {1}
    for number in range(4):
        assert led.bus.show(1, f"A{number:03}") == Shown()
        assert led.bus.ping(2) == Shown()


@pytest.mark.parametrize("fault", FAULTS)
def test_after_a_fault_all_is_well(led: Line, fault: str) -> None:
    getattr(led.boards, fault).add(1)
    led.bus.show(1, "A001", patient=False)
    getattr(led.boards, fault).clear()
    assert eventually(lambda: led.bus.show(1, "A002") == Shown(), 5)
    assert led.boards.boards[1].text == "A002"


def test_what_cannot_be_shown_is_told(led: Line) -> None:
    assert led.bus.show(1, "A😀1") == Shown(("😀",))
    text = led.boards.boards[1].text
    assert text == ("A〓1" if led.bus.script == "chinese" else "A?1")


def test_a_long_text_is_shortened_visibly(led: Line) -> None:
    result = led.bus.show(1, "8" * 2000)
    assert result == Shown((), shortened=True)
    assert led.boards.boards[1].text.lstrip("8") in {"…", ".."}


@pytest.mark.parametrize("text", ["", " ", "\\C2", "\x1b\x04\x02", "a\nb", "~" * 30])
def test_no_text_breaks_a_frame(led: Line, text: str) -> None:
    assert isinstance(led.bus.show(1, text), Shown)
    assert led.bus.show(1, "A001") == Shown()
    assert led.boards.boards[1].text == "A001"


def test_a_port_that_is_closed_is_raised(led: Line) -> None:
    led.bus.close()
    with pytest.raises(DeviceError):
        led.bus.ping(1)
