"""A document as lines of cells, each no wider than the paper."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TypeAlias, assert_never

from devices.printer.breaking import break_line
from devices.printer.charset import Cell, Encoding, cells
from devices.printer.types import (
    Align,
    Beep,
    Columns,
    Cut,
    Document,
    Element,
    Feed,
    Qr,
    Rule,
    Table,
    Text,
)

SPACE = Cell(" ", 1, b" ")


@dataclass(frozen=True)
class Style:
    """How a line is set; width and height are multiples of the font."""

    width: int = 1
    height: int = 1
    align: Align = "left"
    bold: bool = False


@dataclass(frozen=True)
class Line:
    """One printed line; its cells fit the paper at its width."""

    cells: tuple[Cell, ...]
    style: Style = Style()

    @property
    def columns(self) -> int:
        """Columns at width 1."""
        return columns_of(self.cells)


Laid: TypeAlias = Line | Qr | Feed | Cut | Beep


def lay_out(document: Document, columns: int, encoding: Encoding = "gb18030") -> list[Laid]:
    """Wrap everything to a paper of so many columns (half-width characters at width 1)."""
    return [laid for element in document for laid in _lay_out(element, columns, encoding)]


def columns_of(line: Sequence[Cell]) -> int:
    """Return the columns cells take."""
    return sum(cell.columns for cell in line)


def _lay_out(element: Element, columns: int, encoding: Encoding) -> list[Laid]:
    def set_cells(text: str) -> list[Cell]:
        return cells(text, encoding)

    match element:
        case Text(text, width, height, align, bold):
            style = Style(width, height, align, bold)
            return [
                Line(tuple(part), style)
                for paragraph in text.split("\n")
                for part in break_line(set_cells(paragraph), max(2, columns // width))
            ]
        case Rule():
            return [Line((Cell("-", 1, b"-"),) * columns)]
        case Columns(left, right):
            return _columns(set_cells(left), set_cells(right), columns)
        case Table():
            return _table(element, columns, set_cells)
        case Qr() | Feed() | Cut() | Beep():
            return [element]
    assert_never(element)


def _columns(left: list[Cell], right: list[Cell], columns: int) -> list[Laid]:
    gap = columns - columns_of(left) - columns_of(right)
    if gap >= (1 if left and right else 0):
        return [Line((*left, *[SPACE] * gap, *right))]
    ends: tuple[tuple[list[Cell], Align], ...] = ((left, "left"), (right, "right"))
    return [
        Line(tuple(part), Style(align=side))
        for end, side in ends
        if end
        for part in break_line(end, columns)
    ]


def _table(table: Table, columns: int, set_cells: Callable[[str], list[Cell]]) -> list[Laid]:
    """Set each row as as many lines as its longest cell needs; one column between the cells."""
    room = columns - len(table.shares) + 1
    edges = [room * sum(table.shares[:n]) // sum(table.shares) for n in range(len(table.shares))]
    widths = [end - start for start, end in zip(edges, [*edges[1:], room], strict=True)]
    if min(widths) < 2:
        raise ValueError(f"{len(widths)} table columns do not fit {columns} columns of paper")
    left: Align = "left"
    aligns = table.align or (left,) * len(widths)
    laid: list[Laid] = []
    for row in table.rows:
        parts = [
            break_line(set_cells(cell), width) for cell, width in zip(row, widths, strict=True)
        ]
        for line in zip_longest(*parts, fillvalue=[]):
            out: list[Cell] = []
            for part, width, align in zip(line, widths, aligns, strict=True):
                out += [*_padded(part, width, align), SPACE]
            laid.append(Line(tuple(out[:-1])))
    return laid


def _padded(part: Sequence[Cell], width: int, align: Align) -> list[Cell]:
    gap = width - columns_of(part)
    before = {"left": 0, "center": gap // 2, "right": gap}[align]
    return [*[SPACE] * before, *part, *[SPACE] * (gap - before)]
