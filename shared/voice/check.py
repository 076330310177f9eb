"""Checks the voice as a whole: every call can be said, and sounds within the limits.

A call is a chain of clips whose ends are at zero. Whatever can be wrong with it is wrong with a
clip or with a joint of two, so all clips and all joints that occur are looked at, each once.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from string import ascii_uppercase

from shared.domain.errors import HallError
from shared.domain.ticket import TicketNumber
from shared.voice.book import MANIFEST, SHIPPED, Book, open_book
from shared.voice.pcm import FULL, QUIET, RATE, measure
from shared.voice.spoken import (
    DUTY,
    HELPER,
    LANGUAGES,
    Clip,
    Language,
    Pause,
    Pieces,
    call,
    summons,
)

HIGHEST_PEAK_DB = -1.0
LOWEST_DB, HIGHEST_DB = -28.0, -17.0
LONGEST_GAP_MS = 160.0
"""Silence inside of a call; the stop of a plosive takes up to 100 ms."""

JOINT = 0.01
"""The greatest step at a joint, as a part of full scale: below it nothing clicks."""

SHORTEST_S, LONGEST_S = 0.06, 8.0
MOST_NUMBERS, MOST_WINDOWS = 1100, 255


@dataclass(frozen=True)
class Found:
    """What is wrong, and figures of what was looked at."""

    problems: tuple[str, ...]
    figures: dict[str, int | float]


@dataclass(frozen=True)
class Joint:
    """Two clips that follow each other in a call, with the milliseconds between them."""

    left: Clip
    pause_ms: int
    right: Clip


def check_all(hall_folder: Path | None, shipped: Path = SHIPPED, every: int = 1) -> Found:
    """Check the files, every clip, and every clip and joint of every call that can be made.

    Of the syllables, which are many, only each `every`th is listened to.
    """
    book = open_book(hall_folder, shipped)
    problems = list(files_problems(shipped))
    for language, entries in book.entries.items():
        syllables = [key for key in entries if key.startswith("syllable-")]
        for key in {*entries} - {*syllables} | {*syllables[::every]}:
            problems += clip_problems(book, Clip(key, language))
    calls, joints = 0, set[Joint]()
    for language in LANGUAGES:
        for pieces in reachable(language):
            calls += 1
            problems += missing(book, pieces)
            joints.update(joints_of(pieces))
    gaps = [gap_ms(book, joint) for joint in joints] if not problems else []
    problems += [f"{gap:.0f} ms of silence in a call" for gap in gaps if gap > LONGEST_GAP_MS]
    problems += [] if problems else [p for joint in joints for p in joint_problems(book, joint)]
    figures = {
        "clips": sum(map(len, book.entries.values())),
        "calls": calls,
        "joints": len(joints),
        "longest_gap_ms": round(max(gaps, default=0.0), 1),
    }
    return Found(tuple(dict.fromkeys(problems)), figures)


def reachable(language: Language) -> Iterator[Pieces]:
    """Yield calls that hold every clip and joint of all calls: every number with one letter, each
    letter with each first digit, and each window.
    """
    for count in range(1, MOST_NUMBERS):
        yield call(TicketNumber("A", count), 1, language)
    for prefix in ascii_uppercase[1:]:
        for count in (1, *range(100, MOST_NUMBERS, 100)):
            yield call(TicketNumber(prefix, count), 1, language)
    for who in (HELPER, DUTY):
        for window in range(1, MOST_WINDOWS + 1):
            yield summons(who, window, language)
    for window in range(1, MOST_WINDOWS + 1):
        yield call(TicketNumber("A", 1), window, language)


def missing(book: Book, pieces: Pieces) -> Iterator[str]:
    """Yield what cannot be said for want of a clip."""
    for piece in pieces:
        if isinstance(piece, Clip):
            try:
                book.entry(piece)
            except HallError as error:
                yield error.message


def joints_of(pieces: Pieces) -> Iterator[Joint]:
    """Yield the joints of a call."""
    left: Clip | None = None
    pause = 0
    for piece in pieces:
        match piece:
            case Pause(ms):
                pause += ms
            case Clip():
                if left is not None:
                    yield Joint(left, pause, piece)
                left, pause = piece, 0


def clip_problems(book: Book, clip: Clip) -> Iterator[str]:
    """Yield what is wrong with one clip."""
    name = f"{clip.language} {clip.key}"
    try:
        pcm = book.sound(clip)
    except HallError as error:
        yield f"{name}: {error.message}"
        return
    found = measure(pcm)
    if found.peak_db > HIGHEST_PEAK_DB:
        yield f"{name}: peak of {found.peak_db:.1f} dB"
    if not SHORTEST_S <= found.seconds <= LONGEST_S:
        yield f"{name}: takes {found.seconds:.2f} s"
    if found.gap_ms > LONGEST_GAP_MS:
        yield f"{name}: {found.gap_ms:.0f} ms of silence inside"
    if not LOWEST_DB <= found.level_db <= HIGHEST_DB and clip.key != "chime":
        yield f"{name}: level of {found.level_db:.1f} dB"


def gap_ms(book: Book, joint: Joint) -> float:
    """Return the silence at a joint, from the last sound of one clip to the first of the next."""
    left, right = book.sound(joint.left), book.sound(joint.right)
    quiet = _quiet(reversed(left)) + _quiet(right)
    return 1000 * quiet / RATE + joint.pause_ms


def joint_problems(book: Book, joint: Joint) -> Iterator[str]:
    """Yield a joint that would click."""
    step = abs(book.sound(joint.left)[-1]) + abs(book.sound(joint.right)[0])
    if step > JOINT * FULL:
        yield f"{joint.left.key} and {joint.right.key} click where they join"


def _quiet(pcm: Iterable[int]) -> int:
    count = 0
    for value in pcm:
        if abs(value) > QUIET:
            break
        count += 1
    return count


def files_problems(shipped: Path) -> Iterator[str]:
    """Yield shipped files that are missing or were changed."""
    for language in LANGUAGES:
        folder = shipped / language
        told = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["files"]
        for name, known in told.items():
            try:
                digest = hashlib.sha256((folder / name).read_bytes()).hexdigest()
            except OSError:
                yield f"{language}/{name} is missing"
                continue
            if digest != known["sha256"]:
                yield f"{language}/{name} is not the file that was shipped"
