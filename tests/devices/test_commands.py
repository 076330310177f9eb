"""hall devices, as processes and as commands."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from devices.bus import BusLine, Key, KeypadKey
from devices.commands import register
from devices.id_reader import CardRead, ReaderReady
from devices.led import Shown
from devices.led.onbon import OnbonBus
from devices.pad import PadKey
from devices.pad.modbus import ModbusPads, Registers
from devices.pad.screen import Face, PadEvent, Question, ScreenPadServer, Submitted
from devices.readers import id_reader_for, scanner_for
from devices.scanner import LineScanner, UnknownCode
from devices.simulators import SIMULATORS
from devices.transport import TcpListener, transport_for
from devices.transport.recorded import read_recording
from tests.devices.sessions import FOLDER, SESSIONS, Hand
from tests.devices.test_recording import OUTCOMES
from tests.devices.wires import at_work, eventually

CODE = "import typer; from devices.commands import register; a = typer.Typer(); register(a); a()"


def run(*words: str) -> Any:
    app = typer.Typer()
    register(app)
    return CliRunner().invoke(app, ["devices", *words])


@contextmanager
def running(*words: str) -> Iterator[subprocess.Popen[str]]:
    """Run a command until it is told to stop; it must end in order."""
    process = subprocess.Popen(
        [sys.executable, "-c", CODE, "devices", *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        bufsize=1,
    )
    try:
        yield process
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 0
    finally:
        process.kill()
        process.communicate()


def line_of(process: subprocess.Popen[str]) -> Any:
    assert process.stdout is not None
    return json.loads(process.stdout.readline())


def tell(process: subprocess.Popen[str], command: str) -> None:
    assert process.stdin is not None
    process.stdin.write(command + "\n")
    process.stdin.flush()


def test_a_simulated_board_serves_a_real_driver_and_obeys(tmp_path: Path) -> None:
    link = tmp_path / "led"
    with running("simulate", "led", "--address", "3", "--link", str(link), "--json") as process:
        told = line_of(process)
        assert told["url"] == f"serial://{link}"
        assert told["lines"] == [f'led = "onbon+serial://{link}?address=3"']
        bus = OnbonBus(transport_for(told["url"]))
        bus.open()
        assert bus.show(3, "请A023号到3号窗口") == Shown()
        assert line_of(process) == {"shows": "3: 请A023号到3号窗口"}
        bus.close()
        tell(process, "unplugged on")
        assert line_of(process) == {"url": None}
        assert not link.exists()
        tell(process, "unplugged off")
        assert line_of(process) == {"url": f"serial://{link}"}
        tell(process, "show")
        assert line_of(process) == {"shows": "3: 请A023号到3号窗口"}
        tell(process, "flub")
        assert process.stderr is not None
        assert "flub is no command" in process.stderr.readline()


def test_a_script_ends_a_simulation(tmp_path: Path) -> None:
    script = tmp_path / "script"
    script.write_text("0 mute 1 on\n0.1 quit\n")
    done = run("simulate", "led", "--script", str(script))
    assert done.exit_code == 0, done.output
    assert "hall.toml: led = " in done.output
    script.write_text("0 dance\n")
    assert run("simulate", "led", "--script", str(script)).exit_code == 2
    script.write_text("dance\n")
    assert run("simulate", "led", "--script", str(script)).exit_code == 2


def test_what_can_be_simulated_is_told() -> None:
    told = run("simulate").output
    assert all(kind in told for kind in SIMULATORS)
    assert run("simulate", "toaster").exit_code == 2
    assert run("simulate", "led", "--tcp", "127.0.0.1:x").exit_code == 2


def test_a_port_is_recorded_and_driven_through(tmp_path: Path) -> None:
    out = tmp_path / "wire.jsonl"
    with running("simulate", "keypad", "--tcp", "127.0.0.1:0", "--json") as device:
        url = line_of(device)["url"]
        words = ["record", f"bus+{url}?address=1", "--out", str(out), "--through", "--json"]
        with running(*words) as tap:
            through = line_of(tap)["through"]
            line = BusLine(transport_for(through))
            line.open()
            assert tap.stderr is not None
            assert tap.stderr.readline() == "the port works\n"
            tell(device, "press recall")
            assert line.poll(5) == [KeypadKey(1, Key.RECALL.value)]
            line.show_ticket(1, 1, 2)
            while line_of(device)["shows"] != "1: 001002":
                pass
            line.close()
    recording = read_recording(out.read_text().splitlines())
    said = dict.fromkeys(("read", "write"), b"")
    for event in recording.events:
        if event.data:
            said[event.event] += event.data
    key = bytes.fromhex("ff6803036801010d0f16")
    assert said["read"] == key
    assert said["write"].startswith(key + bytes.fromhex("ff68080868010200000100000206 16"))
    assert not recording.personal


def test_a_recording_of_cards_is_marked_and_warned_of(tmp_path: Path) -> None:
    out = tmp_path / "cards.jsonl"
    listener = TcpListener()
    listener.start(bytes)
    with running("record", f"sdt+{listener.url}", "--out", str(out)) as process:
        assert process.stderr is not None
        assert "ID cards" in process.stderr.readline()
        assert process.stdout is not None
        assert process.stdout.readline() == f"recording to {out}\n"
    listener.stop()
    assert read_recording(out.read_text().splitlines()).personal
    assert out.stat().st_mode & 0o077 == 0


def test_recording_never_writes_over_a_file(tmp_path: Path) -> None:
    out = tmp_path / "wire.jsonl"
    out.write_text("mine")
    done = run("record", "tcp://127.0.0.1:9", "--out", str(out))
    assert done.exit_code == 2
    assert out.read_text() == "mine"
    assert run("record", "ftp://x", "--out", str(tmp_path / "new")).exit_code == 2


def test_a_recording_is_replayed_to_the_real_driver() -> None:
    file = str(FOLDER / "led.jsonl")
    process = subprocess.Popen(
        [sys.executable, "-c", CODE, "devices", "replay", file, "--after", "0", "--json"],
        stdout=subprocess.PIPE,
        text=True,
    )
    hand = Hand()
    SESSIONS["led"](transport_for(line_of(process)["url"]), hand)
    assert hand.said == OUTCOMES["led"]
    assert line_of(process) == {"over": True, "different": 0}
    assert process.wait(10) == 0
    process.communicate()


def test_what_is_no_recording_is_said(tmp_path: Path) -> None:
    file = tmp_path / "x"
    file.write_text("x")
    assert run("replay", str(file)).exit_code == 2
    assert run("replay", str(tmp_path / "none")).exit_code == 2


def test_ports_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    from devices import discovery

    port = discovery.Port(Path("/dev/serial/by-id/usb-X"), Path("/dev/ttyUSB0"))
    found: dict[str, tuple[discovery.Finding, str]] = {
        "found": (discovery.Device("a board", "led = x"), "a board"),
        "busy": (discovery.Busy("hall (process 7)"), "in use by hall (process 7); not asked"),
        "closed": (discovery.Closed("no such file"), "no such file"),
        "silent": (discovery.Silent(), "nothing answers"),
    }
    for verdict, (finding, words) in found.items():
        monkeypatch.setattr(discovery, "list_ports", lambda: [port])
        monkeypatch.setattr(discovery, "look", lambda _port, **_more: finding)  # noqa: B023
        text = run("find").output
        assert words in text
        told = json.loads(run("find", "--json").output)
        assert told["ports"][0]["verdict"] == verdict
        assert told["ports"][0]["url"] == "serial:///dev/serial/by-id/usb-X"
    assert "hall.toml: led = x" not in text
    assert (
        json.loads(run("find", "--no-ask", "--json").output)["ports"][0]["verdict"] == "not asked"
    )
    monkeypatch.setattr(discovery, "list_ports", list)
    assert "no serial port" in run("find").output


def test_the_udev_rules_are_printed() -> None:
    said = run("rules").output
    assert 'ATTR{latency_timer}="1"' in said
    assert said == (FOLDER.parents[2] / "docs/hardware/60-hallcall-serial.rules").read_text()


def test_a_simulated_reader_and_scanner_obey_over_real_wires() -> None:
    with running("simulate", "id-reader", "--json") as process:
        told = line_of(process)
        assert told["lines"] == [f'id_reader = "sdt+{told["url"]}"']
        reader = id_reader_for(f"sdt+{told['url']}", b"k" * 32, today=lambda: date(2026, 11, 23))
        reader.open()
        assert reader.status() == ReaderReady()
        tell(process, "place elder")
        assert line_of(process) == {"shows": "elder; read 0 times"}
        card = reader.poll(0)
        assert isinstance(card, CardRead)
        assert (card.holder.name, card.holder.age.youngest) == ("张建国", 70)
        assert line_of(process) == {"shows": "elder; read 1 times"}
        reader.close()
    with running("simulate", "scanner", "--json") as process:
        told = line_of(process)
        scanner = scanner_for(f"scan+{told['url']}", ())
        assert isinstance(scanner, LineScanner)
        scanner.open()
        tell(process, "scan HC1:abcdefgh")
        while not (found := scanner.poll()):
            pass
        assert found == [UnknownCode("HC1:abcdefgh")]
        scanner.close()


def test_a_simulated_modbus_pad_obeys_over_a_real_wire() -> None:
    with running("simulate", "pad-modbus", "--address", "5", "--json") as process:
        url = line_of(process)["url"]
        pads = ModbusPads(transport_for(url), {5: Registers()})
        pads.open()
        pads.start_rating(5)
        pads.poll(0)
        assert line_of(process) == {"shows": "5: asks for a rating"}
        tell(process, "press 2")
        assert line_of(process) == {"shows": "5: waits"}
        while not (keys := pads.poll(0)):
            pass
        assert keys == [PadKey(5, 2)]
        pads.close()


def test_a_simulated_pad_with_a_screen_connects_to_the_hub(tmp_path: Path) -> None:
    key = tmp_path / "pad.key"
    key.write_text(f"{bytes(32).hex()}\n")
    pressed: list[int] = []

    def take(event: PadEvent) -> None:
        if isinstance(event, Submitted):
            server.settle(event, stored=True)
            pressed.append(event.code)

    server = ScreenPadServer(("127.0.0.1", 0), bytes(32), {"PAD3": (3, "综合受理")}, take)
    server.open()
    hub = server.name.removeprefix("listen://")
    words = ("simulate", "pad-screen", "--hub", hub, "--key", str(key), "--id", "PAD3", "--json")
    with at_work(server), running(*words) as process:
        assert line_of(process)["lines"] == [f'pad = "screen+listen://{hub}?id=PAD3"']
        server.ask("PAD3", Question("71", "A012", 60, (Face(0, 5, "非常满意"),)))
        while "asks A012 for a rating (0 非常满意)" not in line_of(process)["shows"]:
            pass
        tell(process, "press 0")
        assert eventually(lambda: pressed == [0])


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--hub", "127.0.0.1:9"),
        ("--hub", "127.0.0.1:9", "--key", "no-such-file"),
        ("--hub", "127.0.0.1", "--key", __file__),
        ("--tcp", "127.0.0.1:0"),
    ],
)
def test_a_pad_with_a_screen_has_to_know_its_hub(words: tuple[str, ...]) -> None:
    assert run("simulate", "pad-screen", *words).exit_code == 2
