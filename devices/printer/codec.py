"""Documents as ESC/POS bytes: commands from python-escpos, text and pictures by ourselves."""

import importlib
import logging
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any, assert_never

from devices.printer.bitmap import BAND_DOTS, Bitmap, box
from devices.printer.charset import COLUMN_DOTS, Cell
from devices.printer.glyphs import can_draw, draw
from devices.printer.pictures import join, qr_picture
from devices.printer.profile import DEFAULT, Profile, load_profile
from devices.printer.receipt import Line, Style, lay_out
from devices.printer.types import Beep, Cut, Document, Feed, Qr

INITIALIZE = b"\x1b@"
KANJI_ON = b"\x1c&"
GAP = b"\x1bJ\x06"  # the dots between two lines of text, after a picture that has none
ID_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
FULL_CUT, PARTIAL_CUT = b"\x1dV\0", b"\x1dV\x01"
KNIFE_LINES = 6  # what lies between print head and knife, or the edge to tear at


@dataclass(frozen=True)
class Encoded:
    """A document's bytes; `missing` holds the characters in whose place 〓 stands."""

    data: bytes
    missing: str = ""


def encode(
    document: Document, profile: Profile | None = None, *, job: int | None = None
) -> Encoded:
    """Return the ESC/POS bytes of a document for a printer.

    Chinese is written in its own mode (FS &) as two bytes; what the printer's encoding lacks is
    drawn into the line with this machine's fonts, column by column. With `job`, the printer is
    asked (GS ( H, function 48) for that job's process id directly before the last cut.
    """
    profile = profile or load_profile(DEFAULT)
    out = bytearray(INITIALIZE + profile.start)
    if profile.encoding in {"gb18030", "gb2312"}:
        out += KANJI_ON
    missing: dict[str, None] = {}
    style: Style | None = None
    asked = len(out)
    cut = False
    for laid in lay_out(document, profile.columns, profile.encoding):
        match laid:
            case Line():
                missing |= dict.fromkeys(cell.lost for cell in laid.cells if cell.lost)
                if laid.style != style:
                    out += _style(laid.style)
                    style = laid.style
                out += _line(laid, profile)
            case Qr():
                # python-escpos raises on qr(native=True, center=True): centre beforehand.
                out += _style(Style(align="center")) + _qr(laid, profile)
                style = None
            case Feed(lines):
                out += _command("print_and_feed", lines)
            case Cut(partial):
                out += _command("print_and_feed", KNIFE_LINES)
                asked, cut = len(out), True
                out += _cut(partial, profile)
            case Beep():
                out += profile.buzzer
            case _:
                assert_never(laid)
    if job is not None:
        at = asked if cut else len(out)
        out[at:at] = b"\x1d(H\x06\x0000" + process_id(job)
    return Encoded(bytes(out), "".join(missing))


def process_id(job: int) -> bytes:
    """Return the four printable bytes that stand for a job; they repeat after 36⁴ jobs."""
    digits = ""
    for _ in range(4):
        job, digit = divmod(job, len(ID_DIGITS))
        digits = ID_DIGITS[digit] + digits
    return digits.encode("ascii")


def _line(line: Line, profile: Profile) -> bytes:
    drawn = any(cell.data is None for cell in line.cells)
    if not drawn:
        return b"".join(cell.data or b"" for cell in line.cells) + b"\n"
    style = line.style
    # GS ! does not enlarge pictures, so an enlarged line becomes one picture as a whole.
    if (style.width, style.height) != (1, 1) or not profile.inline:
        pictures = [_picture(cell, style) for cell in line.cells]
        return join(pictures).raster() + GAP
    out = bytearray()
    for is_drawn, run in groupby(line.cells, lambda cell: cell.data is None):
        if is_drawn:
            out += join([_picture(cell, style) for cell in run]).strip()
        else:
            out += b"".join(cell.data or b"" for cell in run)
    return bytes(out + b"\n")


def _picture(cell: Cell, style: Style) -> Bitmap:
    width, height = cell.columns * COLUMN_DOTS * style.width, BAND_DOTS * style.height
    if not can_draw(cell.text):
        return box(width, height)
    return draw(cell.text, width, height, style.bold)


def _qr(qr: Qr, profile: Profile) -> bytes:
    if profile.qr:
        return _command("qr", qr.data, native=True, size=qr.module, ec=1)
    return qr_picture(qr.data, qr.module, profile.dots).raster()


def _cut(partial: bool, profile: Profile) -> bytes:
    """Cut as asked if the printer can, else the other way, and push the slip out."""
    kinds = {True: profile.partial_cut, False: profile.full_cut}
    partial = partial if kinds[partial] else not partial
    cut = (PARTIAL_CUT if partial else FULL_CUT) if kinds[partial] else b""
    presenter = profile.presenter
    return cut + (b"" if presenter is None else b"\x1de\x03" + bytes((presenter.steps,)))


def _style(style: Style) -> bytes:
    # GS ! (custom_size): ESC ! does not enlarge Chinese characters.
    return _command(
        "set",
        custom_size=True,
        width=style.width,
        height=style.height,
        align=style.align,
        bold=style.bold,
    )


@cache
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
