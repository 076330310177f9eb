"""A paper of a register's case: title, number, what stands in it, what is due, who signs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from shared.slips.lines import Code, Gap, Line, Pair, Paper, Rule

_SHORT = 12
"""Characters of a value that stands beside its label; longer ones stand below it."""


@dataclass(frozen=True)
class CaseSlip:
    """What a case's paper says. `fields` are label and value, which may have several lines and
    headings; `note` tells what happens next, `code` is what the QR code holds, `at` is in hall
    time.
    """

    hall: str
    title: str
    number: str
    at: datetime
    fields: tuple[tuple[str, str], ...]
    deadlines: tuple[tuple[str, str], ...]
    signs: tuple[str, ...]
    code: str
    reprint: bool = False
    note: str = ""


def case_paper(slip: CaseSlip) -> Paper:
    """Lay a case's paper out; what the applicant has to keep, its number, stands large."""
    return (
        Line(slip.hall),
        *((Line("补打", bold=True),) if slip.reprint else ()),
        Gap(),
        Line(slip.title, size=2, bold=True),
        Gap(),
        Line(slip.number, bold=True),
        Rule(),
        *(part for label, value in slip.fields for part in _field(label, value)),
        *(part for label, value in slip.deadlines for part in _field(label, value)),
        *((Rule(), Line(slip.note, bold=True, centred=False)) if slip.note else ()),
        *(part for who in slip.signs for part in (Gap(), Line(f"{who}签字：", centred=False))),
        Rule(),
        Pair("打印时间", f"{slip.at:%Y-%m-%d %H:%M}"),
        Code(slip.code),
        Line("请保留本单，工作人员扫码可查"),
    )


def _field(label: str, value: str) -> Iterator[Line | Pair | Gap]:
    if len(value) <= _SHORT and "\n" not in value:
        yield Pair(label, value)
        return
    yield Line(f"{label}：", centred=False)
    for line in value.splitlines():
        bold = is_heading(line)
        if bold:
            yield Gap()
        yield Line(line, bold=bold, centred=False)


def heading(text: str) -> str:
    """Return a heading as it stands in a value of several lines."""
    return f"【{text}】"


def is_heading(line: str) -> bool:
    """Whether a line of such a value is a heading."""
    return line.startswith("【") and line.endswith("】")
