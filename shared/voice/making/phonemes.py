"""Checks what the engine says, syllable by syllable and tone by tone, against the pinyin wanted."""

import re
from collections.abc import Iterable

from shared.voice.making.espeak import HANZI, PINYIN, Espeak

_ORNAMENTS = re.compile(r"[',_|\s]|\([a-z-]+\)")


class Phonemes:
    """Reads the engine's phoneme names back as pinyin; `syllables` are those it can meet."""

    def __init__(self, engine: Espeak, syllables: Iterable[str]) -> None:
        self._engine = engine
        self._names: dict[str, str] = {}
        for syllable in sorted(set(syllables)):
            name = _plain(engine.phonemes(spelled([syllable]), PINYIN))
            if name in self._names:
                raise ValueError(f"{syllable} and {self._names[name]} sound the same: {name}")
            self._names[name] = syllable
        self._longest = max(map(len, self._names), default=0)

    def of_pinyin(self, syllables: Iterable[str]) -> tuple[str, ...] | None:
        """Return the syllables the engine says when it is given these; None: something else."""
        # Each stands alone, so that tian yao is not heard as tie niao.
        said = self._engine.phonemes(spelled(syllables), PINYIN)
        heard = [self._names.get(_plain(one)) for one in said.split()]
        known = tuple(one for one in heard if one)
        return known if len(known) == len(heard) else self._read(said)

    def of_hanzi(self, text: str) -> tuple[str, ...] | None:
        """Return how the engine's own dictionary reads hanzi: a second opinion."""
        return self._read(self._engine.phonemes(text, HANZI))

    def _read(self, phonemes: str) -> tuple[str, ...] | None:
        text = _plain(phonemes)
        best: list[tuple[str, ...] | None] = [(), *[None] * len(text)]
        for start in range(len(text)):
            so_far = best[start]
            if so_far is None:
                continue
            for end in range(start + 1, min(start + self._longest, len(text)) + 1):
                syllable = self._names.get(text[start:end])
                known = best[end]
                if syllable and (known is None or len(so_far) + 1 < len(known)):
                    best[end] = (*so_far, syllable)
        return best[-1]


def spelled(syllables: Iterable[str]) -> str:
    """Write syllables as the engine reads them: ü is v."""
    return " ".join(syllables).replace("ü", "v")


def _plain(phonemes: str) -> str:
    return _ORNAMENTS.sub("", phonemes)
