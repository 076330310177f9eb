"""What must hold of every scanner: each sight once, nothing glued, nothing invented."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

import pytest

from devices.polling import PollLine
from devices.readers import scanner_for
from devices.scanner import (
    Framing,
    KnownCode,
    LineScanner,
    Scanned,
    ScannerSimulator,
    ScanResult,
    UnknownCode,
    Unreadable,
    WedgeDecoder,
    recognised,
)
from devices.scanner.driver import Sights
from devices.transport import Listener, PtyListener, TcpListener
from tests.devices.test_scanner import FORMS, TICKET
from tests.devices.wires import at_work, eventually


class Rig(Protocol):
    results: list[ScanResult]

    def scan(self, text: str) -> None: ...


class LineRig:
    def __init__(self, kind: str, folder: Path, stack: ExitStack) -> None:
        self.results: list[ScanResult] = []
        self.simulator = ScannerSimulator(Framing(b"\x02", b"\r\n"))
        self.wire: Listener = PtyListener(folder / "wire") if kind == "pty" else TcpListener()
        self.wire.start(self.simulator.feed)
        self.simulator.emit = self.wire.send
        stack.callback(self.wire.stop)
        options = "?prefix=%02&suffix=%0D%0A"
        scanner = scanner_for(f"scan+{self.wire.url}{options}", FORMS)
        assert isinstance(scanner, LineScanner)
        self.opened = 0
        stack.enter_context(at_work(_Counted(PollLine(scanner, self.results.extend), self)))
        assert eventually(lambda: self.opened == 1)

    def scan(self, text: str) -> None:
        self.simulator.scan(text)


class _Counted:
    """Counts when the line was opened."""

    def __init__(self, line: PollLine[list[ScanResult]], rig: LineRig) -> None:
        self._line, self._rig = line, rig
        self.close, self.interrupt, self.work = line.close, line.interrupt, line.work

    def open(self) -> None:
        self._line.open()
        self._rig.opened += 1


class WedgeRig:
    """The pure part of a keyboard scanner, and what its event filter will do with it."""

    def __init__(self, kind: str, folder: Path, stack: ExitStack) -> None:
        self.results: list[ScanResult] = []
        self.at = 0.0
        decoder = scanner_for("wedge:?prefix=~~&suffix=%0D", FORMS)
        assert isinstance(decoder, WedgeDecoder)
        self.decoder = decoder
        self.sights = Sights(lambda: self.at)

    def scan(self, text: str) -> None:
        for character in f"~~{text}\r":
            self.at += 0.002
            for found in self.decoder.feed(character, self.at):
                if isinstance(found, Scanned) and self.sights.is_new(found.text):
                    self.results.append(recognised(found.text, FORMS))


RIGS: dict[str, type[LineRig | WedgeRig]] = {"pty": LineRig, "tcp": LineRig, "wedge": WedgeRig}


@pytest.fixture(params=RIGS)
def rig(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Rig]:
    with ExitStack() as stack:
        yield RIGS[request.param](request.param, tmp_path, stack)


@pytest.fixture(params=["pty", "tcp"])
def line(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[LineRig]:
    with ExitStack() as stack:
        yield LineRig(request.param, tmp_path, stack)


def test_each_code_is_told_once_in_order(rig: Rig) -> None:
    for text in (TICKET, TICKET, "https://example.com/政务", TICKET, "健康码"):
        rig.scan(text)
    assert eventually(lambda: len(rig.results) == 3)
    assert rig.results == [
        KnownCode("ticket", TICKET, {"key": TICKET.removeprefix("HC1:")}),
        UnknownCode("https://example.com/政务"),
        UnknownCode("健康码"),
    ]


def test_pulled_out_in_the_middle_of_a_scan_it_comes_back_by_itself(
    line: LineRig, record_property: Callable[[str, object], None]
) -> None:
    line.simulator.torn = True
    line.scan(TICKET)
    line.simulator.torn = False
    start = time.monotonic()
    line.wire.hang_up()
    assert eventually(lambda: line.opened == 2)
    record_property("scanner back after a pull (s)", round(time.monotonic() - start, 3))
    line.scan(TICKET)
    assert eventually(lambda: line.results != [])
    assert [type(one) for one in line.results if not isinstance(one, Unreadable)] == [KnownCode]
    assert line.results[-1] == KnownCode("ticket", TICKET, {"key": TICKET.removeprefix("HC1:")})
