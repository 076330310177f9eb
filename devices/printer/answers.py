"""Telling a printer's answers apart: they come mixed, and only their fixed bits differ."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

PROCESS_HEAD = b'7"'
PROCESS_LENGTH = 7  # head, four bytes of id, NUL
REPORT_LENGTH = 4
NUL, FIRST_PRINTABLE, LAST_PRINTABLE = 0x00, 0x20, 0x7E
FLOW = frozenset({0x11, 0x13})  # XON and XOFF of serial printers


@dataclass(frozen=True)
class RealTimeAnswer:
    """The answer to a DLE EOT n; which n, only the order of asking tells."""

    byte: int


@dataclass(frozen=True)
class Report:
    """Automatic status: four bytes."""

    data: bytes


@dataclass(frozen=True)
class Printed:
    """Everything before the request with this process id is on paper."""

    process: bytes


@dataclass(frozen=True)
class PresenterAnswer:
    """The answer to GS e 6."""

    byte: int


@dataclass(frozen=True)
class Rubbish:
    """A byte that is no part of any answer."""

    byte: int


Answer: TypeAlias = RealTimeAnswer | Report | Printed | PresenterAnswer | Rubbish


class Answers:
    """Cuts what a printer says into answers, in whatever pieces it arrives.

    An answer to DLE EOT is 0xx1xx10 (its bit 7 is free where n was 1), automatic status begins
    0xx1xx00 and goes on 0xx0xxxx, and a process id is `7"`, four printable bytes and NUL. A
    real-time answer may come between the bytes of a report. After `expect_presenter` the next
    byte with bits 1 and 4 clear that stands outside a report is the presenter's.
    """

    def __init__(self) -> None:
        self._report = bytearray()
        self._process = bytearray()
        self._presenter = False

    def expect_presenter(self) -> None:
        """Take the next byte that fits for the presenter's; it has no fixed pattern."""
        self._presenter = True

    def feed(self, data: bytes) -> list[Answer]:
        """Return the answers that data completes."""
        return [answer for byte in data for answer in self._take(byte)]

    def _take(self, byte: int) -> Iterator[Answer]:
        if self._process:
            yield from self._go_on_with_process(byte)
        elif byte == PROCESS_HEAD[0]:
            self._process.append(byte)
        elif byte & 0x13 == 0x12:
            yield RealTimeAnswer(byte)
        elif byte & 0x93 == 0x10:
            yield from self._rubbish(self._report)
            self._report.append(byte)
        elif self._report and not byte & 0x90:
            self._report.append(byte)
            if len(self._report) == REPORT_LENGTH:
                yield Report(bytes(self._report))
                self._report.clear()
        elif self._presenter and not self._report and not byte & 0x12:
            self._presenter = False
            yield PresenterAnswer(byte)
        elif byte not in FLOW:
            yield from self._rubbish(self._report)
            yield Rubbish(byte)

    def _go_on_with_process(self, byte: int) -> Iterator[Answer]:
        at = len(self._process)
        if at < len(PROCESS_HEAD):
            fits = byte == PROCESS_HEAD[at]
        elif at == PROCESS_LENGTH - 1:
            fits = byte == NUL
        else:
            fits = FIRST_PRINTABLE <= byte <= LAST_PRINTABLE
        if fits:
            self._process.append(byte)
            if len(self._process) == PROCESS_LENGTH:
                yield Printed(bytes(self._process[len(PROCESS_HEAD) : -1]))
                self._process.clear()
            return
        first, *rest = bytes(self._process)
        self._process.clear()
        yield Rubbish(first)
        for again in (*rest, byte):
            yield from self._take(again)

    @staticmethod
    def _rubbish(pending: bytearray) -> Iterator[Answer]:
        for byte in bytes(pending):
            yield Rubbish(byte)
        pending.clear()
