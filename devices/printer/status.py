"""What a printer's answers amount to: DLE EOT n, automatic status, the presenter's byte."""

from collections.abc import Sequence

from devices.printer.types import (
    CoverOpen,
    CutterStuck,
    Empty,
    Faulty,
    Holding,
    Jammed,
    Offline,
    PaperOut,
    PresenterStatus,
    Ready,
    Status,
    Unknown,
)

QUERIES = tuple(bytes((0x10, 0x04, n)) for n in (1, 2, 3, 4))
PRESENTER_QUERY = b"\x1de\x06"
AUTOMATIC_ON = b"\x1da\xff"
ALWAYS = 0x12  # every answer to DLE EOT looks like 0xx1xx10

OFFLINE, UNTAKEN = 0x08, 0x80  # n = 1; bit 7 is used by Cashino, all others leave it clear
COVER, FEED_KEY, PAPER_STOP, ERROR = 0x04, 0x08, 0x20, 0x40  # n = 2
CUTTER, UNRECOVERABLE, RECOVERABLE = 0x08, 0x20, 0x40  # n = 3
NEAR_END, PAPER_END = 0x0C, 0x60  # n = 4

AUTO_OFFLINE, AUTO_COVER, AUTO_FEED_KEY = 0x08, 0x20, 0x40  # first byte
AUTO_NEAR_END, AUTO_PAPER_END = 0x03, 0x0C  # third byte; the second is as n = 3

SLIP_IN_MOUTH, MOTORS, PRESENTER_ERROR, PRESENTER_JAM = 0x08, 0x30, 0x40, 0x80


def read_status(answers: Sequence[int]) -> Status:
    """Combine the answers to n = 1, 2, 3, 4, as many as came; silence is Unknown, never Ready."""
    printer, offline, error, paper = (*answers, *(0,) * 4)[:4]
    if (offline | error | paper) & UNTAKEN:
        return Unknown()  # that bit is clear in every answer but the first: a damaged wire
    trouble = _trouble(
        cover=offline & COVER,
        paper_end=paper & PAPER_END or offline & PAPER_STOP,
        error=error,
        other=offline & ERROR,
        offline=printer & OFFLINE or offline & FEED_KEY,
    )
    if trouble is not None:
        return trouble
    if len(answers) < len(QUERIES):
        return Unknown()
    return Ready(near_end=bool(paper & NEAR_END), untaken=bool(printer & UNTAKEN))


def read_automatic(report: bytes) -> Status:
    """Return the status that four bytes of automatic status report; fewer are Unknown."""
    if len(report) != 4:
        return Unknown()
    printer, error, paper, _ = report
    trouble = _trouble(
        cover=printer & AUTO_COVER,
        paper_end=paper & AUTO_PAPER_END,
        error=error,
        other=0,
        offline=printer & (AUTO_OFFLINE | AUTO_FEED_KEY),
    )
    return trouble or Ready(near_end=bool(paper & AUTO_NEAR_END))


def read_presenter(byte: int) -> PresenterStatus:
    """Return what the answer to GS e 6 says; Unknown while paper is on its way."""
    if byte & (PRESENTER_ERROR | PRESENTER_JAM):
        return Jammed()
    if byte & MOTORS:
        return Unknown()
    return Holding() if byte & SLIP_IN_MOUTH else Empty()


def _trouble(*, cover: int, paper_end: int, error: int, other: int, offline: int) -> Status | None:
    """Return the cause a person can do something about, before what merely follows from it."""
    if cover:
        return CoverOpen()
    if paper_end:
        return PaperOut()
    if error & CUTTER:
        return CutterStuck()
    if error & UNRECOVERABLE:
        return Faulty("需要断电重启")
    if error & RECOVERABLE or other:
        return Faulty("打印机报错，请开合上盖")
    if offline:
        return Offline()
    return None
