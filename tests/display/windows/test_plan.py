"""Which device stands where, read from hall.toml."""

import pytest

from devices.factory import DeviceUrl
from devices.pad.modbus import Registers
from display.windows.plan import Board, ModbusPad, plan_windows
from shared.domain.errors import BadInput
from tests.support.halls import SampleHall


def test_what_shares_a_port_shares_one_connection(hall: SampleHall) -> None:
    plan = plan_windows(hall.ctx.config)
    assert list(plan.leds) == ["sim:led"]
    assert list(plan.buses) == ["sim:bus"]
    assert plan.leds["sim:led"][2] == Board(3, DeviceUrl("onbon", "sim:led", 3), 160, 16)
    assert plan.leds["sim:led"][2].address == 3
    bus = plan.buses["sim:bus"]
    assert (bus.keypads[3], bus.pads[103]) == (3, 3)
    assert (bus.keypad_of(3), bus.pad_of(3), bus.pad_of(9)) == (3, 103, None)


def test_a_window_may_have_no_devices(hall: SampleHall) -> None:
    hall.rewrite(('led = "onbon+sim:led?address=3"\n', ""))
    plan = plan_windows(hall.ctx.config)
    assert 3 not in [board.window for board in plan.leds["sim:led"]]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "onbon+sim:led?address=3",
            "bus+sim:led?address=3",
            "window 3, led = .*speaks onbon or alpha or modbus",
        ),
        ("onbon+sim:led?address=3", "alpha+sim:led?address=3", "onbon and alpha share a port"),
        ("onbon+sim:led?address=3", "onbon+sim:led?address=3&wide=1", "unknown option wide"),
        ("bus+sim:bus?address=3", "onbon+sim:bus?address=3", "window 3, keypad = .*speaks bus"),
        ("bus+sim:bus?address=103", "onbon+sim:bus?address=103", "window 3, pad = .*speaks bus"),
        ("bus+sim:bus?address=103", "sim:bus?address=103", "window 3, pad = .*protocol is missing"),
        ("bus+sim:bus?address=103", "bus+sim:bus", "window 3, pad = .*address is missing"),
        ("bus+sim:bus?address=103", "bus+gopher:x?address=1", "window 3, pad = .*unknown scheme"),
        ("onbon+sim:led?address=3", "onbon+sim:led?address=2", "window 3: address 2 on sim:led"),
        ('"bus+sim:bus?address=3"', '"bus+sim:bus?address=2"', "window 3: address 2 on sim:bus"),
        ("bus+sim:bus?address=103", "bus+sim:bus?address=102", "window 3: address 102 on sim:bus"),
    ],
)
def test_what_is_wrong_names_the_window(hall: SampleHall, old: str, new: str, told: str) -> None:
    hall.rewrite((old, new))
    with pytest.raises(BadInput, match=told) as caught:
        plan_windows(hall.ctx.config)
    assert caught.value.hint


def test_boards_and_keypads_need_lines_of_their_own(hall: SampleHall) -> None:
    hall.rewrite(("bus+sim:bus?address=103", "bus+sim:led?address=103"))
    with pytest.raises(BadInput, match="sim:led carries LED boards and keypads"):
        plan_windows(hall.ctx.config)


WAS = 'pad = "bus+sim:bus?address=103"'


def test_a_modbus_pad_brings_its_registers(hall: SampleHall) -> None:
    hall.rewrite((WAS, 'pad = "modbus+sim:modbus?address=5&key=16&ack=17&open=3"'))
    plan = plan_windows(hall.ctx.config)
    assert plan.modbus == {"sim:modbus": {5: ModbusPad(3, Registers(16, 17, 3))}}


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("modbus+sim:modbus?address=0", "window 3, pad = .*address 0 is not within 1 to 247"),
        ("modbus+sim:modbus?address=5&key=1", "window 3, pad = .*registers of their own"),
        ("modbus+sim:bus?address=5", "sim:bus carries keypads and Modbus pads"),
    ],
)
def test_what_is_wrong_with_a_modbus_pad(hall: SampleHall, url: str, told: str) -> None:
    hall.rewrite((WAS, f'pad = "{url}"'))
    with pytest.raises(BadInput, match=told) as caught:
        plan_windows(hall.ctx.config)
    assert caught.value.hint


def test_two_modbus_pads_at_one_address(hall: SampleHall) -> None:
    url = 'pad = "modbus+sim:modbus?address=5"'
    hall.rewrite((WAS, url), ('pad = "bus+sim:bus?address=104"', url))
    with pytest.raises(BadInput, match="window 4: address 5 on sim:modbus already belongs"):
        plan_windows(hall.ctx.config)
