"""The simulated hardware a hall names."""

import json
import socket
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from devices.dock.plan import (
    BoardPlan,
    KeypadPlan,
    KioskPlan,
    ModbusPadPlan,
    PadPlan,
    ScreenPadPlan,
)
from devices.pad.registers import Registers
from devices.scanner import Framing
from display.dock import dock_plan, run
from shared.config.secret import PAD_KEY, hall_secret
from shared.domain.errors import BadInput
from tests.support.halls import SampleHall


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    return QGuiApplication


def test_whatever_is_named_sim_stands_in_the_dock(hall: SampleHall) -> None:
    plan = dock_plan(hall.ctx.config)
    assert plan.printers == ("printer",)
    assert len(plan.boards) == len(plan.keypads) == len(plan.pads) == 8
    assert plan.boards[2] == BoardPlan("led", 3, "3", 160, 16)
    assert plan.keypads[2] == KeypadPlan("bus", 3, "3")
    assert plan.pads[2] == PadPlan("bus", 103, "3")
    plan.check()


def test_real_devices_do_not(hall: SampleHall) -> None:
    hall.rewrite(
        ('"sim:printer"', '"tcp://192.168.1.50:9100"'),
        ("onbon+sim:led", "onbon+serial:///dev/ttyUSB0"),
        ("bus+sim:bus?address=3", "bus+socket://192.168.1.51:4001?address=3"),
    )
    plan = dock_plan(hall.ctx.config)
    assert plan.kiosks == ()
    assert plan.boards == ()
    assert "3" not in [keypad.label for keypad in plan.keypads]
    hall.rewrite(("bus+sim:bus", "bus+serial:///dev/ttyUSB1"))
    with pytest.raises(BadInput, match="no simulated device"):
        dock_plan(hall.ctx.config)


def test_readers_scanners_and_pads_of_every_kind_stand_in_the_dock(hall: SampleHall) -> None:
    readers = 'id_reader = "sdt+sim:reader?baud=57600"\nscanner = "scan+sim:scan?suffix=%0A"'
    hall.rewrite(
        ('printer = "sim:printer"', f'printer = "sim:printer"\n{readers}'),
        ('"bus+sim:bus?address=103"', '"screen+sim:pads?id=PAD3"'),
        ('"bus+sim:bus?address=104"', '"modbus+sim:units?address=4&key=16"'),
    )
    plan = dock_plan(hall.ctx.config)
    kiosk = hall.ctx.config.kiosk(None).id
    framing = Framing(suffix=b"\n")
    assert plan.kiosks == (KioskPlan(kiosk, "printer", "reader", "scan", framing),)
    assert plan.screen_pads == (ScreenPadPlan("pads", "PAD3", "3"),)
    assert plan.modbus_pads == (ModbusPadPlan("units", 4, "4", Registers(key=16)),)
    assert plan.pad_key == hall_secret(hall.folder, PAD_KEY)
    assert plan.pad_key.hex() not in repr(plan)
    plan.check()
    hall.rewrite(("suffix=%0A", "suffix="))
    with pytest.raises(BadInput, match=f"kiosk {kiosk}, scanner = .*: the suffix is empty"):
        dock_plan(hall.ctx.config)
    hall.rewrite(("scan+sim:scan?suffix=", "wedge:?prefix=~~"))
    assert dock_plan(hall.ctx.config).kiosks[0].scanner == ""


def test_two_kiosks_may_share_a_printer(hall: SampleHall) -> None:
    hall.rewrite(("[[board]]", '[[kiosk]]\nid = "K2"\nprinter = "sim:printer"\n\n[[board]]'))
    assert dock_plan(hall.ctx.config).printers == ("printer",)


def test_the_dock_opens_shows_pictures_and_ends_in_order(
    qapp: QGuiApplication, hall: SampleHall, tmp_path: Path
) -> None:
    name = tmp_path / "dock"
    answers: list[dict[str, object]] = []

    def ask() -> None:
        with socket.socket(socket.AF_UNIX) as hand:
            hand.connect(str(name))
            hand.sendall(b'{"do": "touch", "item": "no-such-thing"}\n{"do": "dance"}\n')
            QTimer.singleShot(300, QGuiApplication.quit)
            hand.setblocking(False)
            for _ in range(200):
                QGuiApplication.processEvents()
                if len(answers) == 2:
                    break
                try:
                    data = hand.recv(4096)
                except BlockingIOError:
                    continue
                answers.extend(json.loads(line) for line in data.splitlines())

    QTimer.singleShot(300, ask)
    assert run(hall.ctx.config, place=None, remote=str(name)) == 0
    assert [list(answer) for answer in answers] == [["error"], ["error"]]
    assert not (hall.ctx.config.run_dir / "bus.url").exists()
