"""Documents as ESC/POS bytes: commands from python-escpos, Chinese text by ourselves."""

import importlib
import logging
from functools import cache
from typing import Any, assert_never

from devices.printer.receipt import Line, lay_out
from devices.printer.types import Cut, Document, Feed, Qr

INITIALIZE = b"\x1b@"
KANJI_ON = b"\x1c&"
CUT_COMMAND = 3  # bytes of GS V m, the end of every document
ID_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def encode(document: Document, *, columns: int = 48, job: int | None = None) -> bytes:
    """Return the ESC/POS bytes of a document, for paper of so many columns (48: 80 mm, 32: 58 mm).

    Text is GB18030's one- and two-byte part in Chinese mode (FS &). Characters outside it
    come out as 〓; drawing them as raster is not done yet. With `job`, the printer is asked
    (GS ( H, function 48) for that job's process id directly before the last cut.
    """
    out = bytearray(INITIALIZE + KANJI_ON)
    style: Line | None = None
    last_cut: int | None = None
    for laid in lay_out(document, columns):
        match laid:
            case Line():
                same = Line("", laid.width, laid.height, laid.align, laid.bold)
                if same != style:
                    out += _style(same)
                    style = same
                out += laid.text.encode("gb18030") + b"\n"
            case Qr(data, module):
                # python-escpos raises on qr(native=True, center=True): centre beforehand.
                out += _command("set", align="center")
                out += _command("qr", data, native=True, size=module, ec=1)
                style = None
            case Feed(lines):
                out += _command("print_and_feed", lines)
            case Cut():
                out += _command("cut")
                last_cut = len(out) - CUT_COMMAND
            case _:
                assert_never(laid)
    if job is not None:
        at = len(out) if last_cut is None else last_cut
        out[at:at] = b"\x1d(H\x06\x0000" + process_id(job)
    return bytes(out)


def process_id(job: int) -> bytes:
    """Return the four printable bytes that stand for a job; they repeat after 36⁴ jobs."""
    digits = ""
    for _ in range(4):
        job, digit = divmod(job, len(ID_DIGITS))
        digits = ID_DIGITS[digit] + digits
    return digits.encode("ascii")


def process_answer(job: int) -> bytes:
    """Return what the printer sends once everything before the job's process id is printed."""
    return b'7"' + process_id(job) + b"\0"


def _style(line: Line) -> bytes:
    # GS ! (custom_size): ESC ! does not enlarge Chinese characters.
    return _command(
        "set",
        custom_size=True,
        width=line.width,
        height=line.height,
        align=line.align,
        bold=line.bold,
    )


def _command(name: str, *args: object, **options: object) -> bytes:
    printer = _escpos().Dummy()
    getattr(printer, name)(*args, **options)
    return bytes(printer.output)


@cache
def _escpos() -> Any:
    # Imported on the first print, not by every window that knows a printer: it takes half a
    # second, and it attaches a handler to the root logger, which is taken off again.
    before = list(logging.root.handlers)
    module = importlib.import_module("escpos.printer")
    for handler in [one for one in logging.root.handlers if one not in before]:
        logging.root.removeHandler(handler)
    return module
