"""Ports under names that stay, and what is found at their ends."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from devices.bus import BusSimulator, Key
from devices.discovery import Busy, Closed, Device, Finding, Port, Silent, list_ports, look
from devices.id_reader.probe import PREAMBLE, STATUS, whole
from devices.id_reader.probe import probe as ask_reader
from devices.keypad import KeypadSimulator
from devices.led.onbon import OnbonSimulator
from devices.led.probe import probe as ask_board
from devices.printer import PrinterSimulator
from devices.printer.probe import probe as ask_printer
from devices.probes import PROBES, Probe
from devices.transport import PtyListener, transport_for
from tests.devices.noise import FRAMES, noise
from tests.devices.wires import eventually

QUICK = (
    Probe(ask_printer, (9600,), 'printer = "URL"'),
    Probe(ask_reader, (115200,), 'id_reader = "sdt+URL"'),
    Probe(ask_board, (57600,), 'led = "onbon+URL&address=1"'),
)
READY = PREAMBLE + bytes.fromhex("00 04 00 00 90 94")


class Reader:
    """What a reader answers to its status and to nothing else."""

    def __init__(self, answer: bytes = READY) -> None:
        self.answer = answer
        self.heard = b""

    def feed(self, data: bytes) -> bytes:
        self.heard += data
        return self.answer if self.heard.endswith(STATUS) else b""


@pytest.fixture
def plugged(tmp_path: Path) -> Iterator[Callable[[Callable[[bytes], bytes]], Port]]:
    """Plug a device in; returns its port under a name as udev gives it."""
    folder = tmp_path / "serial" / "by-id"
    folder.mkdir(parents=True)
    listeners: list[PtyListener] = []

    def plug(feed: Callable[[bytes], bytes]) -> Port:
        link = folder / f"usb-FTDI_FT232R_USB_UART_A{len(listeners)}-if00-port0"
        listeners.append(PtyListener(link))
        listeners[-1].start(feed)
        return next(port for port in list_ports(tmp_path, tmp_path) if port.path == link)

    plug.listeners = listeners  # type: ignore[attr-defined]
    yield plug
    for listener in listeners:
        listener.stop()


Plug = Callable[[Callable[[bytes], bytes]], Port]


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait less for what does not answer."""
    monkeypatch.setattr("devices.printer.probe.STATUS_SECONDS", 0.05)
    monkeypatch.setattr("devices.id_reader.probe.STATUS_SECONDS", 0.05)
    monkeypatch.setattr("devices.led.probe.PING_SECONDS", 0.05)


def test_what_answers_is_named_with_its_line(plugged: Plug) -> None:
    port = plugged(OnbonSimulator([1]).feed)
    line = f'led = "onbon+{port.url}?baud=57600&address=1"'
    assert look(port, QUICK) == Device("an Onbon BX-5K or 6K card at address 1, 57600 baud", line)
    port = plugged(PrinterSimulator().feed)
    assert look(port, QUICK) == Device(
        "an ESC/POS printer, 9600 baud", f'printer = "{port.url}?baud=9600"'
    )
    port = plugged(Reader().feed)
    assert look(port, QUICK) == Device(
        "an ID-card reader (SDT), 115200 baud", f'id_reader = "sdt+{port.url}?baud=115200"'
    )


def test_a_board_that_refuses_is_found_too(plugged: Plug) -> None:
    boards = OnbonSimulator([1])
    boards.nack.add(1)
    found = look(plugged(boards.feed), QUICK)
    assert isinstance(found, Device)


def test_asking_changes_no_picture_prints_nothing_and_reads_no_card(plugged: Plug) -> None:
    boards, printer, reader = OnbonSimulator([1]), PrinterSimulator(), Reader()
    for feed in (boards.feed, printer.feed, reader.feed):
        assert isinstance(look(plugged(feed), QUICK), Device)
    assert boards.boards[1].text == ""
    assert printer.slips == []
    assert printer.unfinished.elements == ()
    assert reader.heard.count(PREAMBLE) == 1


@pytest.mark.parametrize(
    "answer",
    [b"", b"\xff" * 40, READY[:-1], READY[:-1] + b"\0", PREAMBLE + b"\0\0", b"\x12\x12", b"\x00"],
)
@pytest.mark.usefixtures("hasty")
def test_rubbish_is_nobody(plugged: Plug, answer: bytes) -> None:
    assert look(plugged(lambda _data: answer), QUICK) == Silent()


def test_printers_are_asked_first() -> None:
    """To a printer the other questions are text."""
    assert [probe.ask for probe in PROBES] == [probe.ask for probe in QUICK]


def test_noise_is_seldom_a_reader(record_property: Callable[[str, object], None]) -> None:
    """One XOR byte guards the status of a reader: one in 256 of what is shaped like one passes."""
    accepted = shaped = 0
    for heard in noise([READY], FRAMES, 11):
        if heard != READY and heard.startswith(READY[:7]):
            shaped += 1
            accepted += whole(heard) and heard[:11] != READY
    record_property("damaged SDT statuses taken for sound ones", accepted / max(1, shaped))
    # Two or three flipped bits at one place of a byte cancel in a XOR: an eighth of a third.
    assert accepted <= shaped / 8


@pytest.mark.usefixtures("hasty")
def test_an_echoing_line_is_nobody(plugged: Plug) -> None:
    assert look(plugged(bytes), QUICK) == Silent()


def test_a_key_pressed_while_listening_is_heard(plugged: Plug) -> None:
    keypad = KeypadSimulator(7)
    bus = BusSimulator([keypad])
    port = plugged(bus.feed)
    bus.emit = plugged.listeners[-1].send  # type: ignore[attr-defined]
    pressing = threading.Event()

    def press() -> None:
        while not pressing.wait(0.1):
            keypad.press(Key.CALL_NEXT)

    thread = threading.Thread(target=press)
    thread.start()
    found = look(port, (), listen=5)
    pressing.set()
    thread.join()
    assert found == Device(
        "a keypad or pad at address 7, 9600 baud", f'keypad = "bus+{port.url}?address=7"'
    )
    assert keypad.acknowledged == 0
    assert look(port, (), listen=0.05) == Silent()


def test_a_port_in_use_is_busy_and_hears_nothing(plugged: Plug) -> None:
    reader = Reader()
    port = plugged(reader.feed)
    holder = transport_for(port.url)
    holder.open()
    assert look(port, QUICK) == Busy("another program")
    holder.close()
    assert reader.heard == b""
    code = f"f = open({str(port.device)!r}, 'rb', buffering=0); print(1, flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()
        found: Finding = look(port, QUICK)
        other.communicate(b"\n")
    assert isinstance(found, Busy)
    assert str(other.pid) in found.by
    assert reader.heard == b""


def test_a_port_that_went_away_is_closed(plugged: Plug) -> None:
    port = plugged(bytes)
    plugged.listeners[-1].faults.unplugged = True  # type: ignore[attr-defined]
    assert eventually(lambda: not port.path.exists())
    assert isinstance(look(port, QUICK), Closed)


def test_names_that_stay_come_first(tmp_path: Path) -> None:
    dev, sys_ = tmp_path / "dev", tmp_path / "sys"
    for folder in (dev / "serial" / "by-id", dev / "serial" / "by-path"):
        folder.mkdir(parents=True)
    for name in ("ttyUSB0", "ttyUSB1", "ttyACM0", "ttyS0", "ttyS1"):
        (dev / name).touch()
        (sys_ / "class" / "tty" / name).mkdir(parents=True)
    (sys_ / "class" / "tty" / "ttyS0" / "type").write_text("4\n")
    (sys_ / "class" / "tty" / "ttyS1" / "type").write_text("0\n")
    links = {
        "by-id/usb-FTDI_FT232R_A1-if00-port0": "ttyUSB0",
        "by-id/usb-1a86_USB_Serial-if00-port0": "ttyUSB1",
        "by-id/usb-gone": "ttyUSB9",
        "by-path/pci-0000:00:14.0-usb-0:1:1.0-port0": "ttyUSB0",
        "by-path/pci-0000:00:14.0-usb-0:2:1.0-port0": "ttyUSB1",
    }
    for link, target in links.items():
        (dev / "serial" / link).symlink_to(dev / target)
    ports = {port.device.name: port for port in list_ports(dev, sys_)}
    assert {name: port.path.name for name, port in ports.items()} == {
        "ttyUSB0": "usb-FTDI_FT232R_A1-if00-port0",
        "ttyUSB1": "pci-0000:00:14.0-usb-0:2:1.0-port0",
        "ttyACM0": "ttyACM0",
        "ttyS0": "ttyS0",
    }
    assert transport_for(ports["ttyUSB1"].url).name == ports["ttyUSB1"].url
