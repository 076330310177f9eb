"""Sentences for applicants, kept in pieces so that a screen can say them in any language."""

from collections.abc import Mapping
from typing import Any


class Said(str):
    """A Chinese sentence that knows its pattern: `text` with {places}, and what stands in them.

    It is its own Chinese wording, so that paper, logs and JSON take it as it is; a screen looks
    `text` up in its language under `context` and fills the places anew (shared/ui/words.py).
    A tuple stands for an enumeration.
    """

    __slots__ = ("context", "parts", "text")
    context: str
    text: str
    parts: Mapping[str, Any]

    def __new__(cls, context: str, text: str, **parts: Any) -> "Said":
        """Put the Chinese sentence together."""
        shown = {name: _plain(part) for name, part in parts.items()}
        made = super().__new__(cls, text.format(**shown) if parts else text)
        made.context, made.text, made.parts = context, text, parts
        return made

    def __getnewargs_ex__(self) -> tuple[tuple[str, str], dict[str, Any]]:
        return (self.context, self.text), dict(self.parts)


def said(context: str, text: str, **parts: Any) -> Said:
    """Say `text`; the translators' tool finds the sentence by the name of this function."""
    return Said(context, text, **parts)


def named(name: str) -> Said:
    """Return a name out of the hall's own data (department, kind, window), to be looked up."""
    return Said("names", name)


def _plain(part: Any) -> str:
    return "、".join(map(str, part)) if isinstance(part, tuple) else str(part)
