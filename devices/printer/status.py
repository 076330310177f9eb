"""The four answers to DLE EOT n, and the status they amount to."""

from collections.abc import Sequence

from devices.printer.types import CoverOpen, Faulty, Offline, PaperOut, Ready, Status, Unknown

QUERIES = tuple(bytes((0x10, 0x04, n)) for n in (1, 2, 3, 4))
ALWAYS = 0x12  # every answer looks like 0xx1xx10

OFFLINE = 0x08  # n = 1
COVER, FEED_KEY, PAPER_STOP, ERROR = 0x04, 0x08, 0x20, 0x40  # n = 2
CUTTER, UNRECOVERABLE, RECOVERABLE = 0x08, 0x20, 0x40  # n = 3
NEAR_END, PAPER_END = 0x0C, 0x60  # n = 4


def is_answer(byte: int) -> bool:
    """Say whether a byte can be an answer to DLE EOT (automatic status looks different)."""
    return byte & 0x93 == ALWAYS


def read_status(answers: Sequence[int]) -> Status:
    """Combine the answers to n = 1, 2, 3, 4, as many as came; silence is Unknown, never Ready."""
    printer, offline, error, paper = (*answers, *(0,) * 4)[:4]
    if offline & COVER:
        return CoverOpen()
    if paper & PAPER_END or offline & PAPER_STOP:
        return PaperOut()
    if error & CUTTER:
        return Faulty("切刀卡住")
    if error & UNRECOVERABLE:
        return Faulty("需要断电重启")
    if error & RECOVERABLE or offline & ERROR:
        return Faulty("打印机报错，请开合上盖")
    if printer & OFFLINE or offline & FEED_KEY:
        return Offline()
    if len(answers) < 4:
        return Unknown()
    return Ready(near_end=bool(paper & NEAR_END))
