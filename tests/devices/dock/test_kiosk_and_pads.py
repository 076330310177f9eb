"""Readers, scanners and pads of every kind in the dock, from the touch to the real driver."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from devices.dock import words
from devices.dock.bench import Bench
from devices.dock.plan import DockPlan, KioskPlan, ModbusPadPlan, ScreenPadPlan
from devices.id_reader import SAMPLES, CardRead, NoAnswer, SdtReader
from devices.pad import PadKey
from devices.pad.modbus import Absent, ModbusPads, Registers
from devices.pad.screen import (
    Away,
    Face,
    Idle,
    PadEvent,
    Question,
    ScreenPadServer,
    Serving,
    Submitted,
)
from devices.printer import EscposPrinter, load_profile
from devices.readers import id_reader_for, scanner_for
from devices.scanner import Framing, LineScanner, UnknownCode
from devices.switches import switches_of
from devices.transport import transport_for, write_url
from tests.devices.dock.conftest import ADDRESS, TICKET
from tests.devices.dock.test_window import (
    descendant,
    finger,
    item,
    open_faults,
    opened,
    shows,
    touch,
)
from tests.devices.wires import at_work, eventually

__all__ = ["finger"]

KEY = b"k" * 32
MAP = Registers(key=16, ack=17, open=3, none=0xFFFF, first=0)
PLAN = DockPlan(
    kiosks=(
        KioskPlan("K1", "printer", "reader", "scanner", Framing(b"\x02", b"\r\n")),
        KioskPlan("K2", "printer"),
    ),
    modbus_pads=(ModbusPadPlan("units", 5, "1", MAP),),
    screen_pads=(ScreenPadPlan("pads", "PAD2", "2"),),
    pad_key=KEY,
)
FACES = (Face(9, 5, "很好"), Face(4, 3, "一般"), Face(2, 1, "很差"))


class Hub:
    """The hub's side of pads with a screen, at sim:pads."""

    def __init__(self, run_dir: Path) -> None:
        self.pressed: list[tuple[str, int]] = []
        pads = {"PAD2": (2, "综合受理")}
        self.server = ScreenPadServer(("127.0.0.1", 0), KEY, pads, self._take)
        self.server.open()
        run_dir.mkdir(parents=True, exist_ok=True)
        write_url(run_dir / "pads.url", self.server.name.replace("listen", "tcp"))

    def _take(self, event: PadEvent) -> None:
        if isinstance(event, Submitted):
            self.server.settle(event, stored=True)
            self.pressed.append((event.request, event.code))


@pytest.fixture
def bench(run_dir: Path) -> Iterator[Bench]:
    with Bench(PLAN, run_dir) as bench:
        yield bench


@pytest.fixture
def window(bench: Bench, qtbot: QtBot) -> Iterator[QQuickWindow]:
    yield from opened(bench, qtbot)


@pytest.fixture
def hub(run_dir: Path) -> Iterator[Hub]:
    hub = Hub(run_dir)
    with at_work(hub.server):
        yield hub


@pytest.fixture
def reader(bench: Bench, run_dir: Path) -> Iterator[SdtReader]:
    reader = id_reader_for("sdt+sim:reader", KEY, sim_dir=run_dir, today=lambda: date(2026, 11, 23))
    reader.open()
    yield reader
    reader.close()


@pytest.fixture
def scanner(bench: Bench, run_dir: Path) -> Iterator[LineScanner]:
    scanner = scanner_for("scan+sim:scanner?prefix=%02&suffix=%0D%0A", (), sim_dir=run_dir)
    assert isinstance(scanner, LineScanner)
    scanner.open()
    yield scanner
    scanner.close()


def scanned(scanner: LineScanner) -> str:
    found = scanner.poll(5)
    assert len(found) == 1
    assert isinstance(found[0], UnknownCode)
    return found[0].text


def test_a_touched_card_is_read(
    window: QQuickWindow, reader: SdtReader, finger: QPointingDevice, qtbot: QtBot
) -> None:
    assert set(words.CARDS) == set(SAMPLES)
    touch(window, finger, "card-elder")
    qtbot.waitUntil(shows(item(window, "card-elder"), "lies", True))
    result = reader.poll(0)
    assert isinstance(result, CardRead)
    assert result.holder.name == SAMPLES["elder"].name
    touch(window, finger, "card-elder")
    qtbot.waitUntil(shows(item(window, "card-elder"), "lies", False))


def test_a_readers_faults_reach_the_driver(
    window: QQuickWindow, bench: Bench, reader: SdtReader, finger: QPointingDevice, qtbot: QtBot
) -> None:
    assert [name for name, _, _ in words.READER_FAULTS] == list(
        switches_of(bench.id_reader("reader"))
    )
    open_faults(window, finger, qtbot, "reader", "mute")
    touch(window, finger, "switch-reader-mute")
    assert isinstance(reader.status(), NoAnswer)


def test_a_typed_code_is_scanned(
    window: QQuickWindow, scanner: LineScanner, finger: QPointingDevice, qtbot: QtBot
) -> None:
    touch(window, finger, "scan-text")
    field = item(window, "scan-text")
    qtbot.waitUntil(field.hasActiveFocus)
    for letter in "HC1ABCDEFGH":
        QTest.keyClick(window, Qt.Key(ord(letter)))
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert scanned(scanner) == "hc1abcdefgh"
    field.setProperty("text", "健康码")
    touch(window, finger, "scan")
    assert scanned(scanner) == "健康码"
    field.setProperty("text", "")
    touch(window, finger, "scan")
    assert scanner.poll(0.1) == []


def test_the_newest_slip_is_scanned(
    window: QQuickWindow, scanner: LineScanner, run_dir: Path, finger: QPointingDevice
) -> None:
    touch(window, finger, "scan-last")
    assert scanner.poll(0.1) == []
    wire = transport_for("sim:printer", sim_dir=run_dir)
    EscposPrinter(wire, load_profile("simulated")).print(TICKET, 1)
    touch(window, finger, "scan-last")
    assert scanned(scanner) == ADDRESS


def test_scanner_and_pad_faults_are_those_of_the_simulators(bench: Bench) -> None:
    scanner = [name for name, _, _ in words.SCANNER_FAULTS]
    assert scanner == list(switches_of(bench.scanner("scanner")))
    for fault in (*bench.scanner_faults("scanner"), *bench.pad("1").faults, *bench.pad("2").faults):
        fault.put(True)
        assert fault.is_on()
        fault.put(False)
        assert not fault.is_on()


def test_kiosks_are_chosen(window: QQuickWindow, finger: QPointingDevice, qtbot: QtBot) -> None:
    assert item(window, "card-elder").isVisible()
    touch(window, finger, "kiosk-K2")
    qtbot.waitUntil(lambda: descendant(window.contentItem(), "card-elder") is None)
    assert item(window, "faults-printer").isVisible()


def test_a_modbus_pad_is_asked_and_touched(
    window: QQuickWindow, run_dir: Path, finger: QPointingDevice, qtbot: QtBot
) -> None:
    pads = ModbusPads(transport_for("sim:units", sim_dir=run_dir), {5: MAP})
    pads.open()
    pads.start_rating(5)
    assert pads.poll(0) == []
    qtbot.waitUntil(shows(item(window, "pad-1"), "ratingOpen", True))
    touch(window, finger, "pad-1-1")
    qtbot.waitUntil(shows(item(window, "pad-1"), "ratingOpen", False))
    assert pads.poll(0) == [PadKey(5, 1)]
    open_faults(window, finger, qtbot, "pad-1", "mute")
    touch(window, finger, "switch-pad-1-mute")
    pads.poll(0)
    assert pads.states == {5: Absent()}
    pads.close()


def test_a_pad_with_a_screen_shows_and_is_touched(
    window: QQuickWindow, hub: Hub, finger: QPointingDevice, qtbot: QtBot
) -> None:
    screen, pad = item(window, "screen-2"), item(window, "pad-2")
    says: Callable[[str], Callable[[], bool]] = lambda text: shows(screen, "says", text)  # noqa: E731
    hub.server.show("PAD2", Idle())
    qtbot.waitUntil(says("等待服务"))
    assert not item(window, "screen-1").isVisible()
    hub.server.show("PAD2", Serving("A012"))
    qtbot.waitUntil(says("正在办理 A012"))
    hub.server.show("PAD2", Away("请到4号窗口办理"))
    qtbot.waitUntil(says("请到4号窗口办理"))
    hub.server.ask("PAD2", Question("71", "A012", 60, FACES, complaint=6))
    qtbot.waitUntil(says("请评价 A012"))
    assert pad.property("ratingOpen") is True
    for face in FACES:
        assert item(window, f"pad-2-{face.code}").property("text") == face.words
    assert item(window, "pad-2-6").property("text") == "投诉"
    touch(window, finger, "pad-2-9")
    qtbot.waitUntil(shows(pad, "ratingOpen", False))
    touch(window, finger, "pad-2-0")
    assert eventually(lambda: hub.pressed == [("71", 9), ("", 0)])


def test_the_network_cable_of_a_pad_is_pulled(
    window: QQuickWindow, hub: Hub, bench: Bench, finger: QPointingDevice, qtbot: QtBot
) -> None:
    screen = item(window, "screen-2")
    hub.server.show("PAD2", Idle())
    qtbot.waitUntil(shows(screen, "says", "等待服务"))
    touch(window, finger, "wires-button")
    touch(window, finger, "switch-wire-pads PAD2-unplugged")
    qtbot.waitUntil(shows(screen, "says", "未连接"))
    assert eventually(lambda: not hub.server.online)
    touch(window, finger, "switch-wire-pads PAD2-unplugged")
    qtbot.waitUntil(shows(screen, "says", "等待服务"))


def test_all_of_it_is_in_reach_in_a_small_window(window: QQuickWindow, qtbot: QtBot) -> None:
    window.resize(980, 600)
    qtbot.waitUntil(lambda: window.height() == 600)
    names = [f"card-{name}" for name in SAMPLES]
    names += ["scan", "scan-text", "scan-last", "faults-reader", "faults-scanner", "faults-pad-1"]
    areas = {}
    for name in names:
        one = item(window, name)
        areas[name] = one.mapRectToScene(one.boundingRect())
        assert window.contentItem().boundingRect().contains(areas[name]), name
        assert min(one.width(), one.height()) >= 36, name
    assert not any(a.intersects(b) for x, a in areas.items() for y, b in areas.items() if x < y)
