"""docs/promises.md names only what is there: registers and their parts, keys, stories, tests."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from shared.domain.register.declaration import Register
from shared.registers import load_registers
from tests.shared.registers.story import stories
from tests.support.halls import ROOT

PAGE = (ROOT / "docs" / "promises.md").read_text(encoding="utf-8")
GUIDE = (ROOT / "docs" / "hall-toml.md").read_text(encoding="utf-8")
KNOWN = load_registers(Path("/nowhere")).known
ROWS = [
    [cell.strip() for cell in line.strip("|").split(" | ")]
    for line in PAGE.splitlines()
    if line.startswith("| ") and not line.startswith("| article ")
]
ARTICLES = {
    "附件1 上门服务制度": 15,
    "帮办代办服务制度": 5,
    "预约服务和延时服务制度": 8,
    "首问责任制": 15,
    "限时办结制": 16,
    "责任追究制": 12,
    "一次性告知制": 10,
    "服务双岗制": 10,
    "去向留言制": 7,
    "信息公开制": 6,
    "“办不成事”受理制度": 9,
    "举报投诉受理制度": 9,
    "帮办代办服务工作制度": 7,
}
"""How many articles each system has."""

SECTIONS = {
    "附件2、附件3 帮办、代办制度": "一 二 三 四",
    "001 岳阳市工程建设项目审批帮代办服务导则": "一 二（一） 二（二） 二（三） 二（四） 三",
    "002 乳山市工程建设项目帮办代办包办工作制度": "一 二1 二4（1） 二4（2） 二4（3） 三 四1 四2"
    " 四3 五1 五2 五3 五4 五5 六1 六2 六3 六4 七 八 九 十",
    "实施方案正文": "一 三（一） 三（三）1 三（三）2 三（三）3 三（四）1 三（四）2 三（四）3"
    " 三（四）4（1） 三（四）4（2） 三（四）4（3） 四",
}
NUMBERS = [*"一二三四五六七八九十", *(f"十{unit}" for unit in "一二三四五六")]


def test_every_row_says_where_and_how_it_is_shown() -> None:
    assert len(ROWS) > 150
    for row in ROWS:
        assert len(row) == 4, row
        assert row[1], row
        shown = row[3]
        known = ("story ", "tests/", "outside: ", "not yet")
        assert shown.startswith(known) or shown.startswith("outside"), row
        if not shown.startswith("outside"):
            assert row[2] != "–" or shown.startswith("not yet"), row


def test_every_article_is_gone_through() -> None:
    parts = {part.splitlines()[0]: part for part in re.split(r"^#+ ", PAGE, flags=re.M)[1:]}
    for heading, count in ARTICLES.items():
        named = set().union(*map(_articles, _firsts(parts[heading])))
        assert named == set(range(1, count + 1)), heading
    for heading, sections in SECTIONS.items():
        firsts = list(_firsts(parts[heading]))
        for section in sections.split():
            assert any(first.startswith(section) for first in firsts), (heading, section)


def test_every_register_and_every_part_named_is_there() -> None:
    names = set(re.findall(r"`([a-z_]+)\.(state|step|field|deadline|check|paper)\.(\w+)`", PAGE))
    assert len(names) > 100
    for code, section, name in names:
        assert name in set(_parts(KNOWN[code], section)), (code, section, name)
    for code in KNOWN:
        assert f"`{code}`" in PAGE
    for table, key in re.findall(r"`(\[+[a-z]+\]+) ?([a-z_]*)`", PAGE):
        assert f"`{table}`" in GUIDE, table
        section = GUIDE[GUIDE.index(f"`{table}`") :].split("\n## ")[0]
        assert not key or f"`{key}`" in section, (table, key)
    for path in re.findall(r"`((?:shared|assets)/[^`*A-Z]+)`", PAGE):
        assert (ROOT / path).exists(), path


def test_every_story_and_test_named_is_there() -> None:
    for row in ROWS:
        shown = row[3]
        if shown.startswith("story "):
            register, _, title = shown.removeprefix("story ").partition(": ")
            titles = [one for one, _lines in stories(register)]
            assert any(one.startswith(title) for one in titles), (shown, titles)
        for path, name in re.findall(r"(tests/[\w/]+\.py)::(\w+)", shown):
            assert name in _tests(path), shown


def _firsts(part: str) -> Iterator[str]:
    return (line.split("|")[1].strip() for line in part.splitlines() if line.startswith("| "))


def _articles(first: str) -> set[int]:
    named = [
        NUMBERS.index(number) + 1 for number in re.findall(r"第([一二三四五六七八九十]+)条", first)
    ]
    return {*range(named[0], named[-1] + 1)} if "至" in first else {*named}


def _parts(register: Register, section: str) -> Iterator[str]:
    match section:
        case "state":
            yield from register.states
        case "step":
            yield from register.steps
        case "field":
            yield from register.fields
        case "deadline":
            yield from register.deadlines
        case "check":
            yield from (check.rule for check in register.checks)
        case _:
            yield from (paper.name for paper in register.papers)


@cache
def _tests(path: str) -> set[str]:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
