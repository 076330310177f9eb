"""Generates the shipped clips from the script: the words, letters, numbers, and every syllable."""

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

from shared.assets import ASSETS
from shared.domain.errors import BadInput
from shared.voice.book import MANIFEST
from shared.voice.making.chime import chime
from shared.voice.making.espeak import ENGLISH, PINYIN, Espeak
from shared.voice.making.phonemes import Phonemes, spelled
from shared.voice.making.readings import HANZI, reading, table
from shared.voice.pcm import RATE, Pcm, joined, levelled, silence, trimmed
from shared.voice.script import Line, read_script, unique
from shared.voice.spoken import LANGUAGES

READINGS = "readings.json"
SCRIPT = "script"
WORDS = ASSETS / "i18n"
"""The strings of the screens, in both languages: each has its clips."""

_QUALITY = 0.8
"""How much libvorbis may leave out, 0 to 1: at 0.8 a second of speech takes about 6 kB."""

RECIPE = "1"
"""Count on when engine, speed, level or quality change: then every clip is made anew."""

_APART_MS = 20
"""Between two syllables of a pack."""

Told = Callable[[str], None]


class Generator:
    """Makes the clips of every language under `folder`, which holds the script."""

    def __init__(self, folder: Path, tell: Told) -> None:
        self._folder = folder
        self._tell = tell
        self._engine = Espeak()
        self._table = table()
        self._syllables = sorted(_all_syllables(self._table))
        self._phonemes = Phonemes(self._engine, self._syllables)

    def run(self) -> None:
        """Generate everything; BadInput names the words that cannot be spoken."""
        lines = unique(read_script(self._folder / SCRIPT, WORDS))
        for language in LANGUAGES:
            made = _Made(self._folder / language)
            for line in (line for line in lines if line.language == language):
                said = self._reading(line)
                words, voice = (spelled(said.split()), PINYIN) if said else (line.text, ENGLISH)
                sound = partial(self._speak, words, voice)
                made.clip(_key(line, made.keys), line.text, said, f"{voice} {words}", sound)
            if language == "zh_CN":
                made.clip("chime", "叮咚", "", "chime", chime)
                self._packs(made)
                _write(self._folder / language / READINGS, self._table)
            made.finish()
            self._tell(f"{language}: {len(made.clips)} clips, {made.written} files written")

    def _reading(self, line: Line) -> str:
        if line.language == "en" or not HANZI.search(line.text):
            return ""
        said = tuple(line.reading.split()) or reading(line.text)
        if len(said) != len(HANZI.findall(line.text)):
            raise BadInput(f"“{line.text}” is not hanzi alone", "cut it in the script")
        if self._phonemes.of_pinyin(said) != said:
            raise BadInput(f"“{line.text}” is not spoken as {' '.join(said)}", "reword it")
        return " ".join(said)

    def _speak(self, words: str, voice: str) -> Pcm:
        return levelled(trimmed(self._engine.speak(words, voice)))

    def _packs(self, made: "_Made") -> None:
        """Every syllable, in one file per first letter."""
        for letter, group in groupby(self._syllables, key=lambda syllable: syllable[0]):
            syllables = list(group)
            made.pack(letter, syllables, lambda one: self._speak(spelled([one]), PINYIN))


class _Made:
    """The clips made so far. What was made of the same words before is left as it is: the engine
    never says anything twice in the same way.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        (folder / "syllables").mkdir(parents=True, exist_ok=True)
        try:
            before = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        except FileNotFoundError:
            before = {"clips": {}, "files": {}}
        self._before = before
        self.clips: dict[str, dict[str, Any]] = {}
        self.files: dict[str, dict[str, str]] = {}
        self.written = 0

    @property
    def keys(self) -> set[str]:
        return set(self.clips)

    def clip(self, key: str, text: str, said: str, words: str, make: Callable[[], Pcm]) -> None:
        file = f"{key}.ogg"
        self.clips[key] = {"text": text, "file": file, "origin": "generated"}
        if said:
            self.clips[key]["reading"] = said
        made_of = f"{RECIPE} {words}"
        if not self._kept(file, made_of):
            self._save(file, made_of, make())

    def pack(self, letter: str, syllables: list[str], make: Callable[[str], Pcm]) -> None:
        file = f"syllables/{letter}.ogg"
        made_of = f"{RECIPE} {' '.join(syllables)}"
        keys = {f"syllable-{syllable}": syllable for syllable in syllables}
        if self._kept(file, made_of):
            self.clips |= {key: self._before["clips"][key] for key in keys}
            return
        apart = silence(_APART_MS)
        parts: list[Pcm] = []
        start = 0
        for key, syllable in keys.items():
            pcm = make(syllable)
            self.clips[key] = {
                **{"text": syllable, "file": file, "origin": "generated", "reading": syllable},
                **{"start": start, "length": len(pcm)},
            }
            parts += [pcm, apart]
            start += len(pcm) + len(apart)
        self._save(file, made_of, joined(parts))

    def _kept(self, file: str, made_of: str) -> bool:
        before = self._before["files"].get(file)
        path = self._folder / file
        if before is None or before["made_of"] != made_of or not path.is_file():
            return False
        self.files[file] = before
        return bool(_digest(path) == before["sha256"])

    def _save(self, file: str, made_of: str, pcm: Pcm) -> None:
        path = self._folder / file
        _encode(path, pcm)
        self.written += 1
        self.files[file] = {"sha256": _digest(path), "made_of": made_of}

    def finish(self) -> None:
        for path in sorted(self._folder.rglob("*.ogg")):
            if str(path.relative_to(self._folder)) not in self.files:
                path.unlink()
        if not any((self._folder / "syllables").iterdir()):
            (self._folder / "syllables").rmdir()
        _write(self._folder / MANIFEST, {"clips": self.clips, "files": self.files})


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _encode(path: Path, pcm: Pcm) -> None:
    import soundfile

    with soundfile.SoundFile(
        path, "w", RATE, 1, format="OGG", subtype="VORBIS", compression_level=_QUALITY
    ) as file:
        file.buffer_write(pcm.tobytes(), dtype="int16")


def _write(path: Path, tree: dict[str, dict[str, Any]]) -> None:
    """Write two levels of JSON with a line for each entry, so that changes can be read."""
    tables = [
        f'"{name}": {{\n'
        + ",\n".join(f"{json.dumps(k)}: {_line(v)}" for k, v in entries.items())
        + "\n}"
        for name, entries in tree.items()
    ]
    path.write_text("{\n" + ",\n".join(tables) + "\n}\n", encoding="utf-8")


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _key(line: Line, taken: set[str]) -> str:
    """Return the clip's name: its own, or its words spelled in plain letters."""
    if line.key:
        return line.key
    words = _toneless(line.text) if line.language == "zh_CN" else line.text.lower()
    base = re.sub(r"[^a-z0-9]+", "-", words).strip("-")[:48] or "words"
    return next(key for key in _numbered(base) if key not in taken)


def _numbered(base: str) -> Iterator[str]:
    yield base
    yield from (f"{base}-{i}" for i in range(2, 1000))


def _toneless(text: str) -> str:
    from pypinyin import lazy_pinyin

    return "-".join(lazy_pinyin(text)).replace("ü", "v")


def _all_syllables(known: dict[str, dict[str, str]]) -> set[str]:
    found = {part for said in known["chars"].values() for part in said.split()}
    found |= {part for said in known["words"].values() for part in said.split()}
    return found | set(_raised(found))


def _raised(syllables: Iterable[str]) -> Iterator[str]:
    """Yield what tones change into: a third before a third, 不 and 一 before others."""
    yield from (f"{one[:-1]}2" for one in syllables if one.endswith("3"))
    yield from ("bu2", "yi2", "yi4")
