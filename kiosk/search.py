"""Finding one item among hundreds: by letters, by part of a name, by what people call it."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.spelling import letters_of, reads


@dataclass(frozen=True)
class Entry:
    """An item as the kiosk offers it."""

    code: str
    name: str
    type: str
    department: str
    queue: str
    pinyin: str
    initials: str


@dataclass(frozen=True)
class CommonWord:
    """What people say at the desk, and the names of the items they mean, likeliest first."""

    word: str
    pinyin: str
    initials: str
    items: tuple[str, ...]


@dataclass(frozen=True)
class Hit:
    """An entry and the parts of its name that matched, each [start, end); or the common `word`."""

    entry: Entry
    parts: tuple[tuple[int, int], ...] = ()
    word: str = ""


_Ranked = tuple[int, int, Hit]
_WORD, _WORD_INSIDE, _OF_KIND = 1, 4, 6
"""Ranks beside those of `_match`: a common word is as good as the beginning of a name."""


class Finder:
    """Everything that can be found, ready to be asked at every letter."""

    def __init__(self, entries: Sequence[Entry], words: Sequence[CommonWord] = ()) -> None:
        self._entries = tuple(entries)
        self._words = tuple(words)
        self._by_name = {entry.name: entry for entry in entries}
        self._letters = letters_of((entry.name, entry.initials) for entry in entries)

    def find(self, typed: str) -> list[Hit]:
        """Return what matches `typed`, best first: the beginning of a name or a common word, then
        what stands inside one, then two pieces of a name, then its department or type.
        """
        wanted = "".join(typed.split()).lower()
        if not wanted:
            return []
        ranked = [*self._named(wanted), *self._said(wanted), *self._of_kind(wanted)]
        best: dict[str, Hit] = {}
        for _, _, hit in sorted(ranked, key=lambda row: row[:2]):
            best.setdefault(hit.entry.code, hit)
        return list(best.values())

    def _named(self, wanted: str) -> list[_Ranked]:
        return [
            (match[0], index, match[1])
            for index, entry in enumerate(self._entries)
            if (match := _match(entry, wanted)) is not None
        ]

    def _said(self, wanted: str) -> list[_Ranked]:
        found = []
        for word in self._words:
            at = [spelled.find(wanted) for spelled in (word.initials, word.word, word.pinyin)]
            if max(at) < 0:
                continue
            rank = _WORD if 0 in at else _WORD_INSIDE
            meant = [self._by_name[name] for name in word.items if name in self._by_name]
            # Before all names of the same rank: these people said what they want.
            found += [
                (rank, place - len(meant), Hit(entry, (), word.word))
                for place, entry in enumerate(meant)
            ]
        return found

    def _of_kind(self, wanted: str) -> list[_Ranked]:
        def is_of(kind: str) -> bool:
            return wanted in kind or reads(self._letters, kind, wanted)

        return [
            (_OF_KIND, index, Hit(entry))
            for index, entry in enumerate(self._entries)
            if is_of(entry.department) or is_of(entry.type)
        ]


def _match(entry: Entry, wanted: str) -> tuple[int, Hit] | None:
    letters = _letters(entry.name)
    at = entry.initials.find(wanted)
    if at >= 0:
        return (0 if at == 0 else 2), Hit(entry, _parts(letters, ((at, at + len(wanted)),)))
    at = entry.name.find(wanted)
    if at >= 0:
        return (1 if at == 0 else 3), Hit(entry, ((at, at + len(wanted)),))
    at = entry.pinyin.find(wanted)
    if at >= 0:
        return (1 if at == 0 else 4), Hit(entry)
    runs = _two_runs(entry.initials, wanted)
    return (5, Hit(entry, _parts(letters, runs))) if runs else None


def _two_runs(initials: str, wanted: str) -> tuple[tuple[int, int], ...]:
    """Two words of the name with something between, each two letters or more: gssl, 公司…设立."""
    for cut in range(2, len(wanted) - 1):
        first = initials.find(wanted[:cut])
        if first < 0:
            return ()
        second = initials.find(wanted[cut:], first + cut)
        if second >= 0:
            return (first, first + cut), (second, second + len(wanted) - cut)
    return ()


def _letters(name: str) -> list[int]:
    """Where in the name each initial stands: punctuation has none, all else has one."""
    return [index for index, character in enumerate(name) if character.isalnum()]


def _parts(letters: list[int], runs: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    if any(end > len(letters) for _, end in runs):
        return ()
    return tuple((letters[start], letters[end - 1] + 1) for start, end in runs)
