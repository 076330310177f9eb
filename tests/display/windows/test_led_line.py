"""The boards of one port: the newest text wins, and a dead board does not hold up the living."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from devices.led import LedBus, LedSimulator
from devices.transport import Transport
from display.windows.led_line import RETRY_S, LedLine
from display.windows.plan import Board
from tests.devices.wires import wired

BOARDS = [Board(window, window, 160, 16) for window in (1, 2)]


class Port:
    """A line with two boards over a pseudo-terminal, and a clock that stands."""

    def __init__(self, simulator: LedSimulator, transport: Transport) -> None:
        self.simulator = simulator
        self.now = 0.0
        self.line = LedLine(LedBus(transport, retries=0), BOARDS, lambda: self.now)
        self.line.open()

    def text(self, window: int) -> str:
        return self.simulator.boards[window].text

    def forget(self) -> None:
        """Switch the boards off and on: they show nothing."""
        for window in self.simulator.addresses:
            self.simulator.boards[window] = type(self.simulator.boards[window])()


@pytest.fixture
def port(tmp_path: Path) -> Iterator[Port]:
    simulator = LedSimulator((1, 2))
    with wired(simulator, "pty", tmp_path) as transport:
        yield Port(simulator, transport)


def test_the_newest_text_wins(port: Port) -> None:
    port.line.show(1, "旧")
    port.line.show(1, "新")
    port.line.work()
    assert port.text(1) == "新"
    port.forget()
    port.line.show(1, "新")
    port.line.work()
    assert port.text(1) == ""
    port.line.show(1, "新", again=True)
    port.line.work()
    assert port.text(1) == "新"


def test_a_mute_board_is_tried_again_and_gets_the_text_of_then(port: Port) -> None:
    port.simulator.mute.add(1)
    port.line.show(1, "请C001号到1号窗口")
    port.line.work()
    port.line.show(2, "好")
    port.line.work()
    assert port.text(2) == "好"
    port.forget()
    port.simulator.mute.clear()
    port.line.work()
    assert port.text(1) == "", "not before its time"
    port.now += RETRY_S
    port.line.work()
    assert port.text(1) == "请C001号到1号窗口"


def test_calls_come_first_then_the_living(port: Port) -> None:
    port.simulator.nack.add(1)
    port.line.show(1, "一")
    port.line.work()
    port.line.show(2, "二")
    port.line.work()
    port.now += RETRY_S
    port.line.show(2, "三")
    port.line.work()
    assert port.text(2) == "三"
    port.simulator.nack.clear()
    port.line.show(2, "四")
    port.line.show(1, "请C001号到1号窗口", urgent=True)
    port.line.work()
    assert (port.text(1), port.text(2)) == ("请C001号到1号窗口", "三")


def test_after_the_port_was_closed_all_is_shown_anew(port: Port) -> None:
    for window in (1, 2):
        port.line.show(window, f"{window}号")
        port.line.work()
    port.forget()
    port.line.close()
    port.line.open()
    port.line.work()
    port.line.work()
    assert [port.text(window) for window in (1, 2)] == ["1号", "2号"]


def test_long_texts_run(port: Port) -> None:
    modes = []
    for text in ("请C001号到1号窗口", "分领域综窗·市场监管·一号"):
        port.line.show(1, text)
        port.line.work()
        modes.append(port.simulator.boards[1].mode)
    assert modes == ["static", "scroll"]
