"""Where a line of Chinese and Latin may be broken."""

from collections.abc import Sequence

from devices.printer.charset import Cell

NOT_FIRST = frozenset("，。、；：？！…—～·％%,.;:?!）》」』】〕〉｝”’)]}〗〞℃％‰々")
NOT_LAST = frozenset("（《「『【〔〈｛“‘([{〖〝￥$＄№#")
JOINTS = frozenset("-/")  # after these even a word may be broken


def break_line(cells: Sequence[Cell], columns: int) -> list[list[Cell]]:
    """Break cells into lines of at most so many columns (at least one cell each).

    No punctuation begins a line and no opening bracket ends one, and words and numbers stay whole,
    where the paper is wide enough for that. Spaces at a break are left out.
    """
    lines: list[list[Cell]] = []
    line: list[Cell] = []
    for cell in cells:
        if line and _width(line) + cell.columns > columns:
            if cell.text == " ":
                continue  # the break takes its place
            at = _last_break([*line, cell])
            head, line = line[:at], line[at:]
            lines.append(_trimmed(head))
        if line or not lines or cell.text != " ":
            line.append(cell)
    return [*lines, line] if line or not lines else lines


def _last_break(cells: Sequence[Cell]) -> int:
    """Return before which cell to break; the last cell is the one that does not fit."""
    last = len(cells) - 1
    for at in range(last, 0, -1):
        ends_with = next((cell.text for cell in reversed(cells[:at]) if cell.text != " "), " ")
        if ends_with not in NOT_LAST and _may_break(cells[at - 1].text, cells[at].text):
            return at
    return last


def _may_break(before: str, after: str) -> bool:
    if after in NOT_FIRST or after == " ":
        return False
    return before == " " or before in JOINTS or not (_latin(before) and _latin(after))


def _latin(text: str) -> bool:
    """Say whether a character belongs to words and numbers that stay whole."""
    return text != " " and (text.isascii() or (text[0].isalpha() and text < "\u2e80"))


def _trimmed(line: list[Cell]) -> list[Cell]:
    end = len(line)
    while end > 1 and line[end - 1].text == " ":
        end -= 1
    return line[:end]


def _width(line: Sequence[Cell]) -> int:
    return sum(cell.columns for cell in line)
