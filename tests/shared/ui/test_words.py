"""Every sentence is in Qt Linguist's files, complete, and a screen says it in its language."""

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlEngine

from shared.catalog.departments import read_departments
from shared.config import load_hall
from shared.domain.catalog import ItemType
from shared.domain.errors import BadInput, Unavailable
from shared.domain.said import Said, named, said
from shared.ui import words
from shared.ui.words import I18N, Languages, read_own_words, say
from tests.support.halls import ROOT

OURS = I18N / "hallcall_en.ts"
DESK = I18N / "desk_en.ts"
COLLECTED = {OURS: ("kiosk", "shared"), DESK: ("display/desk",)}
"""Each file of sentences, and where they are said (`.ci/words`)."""

CHINESE = re.compile("[\u3400-\u9fff]")
PLACES = re.compile(r"\{\w+\}|%n|%\d")
QML = sorted(
    path for place in ("kiosk", "shared", "display/desk") for path in ROOT.glob(f"{place}/**/*.qml")
)
PYTHON = sorted([*ROOT.glob("kiosk/**/*.py"), *ROOT.glob("display/desk/**/*.py")])
NOT_SHOWN = {"kiosk/commands.py", "kiosk/slip_printer.py", "kiosk/spelling.py"}
"""The command line speaks its own language; spelling.py holds characters, not words."""


_KINDS = ("qml", "py")


def messages(path: Path) -> Iterator[tuple[str, str, list[str]]]:
    """Yield context, source and translations of a .ts file."""
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            assert translation.get("type") is None, message.findtext("source")
            forms = [form.text or "" for form in translation.iter("numerusform")]
            yield (
                context.findtext("name", ""),
                message.findtext("source", ""),
                forms or [translation.text or ""],
            )


@pytest.mark.parametrize("path", COLLECTED, ids=lambda path: path.stem)
def test_english_is_complete_and_keeps_every_place(path: Path) -> None:
    for _, source, translations in messages(path):
        for translation in translations:
            assert translation.strip(), source
            assert sorted(PLACES.findall(translation)) == sorted(PLACES.findall(source)), source
            if source not in {"English", "En"}:
                assert not CHINESE.search(translation), source


@pytest.mark.parametrize("path", COLLECTED, ids=lambda path: path.stem)
def test_the_file_holds_what_the_sources_say(path: Path, tmp_path: Path) -> None:
    """`make words` was run after the last change."""
    copy = tmp_path / "collected.ts"
    shutil.copy(path, copy)
    found = (ROOT.glob(f"{place}/**/*.{kind}") for place in COLLECTED[path] for kind in _KINDS)
    sources = sorted(str(one) for some in found for one in some)
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    command = [str(tool), *sources, "-silent", "-no-obsolete", "-locations", "none"]
    options = ["-source-language", "zh_CN", "-target-language", "en"]
    alias = ["-tr-function-alias", "translate+=said", "-ts", str(copy)]
    subprocess.run([*command, *options, *alias], check=True, timeout=60)
    assert list(messages(copy)) == list(messages(path))


@pytest.mark.parametrize("path", QML, ids=lambda path: path.name)
def test_no_words_in_qml_outside_qstr(path: Path) -> None:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        shown = re.sub(r'qsTr\("[^"]*"(, "[^"]*")?', "", line.split("//")[0])
        shown = shown.replace('"，"', "").replace("\\u4e00-\\u9fff", "")  # between spoken parts
        assert not CHINESE.search(shown), f"{path.name}, line {number}: {line.strip()}"
        literal = re.search(r'\b(text|title|label|value|line|spoken): "[^"]*[A-Za-z]', shown)
        assert literal is None, f"{path.name}, line {number}: {line.strip()}"


@pytest.mark.parametrize("path", PYTHON, ids=lambda path: path.name)
def test_no_words_in_the_kiosks_python_outside_said(path: Path) -> None:
    if str(path.relative_to(ROOT)) in NOT_SHOWN:
        return
    for text, line in literals(ast.parse(path.read_text(encoding="utf-8"))):
        assert not CHINESE.search(text), f"{path.name}, line {line}: {text}"


def literals(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Yield string constants that are no docstrings, nor said, nor a name that is looked for."""
    skipped: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            skipped.add(id(node.value))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "said":
            skipped |= {id(argument) for argument in node.args}
        if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In):
            skipped.add(id(node.left))
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in skipped
        ):
            yield node.value, node.lineno


def test_refusals_that_applicants_read_are_said() -> None:
    """A refusal's third argument, and `public`, are `said(…)`: else no screen could translate."""
    for path in sorted(ROOT.glob("shared/**/*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            if ast.unparse(node.func) not in ("Refused", "BadInput", "Unavailable", "HallError"):
                continue
            shown = [*node.args[2:], *(k.value for k in node.keywords if k.arg == "public")]
            for argument in shown:
                text = ast.unparse(argument)
                assert text == "public" or text.startswith("said("), f"{path.name}: {text}"


def test_names_of_the_sample_hall_are_translated() -> None:
    known = {source for _, source, _ in messages(I18N / "names_en.ts")}
    hall = load_hall(ROOT / "assets" / "halls" / "luojiang").hall
    departments = read_departments(ROOT / "assets" / "catalog" / "departments.csv")
    names = {str(kind) for kind in ItemType} | {queue.name for queue in hall.queues}
    names |= {department.name for department in departments.values()} | {hall.name}
    assert names - known == set()


@pytest.fixture
def engine(qapp: QGuiApplication) -> Iterator[QQmlEngine]:
    made = QQmlEngine()
    yield made
    for child in made.findChildren(Languages):
        child.clear()


def test_a_sentence_is_put_together_in_the_language_of_the_screen(
    engine: QQmlEngine, tmp_path: Path
) -> None:
    place = said("place", "{numbers}号窗口").of(numbers=("3", "4"))
    sentence = said("ticket", "办完后再到{place}").of(place=place)
    assert sentence == "办完后再到3、4号窗口"
    languages = Languages(engine, tmp_path)
    assert say(sentence) == "办完后再到3、4号窗口"
    languages.use("en")
    assert say(sentence) == "Then go to windows 3, 4"
    assert say(named("税务局")) == "Tax Office"
    assert say("公司设立登记") == "公司设立登记"
    assert say(Said("names", "{飞}")) == "{飞}"
    languages.use("zh_CN")
    assert say(sentence) == "办完后再到3、4号窗口"


OWN = """<TS><context><name>HomePage</name>
<message><source>取号办事</source><translation>领号</translation></message>
<message><source>绿色通道</source><translation></translation></message>
</context></TS>"""


def test_a_halls_own_words_go_before_ours(engine: QQmlEngine, tmp_path: Path) -> None:
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "zh_CN.ts").write_text(OWN, encoding="utf-8")
    (tmp_path / "words" / "en.ts").write_text(OWN.replace("领号", "Get a ticket"), encoding="utf-8")
    languages = Languages(engine, tmp_path)
    translate = QCoreApplication.translate
    assert translate("HomePage", "取号办事") == "领号"
    assert translate("HomePage", "绿色通道") == "绿色通道"
    languages.use("en")
    assert translate("HomePage", "取号办事") == "Get a ticket"
    assert translate("HomePage", "绿色通道") == "Green channel"


def test_own_words_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    assert read_own_words(tmp_path / "none.ts") == {}
    (tmp_path / "bad.ts").write_text("<TS>", encoding="utf-8")
    with pytest.raises(BadInput, match=r"bad\.ts"):
        read_own_words(tmp_path / "bad.ts")


def test_words_that_were_not_built_are_told(
    engine: QQmlEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(OURS, tmp_path / "hallcall_en.ts")
    monkeypatch.setattr(words, "I18N", tmp_path)
    with pytest.raises(Unavailable, match="were not built"):
        Languages(engine, tmp_path).use("en")
