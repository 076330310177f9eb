"""A Modbus pad at a window of a real hall."""

from collections.abc import Iterator

import pytest

from devices.keypad import Key
from devices.pad.modbus import ModbusPadSimulator, Registers
from devices.transport import PtyListener
from display.wiring import checks
from shared.doctor import verdict
from tests.display.windows.conftest import Desk
from tests.support.halls import SampleHall

WAS = 'pad = "bus+sim:bus?address=103"'


@pytest.fixture
def modbus(hall: SampleHall) -> Iterator[tuple[Desk, ModbusPadSimulator]]:
    simulator, listener = ModbusPadSimulator({5: Registers()}), PtyListener()
    listener.start(simulator.feed)
    url = listener.url.removeprefix("serial://")
    hall.rewrite((WAS, f'pad = "modbus+serial://{url}?address=5"'))
    desk = Desk(hall)
    simulator.on_change = desk.changed.set
    yield desk, simulator
    desk.close()
    listener.stop()


def test_the_pad_asks_and_its_key_is_the_rating(modbus: tuple[Desk, ModbusPadSimulator]) -> None:
    desk, simulator = modbus
    desk.hall.numbers(1)
    desk.serve()
    desk.press(3, Key.CALL_NEXT)
    desk.called(3, "C001")
    desk.press(3, Key.EVALUATE)
    desk.until(lambda: simulator.units[5].rating_open)
    simulator.press(5, 1)
    desk.until(lambda: desk.ratings() == [("pad", 4)])
    desk.until(lambda: simulator.units[5].acknowledged == 1)


def test_the_doctor_asks_the_pad(modbus: tuple[Desk, ModbusPadSimulator]) -> None:
    desk, simulator = modbus

    def told() -> str:
        results = {check.name: check.result for check in checks(desk.hall.ctx.config)}
        return verdict(results["window 3 pad"])

    assert told() == "fine"
    simulator.mute = {5}
    assert told() == "bad"
    simulator.mute = set()
    simulator.units[5].registers = Registers(key=9)
    assert told() == "bad"
