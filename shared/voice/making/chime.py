"""The chime before a call: two soft bells, a third apart."""

import math
from array import array

from shared.voice.pcm import FULL, RATE, Pcm, faded, samples

_BELLS = ((659.26, 0.0), (523.25, 350.0))
"""Frequency in Hz (E5, C5) and beginning in milliseconds."""

_PARTIALS = ((1.0, 1.0), (2.0, 0.25), (3.0, 0.08))
_FADES_S = 0.28
_LENGTH_MS = 1000.0
_LOUD = 0.3


def chime() -> Pcm:
    """Return the chime, below the level of the voice."""
    out = array("h")
    for i in range(samples(_LENGTH_MS)):
        value = sum(_bell(hertz, i / RATE - begins / 1000) for hertz, begins in _BELLS)
        out.append(round(FULL * _LOUD * value / 2))
    return faded(out)


def _bell(hertz: float, seconds: float) -> float:
    if seconds < 0:
        return 0.0
    strike = min(1.0, seconds / 0.01) * math.exp(-seconds / _FADES_S)
    return strike * sum(
        part * math.sin(2 * math.pi * hertz * times * seconds) for times, part in _PARTIALS
    )
