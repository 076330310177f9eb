from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import zxingcpp
from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPointingDevice
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from devices.bus import BusLine, Key, KeypadKey, PadKey
from devices.dock import words
from devices.dock.bench import Bench
from devices.dock.pictures import save_pictures
from devices.dock.plan import DockPlan, KeypadPlan
from devices.dock.window import open_dock
from devices.errors import DeviceError
from devices.led import FAULTS, LedBus, Look, Shown
from devices.printer import EscposPrinter
from devices.switches import switches_of
from devices.transport import WireFaults
from tests.devices.dock.conftest import ADDRESS, LABELS, TICKET


@pytest.fixture(scope="session")
def finger() -> QPointingDevice:
    return QTest.createTouchDevice()


@pytest.fixture
def window(bench: Bench, qtbot: QtBot) -> Iterator[QQuickWindow]:
    yield from opened(bench, qtbot)


def opened(bench: Bench, qtbot: QtBot) -> Iterator[QQuickWindow]:
    engine = QQmlApplicationEngine()
    window = open_dock(engine, bench, "示例政务服务中心")
    qtbot.waitUntil(window.isExposed)
    yield window
    window.close()
    engine.deleteLater()
    qtbot.wait(1)


def item(window: QQuickWindow, name: str) -> QQuickItem:
    found = window.findChild(QQuickItem, name) or descendant(window.contentItem(), name)
    assert found is not None, name
    return found


def descendant(parent: QQuickItem, name: str) -> QQuickItem | None:
    for child in parent.childItems():
        if child.objectName() == name:
            return child
        if (found := descendant(child, name)) is not None:
            return found
    return None


def lay_out(one: QQuickItem) -> None:
    """Put what has just been made where it will be drawn."""
    if (parent := one.parentItem()) is not None:
        lay_out(parent)
    one.ensurePolished()


def middle(one: QQuickItem) -> QPoint:
    lay_out(one)
    return one.mapToScene(QPointF(one.width() / 2, one.height() / 2)).toPoint()


def touch(window: QQuickWindow, finger: QPointingDevice, name: str) -> None:
    at = middle(item(window, name))
    QTest.touchEvent(window, finger).press(0, at, window).commit()
    QTest.touchEvent(window, finger).release(0, at, window).commit()


def shows(one: QObject, name: str, value: object) -> Callable[[], bool]:
    return lambda: one.property(name) == value


def test_every_key_is_in_reach_of_a_finger(window: QQuickWindow) -> None:
    assert (window.width(), window.height()) == (1600, 1000)
    names = [f"key-{label}-{key.name.lower()}" for label in LABELS for key in Key]
    names += [f"pad-{label}-{code}" for label in LABELS for code in words.PAD]
    for name in names:
        one = item(window, name)
        corner = one.mapToScene(QPointF(one.width(), one.height()))
        assert corner.x() <= 1600, name
        assert corner.y() <= 1000, name
        assert min(one.width(), one.height()) >= 36, name


def test_keys_stay_large_in_a_small_window(window: QQuickWindow, qtbot: QtBot) -> None:
    window.resize(1280, 900)
    qtbot.waitUntil(lambda: item(window, "led-1").property("dot") == 4)
    assert item(window, "key-1-pause").height() >= 36
    assert item(window, "pad-1-0").height() >= 36


@pytest.mark.parametrize("key", list(Key))
def test_a_touched_key_speaks_on_the_bus(
    key: Key, window: QQuickWindow, line: BusLine, finger: QPointingDevice
) -> None:
    touch(window, finger, f"key-8-{key.name.lower()}")
    assert line.poll(2) == [KeypadKey(8, key.value)]


def test_touched_pads_speak_on_the_bus(
    window: QQuickWindow, line: BusLine, finger: QPointingDevice, qtbot: QtBot
) -> None:
    line.start_rating(103)
    pad = item(window, "pad-3")
    qtbot.waitUntil(shows(pad, "ratingOpen", True))
    touch(window, finger, "pad-3-1")
    assert line.poll(2) == [PadKey(103, 1)]
    qtbot.waitUntil(shows(pad, "ratingOpen", False))
    touch(window, finger, "pad-3-7")
    assert line.poll(2) == [PadKey(103, 7)]


def test_displays_follow_the_wires(
    window: QQuickWindow, line: BusLine, leds: LedBus, qtbot: QtBot
) -> None:
    digits, led = item(window, "digits-3"), item(window, "led-3")
    assert digits.property("shownDigits") == "--- ---"
    line.show_ticket(3, 2, 12)
    qtbot.waitUntil(shows(digits, "shownDigits", "002 012"))
    leds.show(3, "请C012号到3号窗口")
    qtbot.waitUntil(shows(led, "shownText", "请C012号到3号窗口"))
    assert not led.property("scrolling")


def test_only_what_is_too_wide_scrolls(window: QQuickWindow, leds: LedBus, qtbot: QtBot) -> None:
    led = item(window, "led-2")
    leds.show(2, "工作人员开会，约二十分钟后返回，请稍候")
    qtbot.waitUntil(lambda: led.property("offset") >= 3)
    leds.show(2, "2号窗口")
    qtbot.waitUntil(shows(led, "shownText", "2号窗口"))
    assert led.property("offset") == 0
    qtbot.wait(100)
    assert led.property("offset") == 0


def test_a_board_told_to_flash_flashes(window: QQuickWindow, leds: LedBus, qtbot: QtBot) -> None:
    leds.show(1, "请注意", Look(mode="flash"))
    qtbot.waitUntil(shows(item(window, "led-1"), "bright", False))


def test_paper_rolls_out(
    window: QQuickWindow, printer: EscposPrinter, qtbot: QtBot, tmp_path: Path
) -> None:
    paper = item(window, "paper")
    assert paper.property("slipCount") == 0
    printer.print(TICKET, 1)
    printer.print(TICKET, 2)
    qtbot.waitUntil(shows(paper, "slipCount", 2))
    qtbot.wait(1100)
    picture = window.grabWindow().copy(0, 0, 380, 1000)
    picture = picture.scaledToWidth(760).convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = memoryview(bytes(picture.constBits())).cast(
        "B", (picture.height(), picture.bytesPerLine())
    )
    codes = zxingcpp.read_barcodes(pixels)
    assert {code.text for code in codes} == {ADDRESS}


def open_faults(
    window: QQuickWindow, finger: QPointingDevice, qtbot: QtBot, device: str, fault: str
) -> QQuickItem:
    """Touch a device's 故障; return a switch that can be seen."""
    touch(window, finger, f"faults-{device}")
    name = f"switch-{device}-{fault}"
    qtbot.waitUntil(lambda: descendant(window.contentItem(), name) is not None)
    qtbot.waitUntil(item(window, name).isVisible)
    return item(window, name)


def seen(one: QQuickItem) -> QRectF:
    return one.mapRectToScene(QRectF(0, 0, one.width(), one.height()))


def test_switches_switch_the_printer(
    window: QQuickWindow, bench: Bench, finger: QPointingDevice, qtbot: QtBot
) -> None:
    printer = bench.printer("printer")
    usual = {name: switch.default for name, switch in switches_of(printer).items()}
    assert [name for name, _, _ in words.PRINTER_FAULTS] == list(usual)
    button = item(window, "faults-printer")
    for name, _, strength in words.PRINTER_FAULTS:
        switch = open_faults(window, finger, qtbot, "printer", name)
        assert window.contentItem().boundingRect().contains(seen(switch)), name
        for on in (True, False):
            touch(window, finger, f"switch-printer-{name}")
            qtbot.waitUntil(shows(switch, "on", on))
            assert getattr(printer, name) == (strength if on else usual[name])
            fill = button.property("fill")
            assert (fill == QColor("#9B1C1C")) is on
        touch(window, finger, "faults-printer")
        qtbot.waitUntil(lambda: descendant(window.contentItem(), f"switch-printer-{name}") is None)  # noqa: B023


def test_the_presenter_has_switches(
    window: QQuickWindow, bench: Bench, finger: QPointingDevice, qtbot: QtBot
) -> None:
    mouth = bench.printer("printer").mouth
    switch = open_faults(window, finger, qtbot, "printer", "taken")
    assert switch.property("on") is False
    touch(window, finger, "switch-printer-taken")
    touch(window, finger, "switch-printer-jammed")
    assert (mouth.taken, mouth.jammed) == (False, True)
    qtbot.waitUntil(shows(switch, "on", True))


def test_the_wire_breaks_once(
    window: QQuickWindow,
    bench: Bench,
    printer: EscposPrinter,
    finger: QPointingDevice,
    qtbot: QtBot,
) -> None:
    switch = open_faults(window, finger, qtbot, "printer", "drop_after")
    touch(window, finger, "switch-printer-drop_after")
    qtbot.waitUntil(shows(switch, "on", True))
    printer.print(TICKET, 1)
    qtbot.waitUntil(shows(switch, "on", False))


@pytest.mark.parametrize(("name", "strength"), [(n, s) for n, _, s in words.WIRE_FAULTS])
def test_wires_have_switches(
    name: str,
    strength: float,
    window: QQuickWindow,
    bench: Bench,
    finger: QPointingDevice,
    qtbot: QtBot,
) -> None:
    assert not item(window, "wires").isVisible()
    touch(window, finger, "wires-button")
    qtbot.waitUntil(item(window, "wires").isVisible)
    for wire in ("printer", "led", "bus"):
        switch = item(window, f"switch-wire-{wire}-{name}")
        corner = switch.mapToScene(QPointF(switch.width(), switch.height()))
        assert 0 < corner.x() <= 1600
    for on in (True, False):
        touch(window, finger, f"switch-wire-led-{name}")
        qtbot.waitUntil(shows(item(window, f"switch-wire-led-{name}"), "on", on))
        assert getattr(bench.wire_faults("led"), name) == (strength if on else off(name))
        assert getattr(bench.wire_faults("bus"), name) == off(name)
    touch(window, finger, "wires-button")
    qtbot.waitUntil(lambda: not item(window, "wires").isVisible())


def off(name: str) -> object:
    return switches_of(WireFaults())[name].default


def test_an_unplugged_wire_comes_back_under_its_name(
    window: QQuickWindow, run_dir: Path, leds: LedBus, finger: QPointingDevice, qtbot: QtBot
) -> None:
    touch(window, finger, "wires-button")
    qtbot.waitUntil(item(window, "wires").isVisible)
    touch(window, finger, "switch-wire-led-unplugged")
    qtbot.waitUntil(lambda: not (run_dir / "led.url").exists())
    with pytest.raises(DeviceError):
        leds.ping(1)
    touch(window, finger, "switch-wire-led-unplugged")
    qtbot.waitUntil((run_dir / "led.url").exists)
    leds.close()
    leds.open()
    assert leds.ping(1) == Shown()


@pytest.mark.parametrize("label", ["4", "8"])
def test_boards_have_switches(
    label: str, window: QQuickWindow, bench: Bench, finger: QPointingDevice, qtbot: QtBot
) -> None:
    for name in FAULTS:
        switch = open_faults(window, finger, qtbot, f"led-{label}", name)
        assert window.contentItem().boundingRect().contains(seen(switch)), name
        assert not seen(switch).intersects(seen(item(window, f"faults-led-{label}"))), name
        touch(window, finger, f"switch-led-{label}-{name}")
        qtbot.waitUntil(shows(switch, "on", True))
        QTest.keyClick(window, Qt.Key.Key_Escape)
        qtbot.waitUntil(
            lambda: descendant(window.contentItem(), f"switch-led-{label}-{name}") is None  # noqa: B023
        )
    assert all(fault.is_on() for fault in bench.board_faults(label))
    assert not any(fault.is_on() for fault in bench.board_faults("3"))


def test_the_keyboard_reaches_and_presses_keys(
    window: QQuickWindow, line: BusLine, qtbot: QtBot
) -> None:
    window.resize(1280, 900)
    window.requestActivate()
    key = item(window, "key-8-evaluate")
    key.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: 0 < key.mapToScene(QPointF(0, key.height())).y() <= 900)
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert line.poll(2) == [KeypadKey(8, Key.EVALUATE.value)]
    QTest.keyClick(window, Qt.Key.Key_Tab)
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert line.poll(2) == [KeypadKey(8, Key.NO_SHOW.value)]


def test_a_hall_with_keypads_alone(run_dir: Path, qtbot: QtBot) -> None:
    plan = DockPlan(keypads=(KeypadPlan("bus", 1, "A12"),))
    with Bench(plan, run_dir) as bench:
        for window in opened(bench, qtbot):
            assert item(window, "key-A12-park").isVisible()
            assert not item(window, "pad-A12").isVisible()


def test_a_closed_window_hears_nothing(bench: Bench, line: BusLine, qtbot: QtBot) -> None:
    for _ in opened(bench, qtbot):
        pass
    line.show_ticket(1, 1, 1)
    qtbot.waitUntil(lambda: bench.keypad("1").digits == "001001")


def test_pictures(
    bench: Bench, printer: EscposPrinter, leds: LedBus, tmp_path: Path, qtbot: QtBot
) -> None:
    save_pictures(bench, tmp_path / "before", "3")
    assert sorted(file.name for file in (tmp_path / "before").iterdir()) == ["led.png", "pad.png"]
    printer.print(TICKET, 1)
    leds.show(3, "请C012号到3号窗口")
    save_pictures(bench, tmp_path, "3")
    assert (tmp_path / "ticket.bin").read_bytes() == bench.printer("printer").slips[-1].raw
    assert QImage(str(tmp_path / "paper.png")).width() == 640
    assert QImage(str(tmp_path / "led.png")).width() == 800
    assert QImage(str(tmp_path / "pad.png")).width() == 920
