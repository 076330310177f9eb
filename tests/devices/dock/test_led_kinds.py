"""Boards of every kind in the dock, on real wires."""

from pathlib import Path

import pytest

from devices.dock.bench import Bench
from devices.dock.plan import BoardPlan, DockPlan
from devices.factory import led_bus_for, transport_for
from devices.led import Look, Shown

PANEL = {"start": "16", "color": "0"}


@pytest.mark.parametrize(
    ("protocol", "options", "text"),
    [
        ("onbon", {}, "请C012号到3号窗口"),
        ("alpha", {}, "C012 > 3"),
        ("alpha", {"ack": "no"}, "C012 > 3"),
        ("modbus", PANEL, "请C012号到3号窗口"),
    ],
)
def test_a_board_of_every_kind_stands_in_the_dock(
    protocol: str, options: dict[str, str], text: str, tmp_path: Path
) -> None:
    boards = tuple(
        BoardPlan("led", address, str(address), 160, 16, protocol, options) for address in (3, 4)
    )
    with Bench(DockPlan(boards=boards), tmp_path) as bench:
        wire = transport_for("sim:led", sim_dir=tmp_path)
        bus = led_bus_for([board.device for board in boards], wire)
        bus.open()
        assert bus.show(3, text, Look(color="green")) == Shown()
        assert (bench.led("3").text, bench.led("3").color) == (text, "green")
        assert bench.led("4").text == ""
        bus.close()
