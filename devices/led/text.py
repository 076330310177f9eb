"""What a board's character set can carry of a text, and what becomes of the rest."""

import unicodedata
from dataclasses import dataclass

GETA = "〓"  # the mark printers set where a character is missing
TWINS = {"¥": "￥", "\\": "＼", "\u2013": "-", "\u2022": "·", "\u00a0": " "}
"""Characters GBK boards lack (or, as \\, take for a code of their own) and what looks the same."""
WORDS = {
    "〓": "?",
    "。": ".",
    "、": ",",
    "…": "...",
    "·": "-",
    "—": "-",
    "“": '"',
    "”": '"',
    "~": "-",
}
"""What NFKC does not make Latin of."""


@dataclass(frozen=True)
class Carried:
    """A text a board can take, and what was done to it."""

    text: str
    replaced: tuple[str, ...] = ()
    shortened: bool = False


def for_gbk(text: str) -> Carried:
    """Return text as GBK carries it: control characters go, twins stand in, else 〓."""
    out, replaced = [], []
    for char in text:
        twin = TWINS.get(char, char)
        if unicodedata.category(char) in {"Cc", "Cf"}:
            continue
        if not _encodes(twin, "gbk"):
            replaced.append(char)
            twin = GETA
        out.append(twin)
    return Carried("".join(out), tuple(replaced))


def for_ascii(text: str) -> Carried:
    """Return text in printable ASCII: full-width forms become half-width, accents go, else ?."""
    out, replaced = [], []
    for char in text:
        if unicodedata.category(char) in {"Cc", "Cf"}:
            continue
        plain = WORDS.get(char) or "".join(
            part for part in unicodedata.normalize("NFKD", char) if not unicodedata.combining(part)
        )
        if not plain or not (plain.isascii() and plain.isprintable()):
            replaced.append(char)
            plain = "?"
        out.append(plain)
    return Carried("".join(out), tuple(replaced))


def within(carried: Carried, encoding: str, limit: int, mark: str) -> Carried:
    """Shorten to `limit` bytes of the encoding, visibly: the end becomes `mark`."""
    if len(carried.text.encode(encoding)) <= limit:
        return carried
    room, kept = limit - len(mark.encode(encoding)), []
    for char in carried.text:
        room -= len(char.encode(encoding))
        if room < 0:
            break
        kept.append(char)
    return Carried("".join(kept) + mark, carried.replaced, shortened=True)


def _encodes(char: str, encoding: str) -> bool:
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
