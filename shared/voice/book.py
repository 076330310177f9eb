"""The clips: those that ship with the product, and over them those of the hall's own."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from shared.assets import ASSETS
from shared.domain.errors import BadInput
from shared.voice.pcm import Pcm, faded, joined, silence
from shared.voice.sound_file import read_sound
from shared.voice.spoken import LANGUAGES, Clip, Language, Piece

SHIPPED = ASSETS / "voice"
MANIFEST = "manifest.json"
OWN = "voice"
"""Folder in a hall's folder with the clips the hall recorded itself."""


class MissingClip(BadInput):
    """Something is to be said for which there is no sound."""


@dataclass(frozen=True)
class Entry:
    """Where a clip lies: `start` and `length` in samples of `file`, the whole of it without them.

    `origin` is `generated` or `recorded`, `reading` the pinyin that was spoken.
    """

    text: str
    file: Path
    origin: str
    reading: str = ""
    start: int = 0
    length: int | None = None


@dataclass(frozen=True)
class Book:
    """Every clip by language and key. Decoded sounds are kept: a hall says the same all day."""

    entries: Mapping[Language, Mapping[str, Entry]]
    _sounds: dict[Clip, Pcm] = field(default_factory=dict, repr=False, compare=False)
    _packs: dict[Path, Pcm] = field(default_factory=dict, repr=False, compare=False)

    def entry(self, clip: Clip) -> Entry:
        """Return where a clip lies; MissingClip names it."""
        found = self.entries[clip.language].get(clip.key)
        if found is None:
            raise MissingClip(
                f"there is no clip “{clip.key}” in {clip.language}",
                "record it with: hall voice import, or generate the clips again",
            )
        return found

    def sound(self, piece: Piece) -> Pcm:
        """Return the samples of one piece; its ends are at zero."""
        if not isinstance(piece, Clip):
            return silence(piece.ms)
        if (known := self._sounds.get(piece)) is None:
            known = self._sounds[piece] = faded(self._decoded(self.entry(piece)))
        return known

    def render(self, pieces: tuple[Piece, ...]) -> Pcm:
        """Join the pieces, sample by sample; MissingClip names the first that is not there."""
        return joined(map(self.sound, pieces))

    def _decoded(self, entry: Entry) -> Pcm:
        if entry.length is None:
            return read_sound(entry.file)
        pack = self._packs.get(entry.file)
        if pack is None:
            pack = self._packs[entry.file] = read_sound(entry.file)
        return pack[entry.start : entry.start + entry.length]


def open_book(hall_folder: Path | None = None, shipped: Path = SHIPPED) -> Book:
    """Open the shipped clips, and the hall's own over them."""
    entries = {language: _manifest(shipped / language) for language in LANGUAGES}
    if hall_folder is not None:
        for language, known in entries.items():
            known.update(own_clips(hall_folder, language, known))
    return Book(entries)


def own_folder(hall_folder: Path, language: Language) -> Path:
    """Return where a hall keeps its own clips of a language."""
    return hall_folder / OWN / language


def own_clips(
    hall_folder: Path, language: Language, known: Mapping[str, Entry]
) -> dict[str, Entry]:
    """Return the hall's own clips: `KEY.wav` for each key of the script it recorded."""
    found = {}
    for path in sorted(own_folder(hall_folder, language).glob("*.wav")):
        if (entry := known.get(path.stem)) is not None:
            found[path.stem] = Entry(entry.text, path, "recorded")
    return found


def _manifest(folder: Path) -> dict[str, Entry]:
    path = folder / MANIFEST
    try:
        tree: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadInput(f"{path} cannot be read: {error}", "install the program again") from error
    return {
        key: Entry(
            one["text"],
            folder / one["file"],
            one["origin"],
            one.get("reading", ""),
            one.get("start", 0),
            one.get("length"),
        )
        for key, one in tree["clips"].items()
    }
