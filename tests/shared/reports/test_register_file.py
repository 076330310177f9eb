"""Every register goes into a file and comes back as it was; no cell of it is a formula."""

import csv
import tempfile
import zipfile
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from shared.domain.errors import BadInput, HallError
from shared.domain.register.case import Entry, advance, current, opening
from shared.domain.register.clocks import clocks, is_past
from shared.domain.register.declaration import OPEN, Register, Role, Step
from shared.domain.register.fields import Field, Kind, Surroundings
from shared.domain.register.identity_number import is_identity_number
from shared.domain.register.past import Past, PastReader
from shared.domain.register.sheet import columns, read_rows
from shared.domain.workdays import Calendar, HallTime
from shared.registers import load_registers
from shared.reports.register_file import RISKY, guarded, read_register, write_register
from tests.conftest import EXAMPLES
from tests.support.halls import MONDAY_10, ZONE

KNOWN = load_registers(Path("/nowhere")).known
NOW = datetime(2026, 12, 30, 9, tzinfo=ZONE)
AROUND = Surroundings(NOW, lambda text: text, lambda text: text)
TIME = HallTime(Calendar(frozenset({2026, 2027}), {}), ())
TEXTS = st.one_of(
    st.text(min_size=1, max_size=12),
    st.builds(
        str.__add__,
        st.sampled_from([*RISKY, "'", "''", '"', "1,2;", "0"]),
        st.text("=1A\n'", max_size=4),
    ),
)


def values(field: Field) -> st.SearchStrategy[str]:
    """What somebody may write into a field."""
    match field.kind:
        case Kind.CHOICE:
            return st.sampled_from([*field.choices, *field.choices.values()])
        case Kind.YES_NO:
            return st.sampled_from(["yes", "no"])
        case Kind.NUMBER:
            return st.integers(field.least, field.most or 10**6).map(str)
        case Kind.DATE:
            return st.dates(date(2026, 11, 1), date(2026, 12, 20)).map(str)
        case Kind.MOMENT:
            return st.datetimes(datetime(2026, 11, 1), datetime(2026, 12, 20)).map(str)  # noqa: DTZ001
        case Kind.PHONE:
            return st.from_regex(r"\+?[0-9]{5,20}", fullmatch=True)
        case Kind.IDENTITY:
            first = st.integers(10**16, 10**17 - 1).map(lambda n: f"110105{19491231}{n % 1000:03d}")
            return first.map(
                lambda f: next(f + c for c in "0123456789X" if is_identity_number(f + c))
            )
        case Kind.ITEM:
            return st.sampled_from(["公司设立登记", "不动产登记"])
        case Kind.WINDOW:
            return st.integers(1, 9).map(str)
        case _:
            return TEXTS


@st.composite
def pasts(draw: st.DrawFn, register: Register) -> Past:
    """A walk through a register, with whatever may stand in its fields."""
    log: list[Entry] = []
    at = MONDAY_10
    for turn in range(draw(st.integers(1, 6))):
        at += timedelta(
            seconds=draw(st.integers(0, 4 * 86_400)), microseconds=draw(st.integers(0, 9))
        )
        known = current(log)
        state = log[-1].state if log else ""
        steps = [
            s
            for s in register.steps.values()
            if (s.name == OPEN) == (turn == 0) and (turn == 0 or state in s.sources)
        ]
        if not steps:
            break
        step = draw(st.sampled_from(steps))
        given_now = {**written(draw, register, step, known)}
        role = draw(st.sampled_from(step.by))
        try:
            if turn == 0:
                state = opening(register, role, given_now)
            else:
                running = clocks(register, log, TIME)
                past = {name for name, clock in running.items() if is_past(clock, at)}
                state = advance(register, state, known, step, role, given_now, past)
        except HallError:
            if turn == 0:
                raise
            continue
        by = draw(
            TEXTS.map(
                lambda text: " ".join("".join(c for c in text if c.isprintable()).split()) or "王芳"
            )
        )
        log.append(Entry(step.name, at, state, role, by, given_now))
    return Past(f"{register.prefix}-20261123-001", date(2026, 11, 23), "desk", False, tuple(log))


def written(
    draw: st.DrawFn, register: Register, step: Step, known: Mapping[str, str]
) -> dict[str, str]:
    found = {}
    wanted = {*step.needs, *step.fresh, *step.when} - (known.keys() - {*step.fresh})
    for name in step.fields:
        if name not in wanted and draw(st.booleans()):
            continue
        field = register.fields[name]
        allowed = step.when.get(name)
        text = draw(st.sampled_from(allowed) if allowed else values(field))
        try:
            found[name] = field.read(text, AROUND)
        except BadInput:
            found[name] = field.read("王芳", AROUND)  # what is no text at all is another test's
    return found


@pytest.mark.parametrize("code", sorted(KNOWN))
def test_there_and_back(code: str) -> None:
    register = KNOWN[code]

    @settings(max_examples=max(EXAMPLES // 15, 2))
    @given(pasts(register))
    def goes(past: Past) -> None:
        sheet = columns(register)
        rows = [
            sheet.row(past.code, past.origin, entry, gone=False, reveal=True) for entry in past.log
        ]
        with tempfile.TemporaryDirectory() as folder:
            for name in ("r.csv", "r.xlsx"):
                file = Path(folder) / name
                write_register([sheet.heading(reveal=True), *rows], register.name, file)
                read, problems = read_rows(register, read_register(file))
                assert problems == []
                reader = PastReader(register, AROUND, TIME, NOW.date())
                assert (reader.past(read), reader.problems) == (past, [])
                no_formula(file)

    goes()


def no_formula(file: Path) -> None:
    if file.suffix == ".csv":
        with file.open(encoding="utf-8-sig", newline="") as lines:
            assert not any(cell.startswith(RISKY) for row in csv.reader(lines) for cell in row)
        return
    with zipfile.ZipFile(file) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")
    sheet = load_workbook(file).active
    assert sheet is not None
    for row in sheet.iter_rows():
        for cell in row:
            assert cell.data_type in ("s", "inlineStr", "n")
            assert cell.value is None or cell.data_type != "n"
            assert bool(cell.quotePrefix) == str(cell.value or "").startswith(RISKY)


def test_formulas_are_texts() -> None:
    assert guarded("=HYPERLINK(1)") == "'=HYPERLINK(1)"
    assert guarded("+8613812345678") == "'+8613812345678"
    assert guarded("张三") == "张三"


def test_each_problem_has_its_place(tmp_path: Path) -> None:
    register = KNOWN["complaint"]
    head = ["编号", "步骤", "时间", "角色", "经办人", "来源", "投诉方式", "phone"]
    first = ["登记投诉", "2026-11-23 10:00", "窗口人员", "王芳", "desk", "现场", ""]
    rows = [
        ["TS-20261123-001", *first],
        ["TS-20261123-001", "arrive", "2026-11-22 10:00", "皇帝", "", "", "", ""],
        ["TS-20261123-002", *first[:5], "烟", "12"],
        ["TS-20261230-001", *first],
        ["BB-20261123-001", *first],
        ["TS-20261123-003", *first],
        ["TS-20261123-003", "办结", "2026-11-24 10:00", "值班主任", "王芳", "", "", ""],
        ["", "登记投诉", "", "", "", "", "", "1381234567x"],
    ]
    file = tmp_path / "r.csv"
    write_register([head, *rows], "x", file)
    read, problems = read_rows(register, read_register(file))
    assert problems == []
    reader = PastReader(register, AROUND, TIME, NOW.date())
    groups: dict[str, list[int]] = {}
    for at, row in enumerate(rows[:-1]):
        groups.setdefault(row[0], []).append(at)
    for places in groups.values():
        assert reader.past([read[at] for at in places]) is None
    assert reader.new(read[-1]) is None
    told = "\n".join(reader.problems)
    for words in (
        "第3行“时间”：the moment is after now, or before the row above (",
        "第3行“角色”：“皇帝” is no role",
        "第3行“经办人”：nobody is named (say who took the step)",
        "第4行“投诉方式”：投诉方式 (method): “烟” does not fit",
        "第4行“投诉人联系电话”：",
        "第5行“编号”：“TS-20261230-001” is not of a day that is over",
        "第6行“编号”：“BB-20261123-001” is no number of this register",
        "第8行“步骤”：“办结” is no step",
        "第9行“投诉人联系电话”：",
    ):
        assert words in told
    for heading, words in (
        (["投诉方式", "投诉方式"], "出现2次"),
        (["投诉方式", "颜色"], "“颜色”不属于本登记簿"),
        (["投诉人姓名（已遮盖）"], "已遮盖，不能导入"),
        (["a"], "第一行须是表头"),
    ):
        assert words in " ".join(read_rows(register, [(1, heading), (2, ["x"])])[1])
    assert "不在任何一列之下" in read_rows(register, [(1, ["投诉方式"]), (2, ["x", "y"])])[1][0]
    with pytest.raises(BadInput, match="neither"):
        write_register([], "x", tmp_path / "r.doc")
    assert {role for step in register.steps.values() for role in step.by} <= {*Role}
