"""The hall's own human voice: clips taken in, trimmed and levelled, over the generated ones."""

from collections.abc import Mapping
from pathlib import Path

from shared.domain.errors import BadInput, Unavailable
from shared.voice.book import Entry, open_book, own_folder
from shared.voice.pcm import RATE, Pcm, decibel, levelled, noise_floor, speech_level, trimmed
from shared.voice.sound_file import read_sound, write_wav
from shared.voice.spoken import named

SOUNDS = (".wav", ".flac", ".ogg", ".mp3")
SHORTEST_S, LONGEST_S = 0.08, 30.0
TOO_SOFT_DB = -45.0


def recordable(hall_folder: Path | None, language: str) -> dict[str, Entry]:
    """Return every clip with words of its own; syllables are not spoken one by one by people."""
    entries = open_book(hall_folder).entries[named(language)]
    return {key: entry for key, entry in entries.items() if not key.startswith("syllable-")}


def known_text(hall_folder: Path, language: str, key: str) -> str:
    """Return the words of a clip; BadInput when the script has none with this key."""
    return _entry(recordable(hall_folder, language), key).text


def take(hall_folder: Path, language: str, key: str, pcm: Pcm) -> float:
    """Keep a recording as the hall's clip; returns how many seconds of it are speech.

    BadInput when it is empty, too soft or too long; then the clip stays as it was.
    """
    _entry(recordable(hall_folder, language), key)
    return _keep(hall_folder, language, key, _speech(pcm, key))


def import_folder(hall_folder: Path, language: str, folder: Path) -> list[str]:
    """Take in every sound file of a folder named as a clip; returns their keys.

    All or none: BadInput names a file that is no clip or no clear recording, and nothing changes.
    """
    if not folder.is_dir():
        raise BadInput(f"there is no folder {folder}", "name the folder with the recordings")
    known = recordable(hall_folder, language)
    files = sorted(path for path in folder.iterdir() if path.suffix.lower() in SOUNDS)
    if not files:
        raise BadInput(f"{folder} holds no sound files", f"named KEY{'|'.join(SOUNDS)}")
    ready: dict[str, Pcm] = {}
    for path in files:
        _entry(known, path.stem)
        if path.stem in ready:
            raise BadInput(f"{path.stem} is there twice", "keep one file of each clip")
        ready[path.stem] = _speech(read_sound(path), path.name)
    for key, pcm in ready.items():
        _keep(hall_folder, language, key, pcm)
    return list(ready)


def drop(hall_folder: Path, language: str, key: str) -> None:
    """Take the hall's recording of a clip away; BadInput when there is none."""
    path = own_folder(hall_folder, named(language)) / f"{key}.wav"
    known = recordable(hall_folder, language).get(key)
    if known is None or known.origin != "recorded":
        raise BadInput(f"the hall has no recording of “{key}”", "hall voice script lists them")
    path.unlink()


def _entry(known: Mapping[str, Entry], key: str) -> Entry:
    if key not in known:
        raise BadInput(f"there is no clip “{key}”", "hall voice script lists every key")
    return known[key]


def _speech(pcm: Pcm, name: str) -> Pcm:
    cut = trimmed(pcm, noise_floor(pcm))
    seconds, level = len(cut) / RATE, decibel(speech_level(cut))
    if not SHORTEST_S <= seconds <= LONGEST_S:
        raise BadInput(
            f"{name} has {seconds:.1f} s of sound", f"from {SHORTEST_S} to {LONGEST_S:.0f} s"
        )
    if level < TOO_SOFT_DB:
        raise BadInput(f"{name} is too soft ({level:.0f} dB)", "speak nearer to the microphone")
    return levelled(cut)


def _keep(hall_folder: Path, language: str, key: str, pcm: Pcm) -> float:
    folder = own_folder(hall_folder, named(language))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unavailable(f"{folder} cannot be made: {error}", "check its rights") from error
    fresh = folder / f"{key}.new"
    write_wav(fresh, pcm)
    fresh.replace(folder / f"{key}.wav")
    return len(pcm) / RATE
