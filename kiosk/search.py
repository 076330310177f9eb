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
    """An entry and the part of its name that matched, as [start, end); (0, 0) if none."""

    entry: Entry
    start: int
    end: int


def find(entries: Sequence[Entry], typed: str) -> list[Hit]:
    """Return what matches `typed`, best first: at the beginning of the name, then inside it."""
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
    at = entry.initials.find(wanted)
    if at >= 0:
        start, end = _span(entry.name, at, len(wanted))
        return (0 if at == 0 else 2), Hit(entry, start, end)
    at = entry.name.find(wanted)
    if at >= 0:
        return (1 if at == 0 else 3), Hit(entry, at, at + len(wanted))
    at = entry.pinyin.find(wanted)
    if at >= 0:
        return (1 if at == 0 else 4), Hit(entry, 0, 0)
    return None


def _span(name: str, at: int, length: int) -> tuple[int, int]:
    """The part of the name whose initials are `length` letters from letter `at`.

    Each Chinese character has one initial, Latin letters and digits stand for themselves,
    punctuation has none.
    """
    positions = [index for index, character in enumerate(name) if character.isalnum()]
    if at + length > len(positions):
        return 0, 0
    return positions[at], positions[at + length - 1] + 1
