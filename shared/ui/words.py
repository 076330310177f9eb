"""Every word a window shows, in the visitor's language: Qt's translations, and the hall's own.

Chinese is the language of the source. `assets/i18n/*_LANGUAGE.qm` are compiled from the `.ts`
files beside them when the program is installed; a hall changes words by a `.ts` of its own in its
folder, `words/LANGUAGE.ts`, which is read as it is and goes before ours (docs/words.md).
"""

from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtCore import QCoreApplication, QObject, QTranslator
from PySide6.QtQml import QQmlEngine

from shared.assets import ASSETS
from shared.domain.errors import BadInput, Unavailable
from shared.domain.said import Said

I18N = ASSETS / "i18n"
SOURCE_LANGUAGE = "zh_CN"
_Words = Mapping[tuple[str, str], str]


def say(text: str) -> str:
    """Say a sentence in the language of this process; what is no Said stays as it is."""
    if not isinstance(text, Said) or not text:
        return text
    pattern = QCoreApplication.translate(text.context, text.text)
    if not text.parts:
        return pattern
    return pattern.format(**{name: _part(part) for name, part in text.parts.items()})


def _part(part: object) -> str:
    if isinstance(part, tuple):
        return QCoreApplication.translate("enumeration", "、").join(map(str, part))
    return say(part) if isinstance(part, str) else str(part)


class OwnWords(QTranslator):
    """A hall's own words: (context, source) → what the hall says instead."""

    def __init__(self, words: _Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words

    def isEmpty(self) -> bool:
        return not self._words

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:  # None: the next translator answers
        return self._words.get((context, source))


def read_own_words(path: Path) -> _Words:
    """Read a hall's `.ts`; no file: no words. BadInput says what is wrong with it."""
    if not path.is_file():
        return {}
    try:
        tree = ElementTree.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314 the hall's own
    except (OSError, UnicodeDecodeError, ElementTree.ParseError) as error:
        raise BadInput(f"{path} cannot be read: {error}", "mend it, or move it away") from error
    return {
        (context.findtext("name", ""), message.findtext("source", "")): words
        for context in tree.iter("context")
        for message in context.iter("message")
        if (words := message.findtext("translation", ""))
    }


class Languages(QObject):
    """Changes the language of every window of this process, at once."""

    def __init__(self, engine: QQmlEngine, hall_folder: Path) -> None:
        super().__init__(engine)
        self._engine = engine
        self._folder = hall_folder / "words"
        self._installed: list[QTranslator] = []
        self.use(SOURCE_LANGUAGE)

    def use(self, language: str) -> None:
        """Speak this language from now on; Unavailable where its words were not built."""
        found = [*self._built(language), self._own(language)]
        self.clear()
        for translator in found:
            QCoreApplication.installTranslator(translator)
        self._installed = found
        self._engine.retranslate()

    def clear(self) -> None:
        """Take the words away: the next window of this process begins anew."""
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        self._installed = []

    def _own(self, language: str) -> QTranslator:
        return OwnWords(read_own_words(self._folder / f"{language}.ts"), self)

    def _built(self, language: str) -> list[QTranslator]:
        if language == SOURCE_LANGUAGE:
            return []
        found = []
        for path in sorted(I18N.glob(f"*_{language}.ts")):
            translator = QTranslator(self)
            if not translator.load(str(path.with_suffix(".qm"))):
                raise Unavailable(
                    f"the words of {language} were not built ({path.stem}.qm)", "run: make words"
                )
            found.append(translator)
        return found
