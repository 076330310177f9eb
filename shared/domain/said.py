"""Sentences for applicants, kept in pieces so that a screen can say them in any language."""

from collections.abc import Mapping
from typing import Any


class Said(str):
    """A Chinese sentence that knows its pattern: `text` with {places}, and what stands in them.

    It is its own Chinese wording, so that paper, logs and JSON take it as it is; a screen looks
    `text` up in its language under `context` and fills the places anew (shared/ui/words.py).
    """

    context: str
    text: str
    parts: Mapping[str, Any]

    def __new__(cls, context: str, text: str, parts: Mapping[str, Any] | None = None) -> "Said":
        """Put the Chinese sentence together."""
        shown = {name: _plain(part) for name, part in (parts or {}).items()}
        made = super().__new__(cls, text.format(**shown) if shown else text)
        made.context, made.text, made.parts = context, text, parts or {}
        return made

    def __reduce__(self) -> tuple[Any, ...]:
        return Said, (self.context, self.text, self.parts)  # a copy keeps its pattern

    def of(self, **parts: Any) -> "Said":
        """Fill the places: with words, numbers, other sentences; a tuple is an enumeration."""
        return Said(self.context, self.text, parts)


def said(context: str, text: str) -> Said:
    """Say `text`; the tool that collects sentences for translators knows them by this name, so
    both arguments are written out where it is called.
    """
    return Said(context, text)


def named(name: str) -> Said:
    """Return a name out of the hall's own data (department, kind, window), to be looked up."""
    return Said("names", name)


def _plain(part: Any) -> str:
    return "、".join(map(str, part)) if isinstance(part, tuple) else str(part)
