"""A scanner that types: told from people by its prefix, its suffix and its speed. Pure."""

from dataclasses import dataclass
from typing import TypeAlias

from devices.scanner.codec import LIMIT

GAP_S = 0.1
"""A scanner types faster than this between two characters; people hardly do (ours)."""


@dataclass(frozen=True)
class Typed:
    """Characters that no scanner typed: hand them on."""

    text: str


@dataclass(frozen=True)
class Scanned:
    """What a scanner typed between prefix and suffix."""

    text: str


Keys: TypeAlias = Typed | Scanned


class WedgeDecoder:
    """Takes every character with its time; nothing typed is lost, nothing typed is a scan.

    A scan is prefix, 1 to 512 bytes (UTF-8) and suffix without a pause over `gap_s` seconds. Held
    back characters come out once it is clear that they are none: call `flush` when a pause has
    passed. Raises ValueError for an empty prefix or suffix: typing could be taken for a scan.
    """

    def __init__(self, prefix: str, suffix: str = "\r", gap_s: float = GAP_S) -> None:
        if not prefix or not suffix:
            raise ValueError("a keyboard scanner needs a prefix and a suffix")
        self._prefix = prefix
        self._suffix = suffix
        self._gap_s = gap_s
        self._held = ""
        self._at = 0.0

    @property
    def holds(self) -> bool:
        """Whether characters are held back."""
        return bool(self._held)

    def feed(self, character: str, at: float) -> list[Keys]:
        """Take one character at `at` seconds; return what is clear now."""
        found = self.flush(at)
        self._held += character
        self._at = at
        return found + self._settled()

    def flush(self, at: float) -> list[Keys]:
        """Give out what is held back when the pause since the last character is too long."""
        if not self._held or at - self._at <= self._gap_s:
            return []
        typed, self._held = self._held, ""
        return [Typed(typed)]

    def _settled(self) -> list[Keys]:
        prefix, suffix = self._prefix, self._suffix
        if self._held.startswith(prefix):
            body = self._held[len(prefix) :]
            if body.endswith(suffix) and len(body) > len(suffix):
                self._held = ""
                text = body[: -len(suffix)]
                fits = len(text.encode("utf-8", "surrogatepass")) <= LIMIT
                return [Scanned(text) if fits else Typed(prefix + body)]
            if len(body) <= LIMIT + len(suffix):
                return []
        # What may still become a prefix stays; everything before it was typed.
        for start in range(1 if self._held.startswith(prefix) else 0, len(self._held) + 1):
            rest = self._held[start:]
            if prefix.startswith(rest) or rest.startswith(prefix):
                typed, self._held = self._held[:start], rest
                return [Typed(typed)] if typed else []
        return []
