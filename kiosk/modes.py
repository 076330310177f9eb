"""How the screen shows itself to this visitor: larger, with more contrast, lower, read aloud."""

from dataclasses import dataclass, replace
from enum import StrEnum

VOLUME_STEP = 20
LOUDEST = 100
USUAL_VOLUME = 60


class Contrast(StrEnum):
    """The colours: the hall's own, light on dark, dark on light."""

    USUAL = "usual"
    DARK = "dark"
    LIGHT = "light"


class Language(StrEnum):
    """The languages of the screen."""

    CHINESE = "zh_CN"
    ENGLISH = "en"


@dataclass(frozen=True)
class Modes:
    """What the visitor has switched on; each combines with each. `volume` in percent, `usual` where
    staff let it begin.
    """

    large: bool = False
    contrast: Contrast = Contrast.USUAL
    low: bool = False
    speech: bool = False
    language: Language = Language.CHINESE
    volume: int = USUAL_VOLUME
    usual: int = USUAL_VOLUME

    @property
    def unhurried(self) -> bool:
        """Whether this person needs more time to read or to listen."""
        return self.large or self.speech


def next_contrast(modes: Modes) -> Modes:
    """Go on to the next colours, and from the last back to the hall's own."""
    every = list(Contrast)
    return replace(modes, contrast=every[(every.index(modes.contrast) + 1) % len(every)])


def other_language(modes: Modes) -> Modes:
    """Change between Chinese and English."""
    chinese = modes.language is Language.CHINESE
    return replace(modes, language=Language.ENGLISH if chinese else Language.CHINESE)


def louder(modes: Modes, steps: int) -> Modes:
    """Turn the voice up (or down) by steps, never to silence; who turns it wants to hear it."""
    volume = max(VOLUME_STEP, min(LOUDEST, modes.volume + steps * VOLUME_STEP))
    return replace(modes, volume=volume, speech=True)
