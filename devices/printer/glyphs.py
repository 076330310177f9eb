"""Characters drawn with this machine's fonts, for what a printer's own font lacks."""

import sys
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFont

from devices.printer.bitmap import Bitmap

BASELINE = 0.88  # of a cell's height, where Chinese fonts stand
NONE = "\uffff"  # a noncharacter: what a font draws for it, it draws for everything it lacks
INK = 110  # of 255: how grey a dot must be to be printed

# Where fonts are, and which: (file, face within the file). The first that has a character draws it.
FOLDERS = (
    ("/usr/share/fonts", "/usr/local/share/fonts", str(Path.home() / ".local/share/fonts"))
    if sys.platform != "win32"
    else (r"C:\Windows\Fonts",)
)
FACES = (
    ("NotoSansCJK-Regular.ttc", 2),
    ("NotoSansCJKsc-Regular.otf", 0),
    ("msyh.ttc", 0),
    ("simsun.ttc", 0),
    ("simsunb.ttf", 0),
    ("DejaVuSans.ttf", 0),
    ("NotoEmoji-Regular.ttf", 0),
    ("seguisym.ttf", 0),
    ("NotoSansSymbols2-Regular.ttf", 0),
)


def can_draw(cluster: str) -> bool:
    """Say whether a font of this machine has every character of a cluster."""
    return _face_for(cluster) is not None


@lru_cache(maxsize=512)
def draw(cluster: str, width: int, height: int, bold: bool = False) -> Bitmap:
    """Draw a cluster (a character and its marks) into a cell of so many dots.

    ValueError for one that no font has: ask can_draw first.
    """
    face = _face_for(cluster)
    if face is None:
        raise ValueError(f"no font of this machine has {cluster!r}")
    font = _font(*face, height)
    left, _, right, _ = font.getbbox(cluster, anchor="ls")
    wide = max(1, round(max(right, font.getlength(cluster)) - min(0, left)))
    cell = Image.new("L", (max(width, wide), height))
    ink = ImageDraw.Draw(cell)
    at = ((cell.width - wide) / 2 - min(0, left), round(height * BASELINE))
    ink.text(at, cluster, fill=255, font=font, anchor="ls", stroke_width=int(bold) * height // 24)
    if cell.width > width:
        cell = cell.resize((width, height))
    dots = cell.point([255 * (grey > INK) for grey in range(256)]).convert("1")
    return Bitmap(width, height, dots.tobytes())


@cache
def _face_for(cluster: str) -> tuple[Path, int] | None:
    return next((face for face in _faces() if all(_has(face, char) for char in cluster)), None)


@cache
def _has(face: tuple[Path, int], char: str) -> bool:
    font = _font(*face, 24)
    return bytes(font.getmask(char)) != bytes(font.getmask(NONE))


@cache
def _faces() -> tuple[tuple[Path, int], ...]:
    wanted = {name for name, _ in FACES}
    found: dict[str, Path] = {}
    for folder in FOLDERS:
        for file in sorted(Path(folder).rglob("*.[to]t[cf]")):
            if file.name in wanted:
                found.setdefault(file.name, file)
    return tuple((found[name], index) for name, index in FACES if name in found)


@cache
def _font(file: Path, index: int, pixels: int) -> Any:
    # The basic layout is enough for one cluster and does not depend on what Pillow was built with.
    return ImageFont.truetype(file, pixels, index=index, layout_engine=ImageFont.Layout.BASIC)
