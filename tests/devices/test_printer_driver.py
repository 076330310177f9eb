import threading
from dataclasses import replace
from pathlib import Path
from time import monotonic

import pytest

from devices.printer import (
    Confirmed,
    CoverOpen,
    Cut,
    CutterStuck,
    Document,
    EscposPrinter,
    Failed,
    Offline,
    PaperOut,
    PrintedText,
    PrinterSimulator,
    Ready,
    Sent,
    Status,
    Text,
    Uncertain,
    Unknown,
    load_profile,
)
from devices.transport import PtyListener, transport_for
from tests.devices.wires import KINDS, eventually, wired

CONFIRMING = replace(load_profile("generic-80"), confirm=True)
DOCUMENT = (Text("A023", width=4, height=4), Text("请等候叫号"), Cut())


@pytest.mark.parametrize("kind", KINDS)
def test_a_job_is_confirmed_by_the_printer(kind: str, tmp_path: Path) -> None:
    simulator = PrinterSimulator()
    with wired(simulator, kind, tmp_path) as transport:
        printer = EscposPrinter(transport, CONFIRMING)
        assert printer.status() == Ready(near_end=False)
        for job in (1, 2):
            assert printer.print(DOCUMENT, job) == Confirmed()
        assert [slip.elements[1] for slip in simulator.slips] == [PrintedText("请等候叫号")] * 2


@pytest.mark.parametrize("kind", KINDS)
def test_without_confirmation_it_is_only_sent(kind: str, tmp_path: Path) -> None:
    simulator = PrinterSimulator()
    with wired(simulator, kind, tmp_path) as transport:
        assert EscposPrinter(transport).print(DOCUMENT, 1) == Sent()
        assert eventually(lambda: len(simulator.slips) == 1)


@pytest.mark.parametrize(
    ("switch", "status"),
    [
        ("paper_out", PaperOut()),
        ("cover_open", CoverOpen()),
        ("offline", Offline()),
        ("cutter_error", CutterStuck()),
    ],
)
def test_a_printer_in_trouble_gets_nothing(switch: str, status: Status, tmp_path: Path) -> None:
    simulator = PrinterSimulator()
    with wired(simulator, "tcp", tmp_path) as transport:
        printer = EscposPrinter(transport, CONFIRMING)
        setattr(simulator, switch, True)
        assert printer.status() == status
        result = printer.print(DOCUMENT, 1)
        assert isinstance(result, Failed)
        assert result.reason == status.words
        assert result.hint
        setattr(simulator, switch, False)
        assert printer.print(DOCUMENT, 2) == Confirmed()
        assert len(simulator.slips) == 1


def test_near_end_is_ready_with_a_warning(tmp_path: Path) -> None:
    simulator = PrinterSimulator()
    with wired(simulator, "tcp", tmp_path) as transport:
        simulator.near_end = True
        printer = EscposPrinter(transport, CONFIRMING)
        assert printer.status() == Ready(near_end=True)
        assert printer.print(DOCUMENT, 1) == Confirmed()


def test_silence_is_unknown_and_soon(tmp_path: Path) -> None:
    simulator = PrinterSimulator()
    simulator.mute = True
    with wired(simulator, "pty", tmp_path) as transport:
        printer = EscposPrinter(transport, CONFIRMING, confirm_timeout=0.2)
        start = monotonic()
        assert printer.status() == Unknown()
        assert monotonic() - start < 1.1  # the other three questions are not asked
        result = printer.print(DOCUMENT, 1)
        assert isinstance(result, Uncertain)
        assert result.written > 0
        assert len(simulator.slips) == 1
        assert EscposPrinter(transport).print(DOCUMENT, 2) == Sent()


@pytest.mark.parametrize("kind", KINDS)
def test_a_wire_cut_while_printing_is_uncertain(kind: str, tmp_path: Path) -> None:
    simulator = PrinterSimulator()
    with wired(simulator, kind, tmp_path) as transport:
        printer = EscposPrinter(transport, CONFIRMING)
        simulator.drop_after = 12 + 20  # four questions of three bytes, then the document
        result = printer.print(DOCUMENT, 1)
        assert isinstance(result, Uncertain), result
        assert simulator.slips == []
        if kind != "memory":
            assert printer.print(DOCUMENT, 2) == Confirmed()


def test_paper_running_out_while_printing_is_uncertain_and_says_why(tmp_path: Path) -> None:
    simulator = PrinterSimulator()

    def run_out() -> None:
        if simulator.unfinished.raw:
            simulator.on_change = lambda: None
            simulator.paper_out = True

    with wired(simulator, "tcp", tmp_path) as transport:
        simulator.on_change = run_out
        long: Document = (*(Text("政务服务" * 40) for _ in range(30)), Cut())
        result = EscposPrinter(transport, CONFIRMING, confirm_timeout=0.1).print(long, 1)
        assert isinstance(result, Uncertain)
        assert "打印机缺纸" in result.reason
        simulator.paper_out = False  # new roll: the rest comes out
        assert eventually(lambda: len(simulator.slips) == 1)


def test_a_missing_port_fails_with_a_hint() -> None:
    printer = EscposPrinter(transport_for("serial:///dev/no-such-printer"), patience=0)
    result = printer.print(DOCUMENT, 1)
    assert isinstance(result, Failed)
    assert "/dev/no-such-printer" in result.reason
    assert result.hint
    assert printer.status() == Unknown()


def test_a_line_that_takes_nothing_more_is_uncertain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("devices.printer.driver.WRITE_GRACE_SECONDS", 0.2)
    listener = PtyListener()  # nobody reads
    printer = EscposPrinter(transport_for(listener.url), status=False, baud=4_000_000)
    result = printer.print((*(Text("政" * 24) for _ in range(800)), Cut()), 1)
    listener.stop()
    assert isinstance(result, Uncertain)
    assert 0 < result.written < 40_000


@pytest.mark.parametrize("noise", [b"", b"\x14\x00\x00\x0f", b'7"XXXX\x00'])
def test_other_bytes_between_do_not_confuse(noise: bytes, tmp_path: Path) -> None:
    class Chatty(PrinterSimulator):
        def feed(self, data: bytes) -> bytes:
            return noise + super().feed(data)

    with wired(Chatty(), "tcp", tmp_path) as transport:
        printer = EscposPrinter(transport, CONFIRMING)
        assert printer.print(DOCUMENT, 77) == Confirmed()
        assert isinstance(printer.status(), Ready)


def test_automatic_status_is_sent_when_asked_for_and_on_change() -> None:
    simulator, heard = PrinterSimulator(), list[bytes]()
    simulator.emit = heard.append
    simulator.cover_open = True
    simulator.cover_open = False
    assert heard == []
    assert simulator.feed(b"\x1da\xff") == b"\x10\x00\x00\x00"
    simulator.cover_open = True
    simulator.near_end = True
    assert heard == [b"\x38\x00\x00\x00", b"\x38\x00\x03\x00"]


def test_a_stopped_printer_still_answers_and_prints_later() -> None:
    simulator, heard = PrinterSimulator(), list[bytes]()
    simulator.emit = heard.append
    simulator.paper_out = True
    assert simulator.feed(b"\x1b@A02") == b""
    assert simulator.feed(b"3\n\x1d(H\x06\x0000abcd\x1dV\x00\x10") == b""
    assert simulator.feed(b"\x04") == b""
    assert simulator.feed(b"\x04") == b"\x7e"
    assert simulator.slips == []
    simulator.paper_out = False
    assert heard == [b'7"abcd\x00']
    assert simulator.slips[0].elements == (PrintedText("A023"),)


def asked(simulator: PrinterSimulator) -> list[bytes]:
    """Keep what the printer hears from now on."""
    heard: list[bytes] = []
    feed = simulator.feed
    simulator.feed = lambda data: heard.append(data) or feed(data)  # type: ignore[method-assign, func-returns-value]
    return heard


def test_what_was_asked_ahead_is_not_asked_again(tmp_path: Path) -> None:
    simulator = PrinterSimulator()
    heard = asked(simulator)
    with wired(simulator, "pty", tmp_path) as transport:
        printer = EscposPrinter(transport, CONFIRMING)
        printer.expect()
        looking = threading.Thread(target=printer.look_ahead)
        looking.start()
        assert eventually(lambda: printer._ahead is not None)
        assert printer.print(DOCUMENT, 1) == Confirmed()
        looking.join(10)
        assert b"".join(heard).count(b"\x10\x04") == 4
        assert printer.print(DOCUMENT, 2) == Confirmed()
        assert b"".join(heard).count(b"\x10\x04") == 8


def test_trouble_seen_ahead_stops_the_job_and_no_other(tmp_path: Path) -> None:
    simulator = PrinterSimulator()
    simulator.paper_out = True
    with wired(simulator, "pty", tmp_path) as transport:
        printer = EscposPrinter(transport, CONFIRMING)
        printer.expect()
        looking = threading.Thread(target=printer.look_ahead)
        looking.start()
        assert eventually(lambda: printer._ahead is not None)
        assert isinstance(printer.print(DOCUMENT, 1), Failed)
        looking.join(10)
        simulator.paper_out = False
        assert printer.print(DOCUMENT, 2) == Confirmed()


def test_who_looks_when_the_job_is_over_asks_nothing(tmp_path: Path) -> None:
    simulator = PrinterSimulator()
    heard = asked(simulator)
    with wired(simulator, "pty", tmp_path) as transport:
        printer = EscposPrinter(transport, CONFIRMING)
        printer.expect()
        assert printer.print(DOCUMENT, 1) == Confirmed()
        before = len(heard)
        printer.look_ahead()
        assert len(heard) == before


def test_a_job_that_never_comes_leaves_the_port_to_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("devices.printer.driver.AHEAD_SECONDS", 0.05)
    with wired(PrinterSimulator(), "pty", tmp_path) as transport:
        printer = EscposPrinter(transport)
        printer.expect()
        printer.look_ahead()
        other = EscposPrinter(transport_for(transport.name))
        other.hold()  # it is held for one alone
        other.close()


def test_a_port_that_is_away_ahead_is_told_by_the_job() -> None:
    printer = EscposPrinter(transport_for("tcp://127.0.0.1:1"), patience=0)
    printer.expect()
    printer.look_ahead()
    assert isinstance(printer.print(DOCUMENT, 1), Failed)
