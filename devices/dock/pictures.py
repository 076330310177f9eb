"""What a visitor would hold and see, as files."""

from pathlib import Path

from PySide6.QtGui import QImage

from devices.dock import words
from devices.dock.bench import Bench
from devices.dock.draw import draw_led, draw_paper
from devices.dock.panel import draw_pad

MARGIN_DOTS = 32  # 80 mm paper is 640 dots wide, of which 576 are printed


def save_pictures(bench: Bench, folder: Path, label: str) -> None:
    """Write the latest slip (paper.png, ticket.bin) and a window's led.png and pad.png.

    What the bench or the window does not have, or has not printed yet, is left out.
    Raises OSError when a file cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    slips = bench.printer(bench.plan.printers[0]).slips if bench.plan.printers else []
    if slips:
        _save(draw_paper(slips[-1], margin=MARGIN_DOTS, torn=True), folder / "paper.png")
        (folder / "ticket.bin").write_bytes(slips[-1].raw)
    has_board, has_keypad, has_pad = bench.has(label)
    if has_board:
        _save(draw_led(bench.led(label)), folder / "led.png")
    if has_pad:
        digits = bench.keypad(label).digits if has_keypad else "------"
        lit = bench.pad(label).rating_open
        picture = draw_pad(words.window_name(label), words.grouped(digits), lit=lit)
        _save(picture, folder / "pad.png")


def _save(image: QImage, file: Path) -> None:
    if not image.save(str(file)):
        raise OSError(f"{file}: the picture cannot be written")
