"""Finding one item among hundreds: by pinyin initials, full pinyin, or part of the name."""

from collections.abc import Sequence
from dataclasses import dataclass


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
class Hit:
    """An entry and the parts of its name that matched, each [start, end)."""

    entry: Entry
    parts: tuple[tuple[int, int], ...] = ()


def find(entries: Sequence[Entry], typed: str) -> list[Hit]:
    """Return what matches `typed`, best first: at the beginning of the name, then inside it, then
    in two pieces.
    """
    wanted = "".join(typed.split()).lower()
    if not wanted:
        return []
    ranked = [
        (rank, index, hit)
        for index, entry in enumerate(entries)
        if (match := _match(entry, wanted)) is not None
        for rank, hit in [match]
    ]
    return [hit for _, _, hit in sorted(ranked, key=lambda row: row[:2])]


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
