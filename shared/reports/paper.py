"""A report as a PDF to print and file: text stays text, in an embedded Chinese font."""

import logging
from collections.abc import Sequence
from pathlib import Path

from fpdf import FPDF
from fpdf.enums import TableBordersLayout
from fpdf.fonts import FontFace

from shared.domain.errors import Unavailable
from shared.domain.report import Figures
from shared.reports.columns import COLUMNS, DEFINITIONS, SCORES, groups, title, written
from shared.reports.errors import writing
from shared.reports.picture import picture
from shared.usecases.report import HallReport

FONTS = Path("/usr/share/fonts")
FONT, SIMPLIFIED = "NotoSansCJK-Regular.ttc", 2
MARGIN_MM, LABEL_MM = 12, 46
INK, BLUE, TINT = (18, 32, 44), (11, 58, 130), (232, 236, 242)


class _Paper(FPDF):
    """A4 landscape with the report's name and page numbers at the foot."""

    def __init__(self, report: HallReport) -> None:
        super().__init__("landscape", "mm", "A4")
        self._foot = f"{title(report)}  ·  生成于 {report.at:%Y-%m-%d %H:%M}"
        self.set_margin(MARGIN_MM)
        self.set_auto_page_break(True, MARGIN_MM + 4)
        self.set_title(title(report))
        self.set_lang("zh-CN")
        self.set_creator("Hallcall")
        self.add_font("hall", "", chinese_font(), collection_font_number=SIMPLIFIED)
        self.set_text_color(*INK)

    def footer(self) -> None:
        """Write the foot of a page."""
        self.set_y(-MARGIN_MM)
        self.set_font("hall", size=8)
        self.cell(0, 5, self._foot)
        self.set_x(MARGIN_MM)
        self.cell(0, 5, f"第 {self.page_no()} 页", align="R")


def write_paper(report: HallReport, path: Path) -> None:
    """Write a PDF file; BadInput when it cannot be written there, Unavailable without the font."""
    logging.getLogger("fontTools").setLevel(logging.WARNING)
    paper = _Paper(report)
    paper.add_page()
    paper.set_font("hall", size=18)
    paper.cell(0, 12, title(report), new_x="LMARGIN", new_y="NEXT")
    paper.image(
        picture(report, titled=False),
        w=paper.epw,
        h=paper.eph - 14,
        keep_aspect_ratio=True,
        alt_text="办理与取号、等候、办理时长、评价；数字见后面的表",
    )
    for chinese, _english, rows in groups(report):
        if rows:
            _table(paper, chinese, rows)
    _notes(paper)
    with writing(path):
        paper.output(str(path))


def _table(paper: _Paper, name: str, rows: Sequence[tuple[str, Figures]]) -> None:
    if paper.page_no() == 1 or paper.get_y() > paper.h - 50:
        paper.add_page()
    paper.set_font("hall", size=13)
    paper.cell(0, 11, name, new_x="LMARGIN", new_y="NEXT")
    paper.set_font("hall", size=8)
    columns = (*COLUMNS, *SCORES)
    each = (paper.epw - LABEL_MM) / len(columns)
    with paper.table(
        col_widths=(LABEL_MM, *([each] * len(columns))),
        text_align=("LEFT", *(["RIGHT"] * len(columns))),
        headings_style=FontFace(color=(255, 255, 255), fill_color=BLUE),
        cell_fill_color=TINT,
        cell_fill_mode="ROWS",
        borders_layout=TableBordersLayout.NONE,
        line_height=5,
        padding=(0.8, 0.8),
    ) as table:
        table.row(("", *(_broken(column.chinese) for column in columns)))
        for label, figures in rows:
            table.row((label, *(written(column, figures) for column in columns)))
    paper.ln(4)


def _broken(name: str) -> str:
    """Break a heading that is too long for its column, between words."""
    return name if len(name) < 4 else f"{name[:-2]}\n{name[-2:]}"


def _notes(paper: _Paper) -> None:
    if paper.get_y() > paper.h - 70:
        paper.add_page()
    paper.set_font("hall", size=9)
    for text in DEFINITIONS:
        paper.multi_cell(0, 5.5, text, new_x="LMARGIN", new_y="NEXT")


def chinese_font() -> Path:
    """Return the font that holds all Chinese; Unavailable says how to get it."""
    found = next(FONTS.rglob(FONT), None)
    if found is None:
        raise Unavailable(
            f"the Chinese font {FONT} is not under {FONTS}", "apt-get install fonts-noto-cjk"
        )
    return found
