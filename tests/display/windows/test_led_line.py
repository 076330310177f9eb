"""The boards of one port over real wires: of every kind, some dead, on a line with a speed."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, time
from pathlib import Path

import pytest

from devices.factory import DeviceUrl
from devices.led import LedSimulator
from devices.led.factory import led_bus, led_simulator
from devices.supervisor import Supervisor
from display.windows.led_line import LedLine
from display.windows.led_schedule import BACK_OFF_S, PING_S
from display.windows.led_style import LedStyle, led_style
from display.windows.plan import Board
from shared.config.schema import DimToml, LedToml
from tests.devices.wires import eventually, wired
from tests.support.halls import MONDAY_10
from tests.support.paced import Paced

STYLE = LedStyle(dims=((time(7), 100), (time(18), 40)))


def boards(kind: str, count: int) -> list[Board]:
    return [
        Board(window, DeviceUrl(kind, "sim:led", window), 160, 16) for window in range(1, count + 1)
    ]


class Port:
    """A line with boards, and clocks that stand."""

    def __init__(self, kind: str, folder: Path, count: int = 2, style: LedStyle = STYLE) -> None:
        self.boards = boards(kind, count)
        self.devices = [board.device for board in self.boards]
        self.simulator: LedSimulator = led_simulator(self.devices)
        self.folder = folder
        self.style = style
        self.now = 0.0
        self.hall_now = MONDAY_10

    @contextmanager
    def served(self) -> Iterator["Port"]:
        with wired(self.simulator, "pty", self.folder) as transport:
            bus = led_bus(
                [
                    DeviceUrl(one.protocol, one.port_url, one.address, {"timeout": "0.1"})
                    for one in self.devices
                ],
                transport,
                9600,
            )
            self.line = LedLine(
                bus, self.boards, self.style, lambda: self.hall_now, lambda: self.now
            )
            self.line.open()
            yield self
            self.line.close()

    def text(self, window: int) -> str:
        return self.simulator.boards[window].text

    def work(self, times: int = 1) -> None:
        for _ in range(times):
            self.line.interrupt()  # nothing here waits for the real clock
            self.line.work()

    def until(self, happened: Callable[[], bool], most: int = 40) -> None:
        for _ in range(most):
            if happened():
                return
            self.now += 0.01
            self.work()
        assert happened()


@pytest.fixture(params=["onbon", "alpha", "modbus"])
def port(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Port]:
    with Port(request.param, tmp_path).served() as port:
        yield port


def test_the_newest_text_wins_on_every_kind_of_board(port: Port) -> None:
    port.line.show(1, "A001")
    port.line.show(1, "A002")
    port.work()
    assert port.text(1) == "A002"


def test_a_mute_board_does_not_hold_up_the_other_and_is_told_again(
    port: Port, caplog: pytest.LogCaptureFixture
) -> None:
    port.simulator.mute.add(1)
    port.line.show(1, "C001 > 1", urgent=True)
    port.line.show(2, "C002 > 2", urgent=True)
    port.work(2)
    assert port.text(2) == "C002 > 2"
    port.until(lambda: "does not answer" in caplog.text, 400)
    port.simulator.forget()
    port.simulator.mute.clear()
    port.now += max(BACK_OFF_S)
    port.until(lambda: port.text(1) == "C001 > 1")


def test_a_board_that_lost_its_power_between_calls_is_found_by_a_ping(port: Port) -> None:
    port.line.show(1, "A001")
    port.until(lambda: port.text(1) == "A001")
    port.work(4)
    port.simulator.mute.add(1)
    port.now += PING_S
    port.work(2)
    port.simulator.forget(1)
    port.simulator.mute.clear()
    port.until(lambda: port.text(1) == "A001", 100)


def test_brightness_and_clock_of_the_hour(tmp_path: Path) -> None:
    with Port("onbon", tmp_path).served() as port:
        port.hall_now = MONDAY_10.replace(hour=20)
        port.line.show(1, "1号窗口")
        port.until(lambda: port.simulator.boards[1].brightness == 40)
        port.until(lambda: port.simulator.boards[1].clock == datetime(2026, 11, 23, 20))
        port.hall_now = MONDAY_10.replace(day=24, hour=7)
        port.until(lambda: port.simulator.boards[1].brightness == 100)
        port.until(lambda: port.simulator.boards[1].clock == datetime(2026, 11, 24, 7))


@pytest.mark.parametrize(
    ("hour", "percent"), [(0, 40), (6, 40), (7, 100), (17, 100), (18, 40), (23, 40)]
)
def test_the_last_brightness_of_the_day_holds_over_midnight(hour: int, percent: int) -> None:
    assert STYLE.percent_at(time(hour)) == percent
    assert LedStyle().percent_at(time(hour)) is None


def test_the_style_is_read_from_hall_toml() -> None:
    toml = LedToml(
        "flash", "green", "yellow", 2, 3.5, (DimToml(time(18), 40), DimToml(time(7), 90))
    )
    dims = ((time(7), 90), (time(18), 40))
    assert led_style(toml) == LedStyle("flash", "green", "yellow", 2, 3.5, dims)


def test_calls_and_idle_texts_look_as_the_hall_says(tmp_path: Path) -> None:
    style = LedStyle("flash", "green", "yellow")
    with Port("onbon", tmp_path, style=style).served() as port:
        port.line.show(1, "1号窗口")
        port.line.show(2, "请C001号到2号窗口", urgent=True)
        port.until(lambda: port.text(1) != "")
        one, two = port.simulator.boards[1], port.simulator.boards[2]
        assert (one.mode, one.color) == ("static", "yellow")
        assert (two.mode, two.color) == ("flash", "green")
        port.line.show(1, "分领域综窗·市场监管·一号", urgent=True)
        port.until(lambda: port.simulator.boards[1].mode == "scroll")


def test_boards_without_chinese_get_letters_and_digits(tmp_path: Path) -> None:
    with Port("alpha", tmp_path).served() as port:
        port.line.show(1, "请C001号到1号窗口", latin="C001 > 1", urgent=True)
        port.work()
        assert port.text(1) == "C001 > 1"


def test_what_cannot_be_shown_is_told_with_its_window(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with Port("onbon", tmp_path).served() as port:
        port.line.show(1, "张𠮷先生")
        port.work()
    assert port.text(1) == "张〓先生"
    assert "LED of window 1 cannot show 𠮷" in caplog.text


def test_eight_boards_of_which_three_are_dead_on_a_line_of_9600_baud(tmp_path: Path) -> None:
    """Every call reaches its board, none waits for more than the question before it."""
    eight = boards("onbon", 8)
    simulator = led_simulator([board.device for board in eight])
    simulator.mute |= {2, 5, 7}
    paced = Paced(simulator)
    with wired(paced, "pty", tmp_path) as transport:
        bus = led_bus([board.device for board in eight], transport, 9600)
        line = LedLine(bus, eight, LedStyle(), lambda: MONDAY_10)
        worker = Supervisor("paced", line)
        worker.start()
        living = [1, 3, 4, 6, 8]
        for window in range(1, 9):
            line.show(window, f"{window}号窗口")
        assert eventually(lambda: all(simulator.boards[one].text for one in living), 20), (
            simulator.boards
        )
        before = []
        for number in range(1, 13):
            for window in (living[number % 5], 2):
                line.show(window, f"请A{number:03}号到{window}号窗口", urgent=True)
            window, said = living[number % 5], len(paced.passed)
            text = f"请A{number:03}号到{window}号窗口"
            assert eventually(lambda: simulator.boards[window].text == text, 10)  # noqa: B023
            before.append(len(paced.passed) - said)
        worker.stop()
    # The question that is on the wire already, and now and then the others' one turn in nine.
    assert max(before) <= 3, before
    assert not any(thread.name == "paced" for thread in threading.enumerate())
