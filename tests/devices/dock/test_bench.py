import threading
from pathlib import Path

import pytest

from devices.bus import BusLine, Key, KeypadKey, PadKey
from devices.dock.bench import Bench
from devices.dock.plan import (
    BoardPlan,
    DockPlan,
    KeypadPlan,
    KioskPlan,
    ModbusPadPlan,
    PadPlan,
    ScreenPadPlan,
)
from devices.errors import BadUrl
from devices.led import FAULTS, LedBus, Look, NoAnswer, Refused, Shown
from devices.printer import Confirmed, EscposPrinter, Failed, PrintedQr, Uncertain
from tests.devices.dock.conftest import ADDRESS, PLAN, TICKET
from tests.devices.wires import eventually


def test_a_ticket_is_printed_over_the_wire(bench: Bench, printer: EscposPrinter) -> None:
    assert printer.print(TICKET, 1) == Confirmed()
    slip = bench.printer("printer").slips[-1]
    assert [one.data for one in slip.elements if isinstance(one, PrintedQr)] == [ADDRESS]


def test_printer_faults_reach_the_driver(bench: Bench, printer: EscposPrinter) -> None:
    bench.printer("printer").paper_out = True
    assert isinstance(printer.print(TICKET, 1), Failed)
    bench.printer("printer").paper_out = False
    bench.printer("printer").drop_after = 60
    assert isinstance(printer.print(TICKET, 2), Uncertain)
    assert printer.print(TICKET, 3) == Confirmed()


def test_boards_show_and_fail(bench: Bench, leds: LedBus) -> None:
    assert leds.show(3, "请C012号到3号窗口", Look(color="green")) == Shown()
    assert (bench.led("3").text, bench.led("3").color) == ("请C012号到3号窗口", "green")
    assert bench.led("4").text == ""
    faults = {fault.name: fault for fault in bench.board_faults("3")}
    assert set(faults) == set(FAULTS)
    faults["mute"].put(True)
    assert isinstance(leds.ping(3), NoAnswer)
    faults["mute"].put(False)
    faults["nack"].put(True)
    assert isinstance(leds.show(3, "不行"), Refused)
    assert [name for name, fault in faults.items() if fault.is_on()] == ["nack"]
    assert not any(fault.is_on() for fault in bench.board_faults("4"))


def test_a_board_keeps_the_size_of_the_plan(run_dir: Path) -> None:
    plan = DockPlan(boards=(BoardPlan("led", 1, "1", 128, 32),))
    assert (Bench(plan, run_dir).led("1").width, Bench(plan, run_dir).led("1").height) == (128, 32)


def test_keys_and_displays(bench: Bench, line: BusLine) -> None:
    bench.press_key("3", Key.CALL_NEXT)
    assert line.poll(2) == [KeypadKey(3, Key.CALL_NEXT.value)]
    line.show_ticket(3, 2, 12)
    line.start_rating(103)
    assert eventually(lambda: bench.pad("3").rating_open)
    assert (bench.keypad("3").digits, bench.keypad("3").acknowledged) == ("002012", 1)
    bench.press_pad("3", 4)
    assert line.poll(2) == [PadKey(103, 4)]
    assert not bench.pad("3").rating_open


def test_subscribers_hear_of_changes_until_they_leave(bench: Bench, line: BusLine) -> None:
    heard = threading.Event()
    unsubscribe = bench.subscribe(heard.set)
    line.show_ticket(1, 0, 1)
    assert heard.wait(2)
    unsubscribe()
    heard.clear()
    line.show_ticket(1, 5, 2)
    assert eventually(lambda: bench.keypad("1").digits == "005002")
    assert not heard.wait(0.1)


def test_the_addresses_of_wires_come_and_go(run_dir: Path) -> None:
    bench = Bench(PLAN, run_dir)
    bench.start()
    assert sorted(file.name for file in run_dir.iterdir()) == ["bus.url", "led.url", "printer.url"]
    (run_dir / "led.url").write_text("tcp://127.0.0.1:1", encoding="utf-8")
    bench.stop()
    bench.stop()
    assert [file.name for file in run_dir.iterdir()] == ["led.url"]


def test_a_bench_starts_again(run_dir: Path) -> None:
    bench = Bench(PLAN, run_dir)
    for _ in range(2):
        with bench:
            assert (run_dir / "bus.url").exists()
        assert not (run_dir / "bus.url").exists()


@pytest.mark.parametrize(
    ("plan", "reason"),
    [
        (
            DockPlan(kiosks=(KioskPlan("K1", "a"),), boards=(BoardPlan("a", 1, "1", 160, 16),)),
            "both a printer and an LED board use this wire",
        ),
        (
            DockPlan(boards=(BoardPlan("a", 1, "1", 160, 16),), pads=(PadPlan("a", 1, "1"),)),
            "both an LED board and a keypad or pad use this wire",
        ),
        (
            DockPlan(kiosks=(KioskPlan("K1", id_reader="a"), KioskPlan("K2", id_reader="a"))),
            "there is more than one ID-card reader",
        ),
        (
            DockPlan(kiosks=(KioskPlan("K1", id_reader="a", scanner="a"),)),
            "both an ID-card reader and a scanner use this wire",
        ),
        (
            DockPlan(pads=(PadPlan("a", 1, "1"),), screen_pads=(ScreenPadPlan("b", "P", "1"),)),
            "there is more than one pad of window 1",
        ),
        (
            DockPlan(pads=(PadPlan("a", 1, "1"),), modbus_pads=(ModbusPadPlan("a", 1, "2"),)),
            "both a keypad or pad and a Modbus pad use this wire",
        ),
        (
            DockPlan(keypads=(KeypadPlan("a", 1, "1"), KeypadPlan("a", 1, "2"))),
            "there is more than one keypad with address 1",
        ),
        (
            DockPlan(pads=(PadPlan("a", 1, "1"), PadPlan("b", 1, "1"))),
            "there is more than one pad of window 1",
        ),
    ],
)
def test_what_cannot_be_told_apart_is_refused(plan: DockPlan, reason: str, run_dir: Path) -> None:
    with pytest.raises(BadUrl, match=reason) as caught:
        Bench(plan, run_dir)
    assert caught.value.port in {"sim:a", "sim:b"}


def test_a_keypad_and_a_pad_may_share_an_address(run_dir: Path) -> None:
    plan = DockPlan(keypads=(KeypadPlan("bus", 1, "1"),), pads=(PadPlan("bus", 1, "1"),))
    assert Bench(plan, run_dir).plan.labels == ("1",)
