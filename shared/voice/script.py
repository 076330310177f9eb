"""What is said in fixed words: the script's files, cut into clips."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from shared.domain.errors import BadInput
from shared.voice.spoken import LANGUAGES, Language

_MARKS = r"[，。：；！？、…“”‘’·（）《》〈〉【】,.:;!?()\"/|—–~～+×\n]"
_FILLED = r"%\d|%L?n|\{\w*\}"
_CHINESE = re.compile(rf"(?:{_MARKS}|{_FILLED}|\s|[-A-Za-z0-9])+")
_ENGLISH = re.compile(rf"\s*(?:{_MARKS}|{_FILLED}|[0-9一-鿿]|(?<!\w)-|-(?!\w))+\s*")


@dataclass(frozen=True)
class Line:
    """Words for one clip. `key` may be empty: then it comes from the words. `reading` overrules
    the pinyin of the words.
    """

    language: Language
    text: str
    key: str = ""
    reading: str = ""


def clauses(text: str, language: Language) -> Iterator[str]:
    """Cut a text where a speaker breathes and where a number is filled in (`%1`)."""
    breaks = _CHINESE if language == "zh_CN" else _ENGLISH
    yield from filter(None, (part.strip() for part in breaks.split(text)))


TRANSLATIONS = ("hallcall_en.ts", "names_en.ts")
"""What visitors read; the panels of staff are not spoken."""


def read_script(*folders: Path) -> list[Line]:
    """Read every script file of some folders (`*.toml`, and the visitors' `TRANSLATIONS`)."""
    lines: list[Line] = []
    for folder in folders:
        for path in sorted(folder.glob("*.toml")):
            lines += _toml(path)
        for path in (folder / name for name in TRANSLATIONS):
            lines += translations(path) if path.is_file() else ()
    return lines


def _toml(path: Path) -> Iterator[Line]:
    try:
        tree = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadInput(f"{path} cannot be read: {error}", "mend that line") from error
    for say in tree.get("say", ()):
        for language in LANGUAGES:
            if text := say.get(language):
                yield Line(language, text, say["key"], say.get(f"{language}_pinyin", ""))
    for text in tree.get("texts", ()):
        for language in LANGUAGES:
            yield from (Line(language, part) for part in clauses(text.get(language, ""), language))


def translations(path: Path) -> Iterator[Line]:
    """Read the strings of the screens from a Qt Linguist file: Chinese with the English."""
    try:
        root = ElementTree.parse(path).getroot()  # noqa: S314 our own file, or one the admin names
    except (OSError, ElementTree.ParseError) as error:
        raise BadInput(f"{path} cannot be read: {error}", "name a .ts file") from error
    for message in root.iter("message"):
        source = message.findtext("source", "")
        yield from (Line("zh_CN", part) for part in clauses(source, "zh_CN"))
        forms = [form.text or "" for form in message.iter("numerusform")]
        for target in forms or [message.findtext("translation", "")]:
            yield from (Line("en", part) for part in clauses(target, "en"))


def unique(lines: Iterable[Line]) -> list[Line]:
    """Leave out what is said before; a line with a key of its own goes before one without."""
    found: dict[tuple[Language, str], Line] = {}
    for line in sorted(lines, key=lambda line: not line.key):
        found.setdefault((line.language, line.text), line)
    return list(found.values())
