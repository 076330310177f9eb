"""What every printer holds to, whatever its wire, its paper and its font."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

import pytest

from devices.factory import printer_for
from devices.printer import (
    Beep,
    Columns,
    Confirmed,
    Cut,
    Document,
    EscposPrinter,
    Failed,
    Feed,
    PrinterSimulator,
    Qr,
    Ready,
    Rule,
    Sent,
    Slip,
    Table,
    Text,
    Uncertain,
    Unknown,
    load_profile,
)
from devices.printer.types import ReceiptPrinter
from devices.transport import Listener, PtyListener, TcpListener
from devices.transport.windows import WindowsTransport
from tests.devices.wires import eventually

TICKET: Document = (
    Text("清河县政务服务中心", align="center"),
    Text("A023", width=4, height=4, align="center", bold=True),
    Rule(),
    Columns("前面还有", "12人"),
    Table((("事项", "件"), ("身份证换领㐂", "1")), (4, 1), ("left", "right")),
    Qr("HC1:7Q2M9X4KD1"),
    Beep(),
    Feed(1),
    Cut(partial=True),
)
WIRES = ("pty", "tcp", "file", "cups", "windows")
ANSWERING = frozenset({"pty", "tcp"})
MODELS = ("generic-80", "generic-58", "panel-58-tear", "kiosk-80-presenter", "simulated", "utf8-80")
EVERY = [*((wire, "generic-80") for wire in WIRES), *(("tcp", model) for model in MODELS[1:])]


@dataclass
class Bench:
    """A printer, and what came out at the other end."""

    printer: EscposPrinter
    simulator: PrinterSimulator
    arrived: Callable[[], None]  # takes what a spooler got to the simulated printer
    away: Callable[[], None]  # takes the wire away
    answers: bool

    def slips(self) -> list[Slip]:
        self.arrived()
        return self.simulator.slips

    def printed_bytes(self) -> int:
        self.arrived()
        return len(self.simulator.unfinished.raw) + sum(
            len(one.raw) for one in self.simulator.slips
        )


class Spooler:
    """Windows' raw spooler as pywin32 offers it, with the simulated printer behind it."""

    def __init__(self) -> None:
        self.jobs: list[bytes] = []
        self.gone = False

    def open(self, name: str) -> int:
        if self.gone:
            raise OSError(1801, "the printer name is invalid")
        return len(name)

    def spool(self, handle: int, data: bytes) -> int:
        self.jobs.append(data)
        return len(data)

    def close(self, handle: int) -> None:
        pass


LP = """#!{python}
import pathlib, sys
assert sys.argv[1:] == ["-d", "tickets", "-o", "raw"], sys.argv
spool = pathlib.Path({spool!r})
(spool / str(len(list(spool.iterdir())))).write_bytes(sys.stdin.buffer.read())
"""


@contextmanager
def bench(wire: str, model: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bench]:
    profile = load_profile(model)
    simulator = PrinterSimulator(columns=profile.columns, encoding=profile.encoding)

    def nothing() -> None:
        pass

    if wire in ANSWERING:
        listener: Listener = PtyListener(folder / "wire") if wire == "pty" else TcpListener()
        listener.start(simulator.feed)
        simulator.emit = listener.send
        printer = printer_for(f"{listener.url}?profile={model}")
        yield Bench(printer, simulator, nothing, listener.stop, answers=True)
        printer.close()
        listener.stop()
        return
    spool, got = folder / "spool", 0
    spool.mkdir()

    def take(jobs: list[bytes]) -> None:
        nonlocal got
        for job in jobs[got:]:
            simulator.feed(job)
        got = len(jobs)

    if wire == "windows":
        spooler = Spooler()
        printer = EscposPrinter(WindowsTransport("windows:t", "t", spooler), profile, status=False)
        yield Bench(
            printer,
            simulator,
            lambda: take(spooler.jobs),
            lambda: setattr(spooler, "gone", True),
            answers=False,
        )
        return
    if wire == "cups":
        lp = folder / "lp"
        lp.write_text(LP.format(python=sys.executable, spool=str(spool)))
        lp.chmod(0o755)
        monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
        printer = printer_for(f"cups://tickets?profile={model}")
        yield Bench(
            printer,
            simulator,
            lambda: take([one.read_bytes() for one in sorted(spool.iterdir())]),
            lambda: monkeypatch.setenv("PATH", str(spool)),
            answers=False,
        )
        return
    file = spool / "slip"
    printer = printer_for(f"file://{file}?profile={model}")
    last = b""

    def read() -> None:
        nonlocal last
        data = file.read_bytes() if file.exists() else b""
        if data != last:
            last = data
            simulator.feed(data)

    def lock() -> None:
        file.unlink(missing_ok=True)
        spool.rename(folder / "elsewhere")

    yield Bench(printer, simulator, read, lock, answers=False)


@pytest.fixture(params=EVERY, ids="-".join)
def one(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Bench]:
    wire, model = request.param
    with bench(wire, model, tmp_path, monkeypatch) as made:
        yield made


def test_it_is_a_receipt_printer(one: Bench) -> None:
    printer: ReceiptPrinter = one.printer
    assert isinstance(printer.status(), Ready if one.answers else Unknown)


def test_a_ticket_comes_out_whole_and_understood(one: Bench) -> None:
    profile = one.printer.profile
    result = one.printer.print(TICKET, 1)
    assert result == (Confirmed() if profile.confirm else Sent())
    cuts = profile.full_cut or profile.partial_cut
    assert eventually(lambda: one.printed_bytes() > 0 and (not cuts or len(one.slips()) == 1))
    assert one.simulator.unknown == []
    paper = one.slips()[0] if cuts else one.simulator.unfinished
    text = "".join(getattr(part, "text", "") for part in paper.elements)
    for words in ("政务服务", "A023", "前面还有", "身份证换领"):
        assert words in text or not profile.inline
    assert paper.partial is (cuts and profile.partial_cut)
    assert one.simulator.beeps == (2 if profile.buzzer else 0)


def test_jobs_follow_each_other_and_each_comes_out_once(one: Bench) -> None:
    for job in range(1, 4):
        one.printer.print((Text(f"第{job}张"), Cut()), job)
        one.arrived()
    if one.printer.profile.full_cut:
        assert eventually(lambda: len(one.slips()) == 3)
        texts = [getattr(slip.elements[0], "text", "") for slip in one.slips()]
        assert texts == ["第1张", "第2张", "第3张"]


def test_a_port_that_is_away_fails_with_a_hint_and_sends_nothing(one: Bench) -> None:
    one.printer._patience = 0
    one.away()
    before = one.printed_bytes() if one.answers else 0
    result = one.printer.print(TICKET, 9)
    assert isinstance(result, Failed), result
    assert result.reason
    assert result.hint
    assert one.printer.status() == Unknown()
    if one.answers:
        assert one.printed_bytes() == before


def test_closing_is_always_allowed(one: Bench) -> None:
    one.printer.close()
    one.printer.close()
    assert isinstance(one.printer.print(TICKET, 1), Confirmed | Sent)


def test_two_threads_take_turns(one: Bench) -> None:
    results: list[object] = []
    threads = [
        Thread(target=lambda job=job: results.append(one.printer.print(TICKET, job)))
        for job in (1, 2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert len(results) == 2
    assert not any(isinstance(result, Failed | Uncertain) for result in results)
