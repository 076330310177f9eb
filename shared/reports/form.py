"""The pieces of a paper: head, boxes to fill in, tables, clauses, lines to sign on."""

from collections.abc import Sequence
from datetime import datetime

from fpdf import FPDF
from fpdf.enums import TableBordersLayout, WrapMode
from fpdf.fonts import FontFace, TTFFont

from shared.domain.register.declaration import PaperSize
from shared.reports.paper import INK, SIMPLIFIED, TINT, chinese_font

A4_MARGIN_MM, SLIP_MARGIN_MM, SLIP_MM = 20.0, 4.0, 80.0
LABEL_MM, LINE_MM, FOOT_MM = 42.0, 7.0, 14.0


class Form(FPDF):
    """A4 with the case's number and the page at its foot, or a strip of 80 mm."""

    def __init__(self, title: str, foot: str, size: PaperSize, tall_mm: float = 297) -> None:
        slip = size is PaperSize.SLIP
        super().__init__("portrait", "mm", (SLIP_MM, tall_mm) if slip else "A4")
        self.slip, self._foot = slip, foot
        margin = SLIP_MARGIN_MM if slip else A4_MARGIN_MM
        self.set_margin(margin)
        self.set_auto_page_break(not slip, margin + (0 if slip else FOOT_MM / 2))
        self.set_title(title)
        self.set_lang("zh-CN")
        self.set_creator("Hallcall")
        self.add_font("hall", "", chinese_font(), collection_font_number=SIMPLIFIED)
        self.set_text_color(*INK)
        self.set_draw_color(*INK)
        self.add_page()

    def abandon(self) -> float:
        """Close a paper that is not written; returns how far down it goes, in mm."""
        for font in self.fonts.values():
            if isinstance(font, TTFFont):
                font.close()
        return float(self.get_y())

    def footer(self) -> None:
        """Write the foot of a page of A4."""
        if self.slip:
            return
        self.set_y(-FOOT_MM)
        self.set_font("hall", size=8)
        self.cell(0, 5, self._foot)
        self.set_x(self.l_margin)
        self.cell(0, 5, f"第 {self.page_no()} 页", align="R")

    def head(self, hall: str, title: str, code: str, at: datetime) -> None:
        """Write hall, title, number and day."""
        self.set_font("hall", size=9 if self.slip else 11)
        self.multi_cell(0, 6, hall, align="C", new_x="LMARGIN", new_y="NEXT")
        self.set_font("hall", size=13 if self.slip else 20)
        self.multi_cell(0, 8 if self.slip else 13, title, align="C", new_x="LMARGIN", new_y="NEXT")
        self.set_font("hall", size=9)
        self.cell(0, LINE_MM, f"编号：{code}")
        self.set_x(self.l_margin)
        self.cell(0, LINE_MM, f"{at:%Y-%m-%d}", align="R", new_x="LMARGIN", new_y="NEXT")

    def pairs(self, rows: Sequence[tuple[str, str, bool]]) -> None:
        """Write labels and values; an empty value leaves room to write, more where it is tall."""
        if not rows:
            return
        self.set_font("hall", size=9 if self.slip else 10.5)
        label = 22.0 if self.slip else LABEL_MM
        with self.table(
            col_widths=(label, self.epw - label),
            first_row_as_headings=False,
            borders_layout=TableBordersLayout.ALL,
            text_align="LEFT",
            line_height=5.5,
            padding=(1.6, 2),
        ) as table:
            for name, value, tall in rows:
                room = "\n\n" if tall and not value and not self.slip else ""
                row = table.row()
                row.cell(name, style=FontFace(fill_color=TINT))
                row.cell(value + room or " ")

    def table_of(
        self, heading: Sequence[str], widths: Sequence[float], rows: list[list[str]]
    ) -> None:
        """Write a table with a heading that comes again on every page."""
        self.ln(3)
        self.set_font("hall", size=9)
        scale = self.epw / sum(widths)
        with self.table(
            col_widths=tuple(width * scale for width in widths),
            headings_style=FontFace(fill_color=TINT, color=INK),
            text_align="LEFT",
            line_height=5,
            padding=(1.2, 1.5),
        ) as table:
            table.row(heading)
            for row in rows:
                table.row([text or " " for text in row])

    def clauses(self, texts: Sequence[str]) -> None:
        """Write numbered sentences."""
        if texts:
            self.ln(3)
        self.set_font("hall", size=9 if self.slip else 10.5)
        for number, text in enumerate(texts, start=1):
            line = f"{number}. {text}"
            self.multi_cell(0, 6, line, wrapmode=WrapMode.CHAR, new_x="LMARGIN", new_y="NEXT")

    def signatures(self, names: Sequence[str]) -> None:
        """Leave lines for who signs, with the day, all on one page."""
        if not names:
            return
        each = 16.0
        if not self.slip and self.get_y() + each * len(names) + 6 > self.h - A4_MARGIN_MM - FOOT_MM:
            self.add_page()
        self.set_font("hall", size=9 if self.slip else 10.5)
        for name in names:
            self.ln(7)
            self.cell(self.epw * 0.62, 8, f"{name}：" if "章" in name else f"{name}（签字）：")
            self.cell(0, 8, "年    月    日", align="R", new_x="LMARGIN", new_y="NEXT")
            self.line(self.l_margin, self.get_y(), self.w - self.r_margin, self.get_y())
