"""Simulated devices told by words, by hand or by script."""

import re
import threading
from datetime import date
from pathlib import Path
from time import monotonic

import pytest

from devices.bus import BusEvent, BusLine, Key, KeypadKey, PadKey
from devices.id_reader import (
    SAMPLES,
    CardKind,
    CardRead,
    NoAnswer,
    NoCard,
    ReaderFault,
    SdtReader,
    UnknownCard,
)
from devices.led import NoAnswer as NoLedAnswer
from devices.led import Shown
from devices.led.onbon import OnbonBus
from devices.pad.modbus import Absent, ModbusPads, Present, Registers
from devices.printer import EscposPrinter, PaperOut, Ready
from devices.scanner import Framing, LineScanner, UnknownCode
from devices.simulated import BadCommand, SimulatedDevice, play, read_script
from devices.simulators import SIMULATORS
from devices.transport import PtyListener, TcpListener, Transport, transport_for
from tests.devices.wires import eventually


def served(kind: str, addresses: tuple[int, ...] = (1,)) -> tuple[SimulatedDevice, Transport]:
    device = SimulatedDevice(kind, PtyListener(), addresses)
    device.start()
    return device, transport_for(device.listener.url)


def test_boards_told_to_be_mute() -> None:
    device, wire = served("led", (1, 2))
    bus = OnbonBus(wire, timeout=0.1, retries=0)
    bus.open()
    device.do("mute 2 on")
    assert (bus.ping(1), bus.ping(2)) == (Shown(), NoLedAnswer(1))
    device.do("mute 2 off")
    assert bus.show(2, "2号窗口") == Shown()
    assert device.shows == "1: ; 2: 2号窗口"
    assert [re.sub("pts/[0-9]+", "pts/N", line) for line in device.lines] == [
        'led = "onbon+serial:///dev/pts/N?address=1"',
        'led = "onbon+serial:///dev/pts/N?address=2"',
    ]
    bus.close()
    device.stop()


def test_keys_pressed_by_word() -> None:
    device, wire = served("keypad", (1, 2))
    line = BusLine(wire)
    line.open()
    device.do("press call_next")
    device.do("press park 2")
    heard: list[BusEvent] = []
    while len(heard) < 2 and (more := line.poll(2)):
        heard += more
    assert heard == [KeypadKey(1, Key.CALL_NEXT.value), KeypadKey(2, Key.PARK.value)]
    line.show_ticket(2, 5, 23)
    assert eventually(lambda: device.shows == "1: ------; 2: 005023")
    line.close()
    device.stop()


def test_a_pad_pressed_by_word() -> None:
    device, wire = served("pad", (101,))
    line = BusLine(wire)
    line.open()
    line.start_rating(101)
    assert eventually(lambda: device.shows == "101: asks for a rating")
    device.do("press 3")
    assert line.poll(2) == [PadKey(101, 3)]
    line.close()
    device.stop()


def test_a_printer_has_its_own_switches_and_the_wires() -> None:
    device = SimulatedDevice("printer", TcpListener())
    device.start()
    printer = EscposPrinter(transport_for(device.listener.url))
    device.do("paper_out on")
    assert printer.status() == PaperOut()
    device.do("paper_out off")
    device.do("baud 9600")
    device.do("drop_after 10")
    device.do("drop_after off")
    assert printer.status() == Ready()
    assert device.listener.faults.baud == 9600
    assert device.lines == [f'printer = "{device.listener.url}"']
    device.stop()


@pytest.mark.parametrize("kind", SIMULATORS)
def test_every_command_says_what_it_needs(kind: str) -> None:
    """Everything told in the list of commands can be done, and says so when it cannot."""
    by_hub = SIMULATORS[kind].wire == "hub"
    device = SimulatedDevice(kind, transport_for("tcp://127.0.0.1:9") if by_hub else TcpListener())
    for command in device.commands:
        name, _, needs = command.partition(" ")
        if name in {"show", "quit"}:
            continue
        examples = {"NUMBER": "1", "ADDRESS": "1", "CODE": "0", "TEXT": "HC1:abcdefgh"}
        words = [examples.get(w := n.strip("[]").split("|")[0], w) for n in needs.split()]
        device.do(" ".join((name, *words)))
        if name.startswith("wire_"):
            assert getattr(device.listener.faults, name.removeprefix("wire_")) == 1
        if needs not in {"", "TEXT"}:
            with pytest.raises(BadCommand, match=re.escape(command)):
                device.do(f"{name} nonsense nonsense")
    with pytest.raises(BadCommand, match="dance is no command; there are:"):
        device.do("dance")
    device.stop()


@pytest.mark.parametrize(
    "command", ["mute 9 on", "mute 1 maybe", "mute", "baud -1", "baud x", "delay 1 2", "drop"]
)
def test_wrong_commands_change_nothing(command: str) -> None:
    device = SimulatedDevice("led", TcpListener())
    with pytest.raises(BadCommand):
        device.do(command)
    assert device.listener.faults.baud is None
    device.stop()


def test_a_script_is_played_in_its_time() -> None:
    steps = read_script(
        "# a bad morning\n0.2 mute 1 off\n\n0.1 mute 1 on  # first\n0.3 quit\n9 x\n"
    )
    assert steps == [(0.1, "mute 1 on"), (0.2, "mute 1 off"), (0.3, "quit"), (9, "x")]
    device = SimulatedDevice("led", TcpListener())
    stop = threading.Event()
    begun = monotonic()
    play(device, steps, stop)
    assert stop.is_set()
    assert monotonic() - begun >= 0.3
    device.stop()


def test_a_script_ends_when_told() -> None:
    device = SimulatedDevice("led", TcpListener())
    stop = threading.Event()
    stop.set()
    play(device, [(60, "mute 1 on")], stop)
    device.stop()


@pytest.mark.parametrize("text", ["mute 1 on", "1", "-1 show", "nan show", "1e9 show"])
def test_a_wrong_script_names_its_line(text: str) -> None:
    with pytest.raises(BadCommand, match="line 2"):
        read_script(f"0 show\n{text}\n")


def test_a_device_comes_back_under_its_link(tmp_path: Path) -> None:
    device = SimulatedDevice("led", PtyListener(tmp_path / "led"))
    device.start()
    bus = OnbonBus(transport_for(device.listener.url), timeout=1)
    for _ in range(2):
        bus.open()
        assert bus.ping(1) == Shown()
        bus.close()
        device.do("unplugged on")
        assert eventually(lambda: not (tmp_path / "led").exists())
        device.do("unplugged off")
        assert eventually((tmp_path / "led").exists)
    device.stop()


def test_a_modbus_pad_pressed_by_word() -> None:
    device, wire = served("pad-modbus", (5, 6))
    pads = ModbusPads(wire, {5: Registers(), 6: Registers()})
    pads.open()
    pads.start_rating(6)
    assert pads.poll(0) == []
    assert device.shows == "5: waits; 6: asks for a rating"
    device.do("press 3 6")
    assert pads.poll(0) == [PadKey(6, 3)]
    device.do("mute 5 on")
    pads.poll(0)
    assert pads.states == {5: Absent(), 6: Present()}
    with pytest.raises(BadCommand, match="0 to 255"):
        device.do("press 256 6")
    pads.close()
    device.stop()


def test_cards_placed_by_word() -> None:
    device, wire = served("id-reader")
    reader = SdtReader(wire, b"k" * 32, today=lambda: date(2026, 11, 23))
    reader.open()
    assert reader.poll(0) == NoCard()
    read = {}
    for name in SAMPLES:
        device.do(f"place {name}")
        read[name] = reader.poll(0)
        assert device.shows.startswith(f"{name}; read ")
        device.do("take_away")
        reader._taken = False  # the half second a card has to be away is tested elsewhere
    holders = {name: one.holder for name, one in read.items() if isinstance(one, CardRead)}
    assert {name: (one.kind, one.age.youngest) for name, one in holders.items()} == {
        "elder": (CardKind.RESIDENT, 70),
        "adult": (CardKind.RESIDENT, 18),
        "child": (CardKind.RESIDENT, 0),
        "expired": (CardKind.RESIDENT, 18),
        "permit": (CardKind.RESIDENCE_PERMIT, 18),
        "foreigner": (CardKind.FOREIGNER, 18),
        "foreigner2023": (CardKind.FOREIGNER, 18),
    }
    assert [name for name, one in holders.items() if one.expired] == ["expired"]
    assert read["unknown"] == UnknownCard("Z")
    assert device.shows == "no card; read 8 times"
    device.do("faulty on")
    assert isinstance(reader.status(), ReaderFault)
    device.do("mute on")
    assert reader.poll(0) == NoAnswer("looking for a card")
    reader.close()
    device.stop()


def test_a_code_scanned_by_word() -> None:
    device, wire = served("scanner")
    scanner = LineScanner(wire, Framing(), ())
    scanner.open()
    device.do("scan 这不是 本大厅的码")
    while not (found := scanner.poll(0.5)):
        pass
    assert found == [UnknownCode("这不是 本大厅的码")]
    device.do("torn on")
    device.do("scan HC1:abcdefgh")
    assert device.shows == "2 scans"
    scanner.close()
    device.stop()
