"""Which characters a printer can write by itself, which are drawn, and how wide each is."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from devices.printer.glyphs import can_draw

Encoding: TypeAlias = Literal["gb18030", "gb2312", "utf-8", "latin"]
ENCODINGS: tuple[Encoding, ...] = get_args(Encoding)
COLUMN_DOTS = 12  # one column of font A; a Chinese character takes two
GETA = "〓"  # the printer's trade mark for "a character is missing here"
YEN = "\u00a5\uffe5"


@dataclass(frozen=True)
class Cell:
    """One character with its marks; `data` is how the printer writes it, None if it is drawn.

    `lost` is what it stands for when nobody could write or draw that.
    """

    text: str
    columns: int
    data: bytes | None
    lost: str = ""


def cells(text: str, encoding: Encoding = "gb18030") -> list[Cell]:
    """Return the cells of a text; control and format characters are left out.

    A Yen sign becomes ￥: U+00A5 would be a four-byte sequence that prints "0 6". What neither the
    printer nor a font of this machine has becomes 〓.
    """
    return [_cell(cluster, encoding) for cluster in clusters(text)]


def clusters(text: str) -> Iterator[str]:
    """Yield characters with the marks that stand on them."""
    cluster = ""
    for char in text.replace("\t", " "):
        kind = unicodedata.category(char)
        if kind in {"Cc", "Cf"} or "\ufe00" <= char <= "\ufe0f":  # variation selectors
            continue
        if kind in {"Mn", "Me", "Mc"} and cluster and cluster != " ":
            # With its mark only: NFC of a whole text would change compatibility ideographs.
            cluster = unicodedata.normalize("NFC", cluster + char)
            continue
        if cluster:
            yield cluster
        cluster = "￥" if char in YEN else char
    if cluster:
        yield cluster


def written(cluster: str, encoding: Encoding) -> bytes | None:
    """Return how a printer of this encoding writes a cluster, None if it cannot.

    GB18030: ASCII and the two-byte part; private use areas differ between makers. UTF-8: ASCII
    and characters that are wide everywhere, as no printer tells how wide it sets the others.
    """
    if len(cluster) == 1 and " " <= cluster < "\x7f":
        return cluster.encode("ascii")
    if len(cluster) > 1 or unicodedata.category(cluster) in {"Co", "Cs", "Cn"}:
        return None
    match encoding:
        case "gb18030" | "gb2312":
            try:
                data = cluster.encode(encoding)
            except UnicodeEncodeError:
                return None
            return data if len(data) == 2 else None
        case "utf-8":
            wide = unicodedata.east_asian_width(cluster) in "WF"
            return cluster.encode() if wide and cluster < "\U00010000" else None
        case "latin":
            return None


def _cell(cluster: str, encoding: Encoding) -> Cell:
    data = written(cluster, encoding)
    if data is not None:
        return Cell(cluster, 1 if cluster < "\x80" else 2, data)
    if can_draw(cluster):
        return Cell(cluster, _drawn_columns(cluster), None)
    return Cell(GETA, 2, written(GETA, encoding), lost=cluster)


def _drawn_columns(cluster: str) -> int:
    wide = unicodedata.east_asian_width(cluster[0]) in "WF"
    return 2 if wide or unicodedata.category(cluster[0]) == "So" else 1
