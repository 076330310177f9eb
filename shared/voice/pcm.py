"""Sound as samples, pure: trimmed, levelled, joined, measured. Mono, 16 bit, `RATE` Hz."""

import math
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    Pcm: TypeAlias = array[int]
else:
    Pcm = array

RATE = 22_050
FULL = 32_767
QUIET = 130
"""Below this (about -48 dBFS) a sample is silence."""

FAINT, NOISY = 0.007, 0.05
"""Parts of the peak: silence in a studio, and the most that a noisy room may hide."""

EDGE_MS = 4
LEVEL_DB = -20.0
PEAK_DB = -3.0
SPEECH = 0.05
"""A 10 ms window whose root mean square is below this part of the peak is no part of the level."""


def samples(ms: float) -> int:
    """Return how many samples last `ms` milliseconds."""
    return round(RATE * ms / 1000)


def silence(ms: float) -> Pcm:
    """Return nothing, for `ms` milliseconds."""
    return array("h", bytes(2 * samples(ms)))


def decibel(amplitude: float) -> float:
    """Return an amplitude as dBFS."""
    return 20 * math.log10(max(amplitude, 0.5) / FULL)


def trimmed(pcm: Pcm, noise: float = 0.0) -> Pcm:
    """Return the sound without the silence around it; the cut edges are faded.

    Silence is what stays below `FAINT` of the peak, or below thrice the `noise` of the room.
    """
    top = peak(pcm)
    quiet = max(FAINT * top, min(3 * noise, NOISY * top))
    first = next((i for i, x in enumerate(pcm) if abs(x) > quiet), len(pcm))
    last = next((i for i in range(len(pcm), 0, -1) if abs(pcm[i - 1]) > quiet), 0)
    return faded(pcm[first:last])


def noise_floor(pcm: Pcm) -> float:
    """Return the amplitude that a tenth of all 10 ms windows stay below: the noise of the room."""
    size = samples(10)
    peaks = sorted(peak(pcm[i : i + size]) for i in range(0, len(pcm), size))
    return peaks[len(peaks) // 10] if peaks else 0.0


def faded(pcm: Pcm) -> Pcm:
    """Return the sound with both ends brought to zero, so that it joins any other."""
    out = array("h", pcm)
    edge = min(samples(EDGE_MS), len(out) // 2)
    for i in range(edge):
        gain = 0.5 - 0.5 * math.cos(math.pi * i / edge)
        out[i] = round(out[i] * gain)
        out[-1 - i] = round(out[-1 - i] * gain)
    return out


def fading(pcm: Pcm) -> Pcm:
    """Return the sound falling to nothing over its length."""
    return array("h", (round(x * (1 - i / len(pcm))) for i, x in enumerate(pcm)))


def peak(pcm: Pcm) -> int:
    """Return the greatest amplitude."""
    return max(max(pcm, default=0), -min(pcm, default=0))


def speech_level(pcm: Pcm) -> float:
    """Return the root mean square of what is spoken: of 10 ms windows above `SPEECH`."""
    size = samples(10)
    windows = (pcm[i : i + size] for i in range(0, len(pcm), size))
    squares = [sum(x * x for x in window) / len(window) for window in windows]
    least = (SPEECH * peak(pcm)) ** 2
    spoken = [square for square in squares if square >= least]
    return math.sqrt(sum(spoken) / len(spoken)) if spoken else 0.0


def levelled(pcm: Pcm) -> Pcm:
    """Return the sound at `LEVEL_DB`, or as near as its peaks stay below `PEAK_DB`."""
    level, top = speech_level(pcm), peak(pcm)
    if level == 0.0:
        return array("h", pcm)
    wanted = FULL * 10 ** (LEVEL_DB / 20) / level
    return scaled(pcm, min(wanted, FULL * 10 ** (PEAK_DB / 20) / top))


def scaled(pcm: Pcm, gain: float) -> Pcm:
    """Return the sound `gain` times as loud, never beyond full scale."""
    if gain == 1.0:
        return pcm
    return array("h", (max(-FULL, min(FULL, round(x * gain))) for x in pcm))


def joined(parts: Iterable[Pcm]) -> Pcm:
    """Return the parts one after the other, sample by sample."""
    out = array("h")
    for part in parts:
        out.extend(part)
    return out


@dataclass(frozen=True)
class Measure:
    """What can be wrong with a sound: seconds, dBFS, the longest silence inside in ms."""

    seconds: float
    peak_db: float
    level_db: float
    gap_ms: float


def measure(pcm: Pcm) -> Measure:
    """Measure a sound."""
    return Measure(
        len(pcm) / RATE,
        decibel(peak(pcm)),
        decibel(speech_level(pcm)),
        1000 * _longest_silence(pcm) / RATE,
    )


def _longest_silence(pcm: Pcm) -> int:
    heard = [i for i, x in enumerate(pcm) if x > QUIET or x < -QUIET]
    return max((b - a - 1 for a, b in pairwise(heard)), default=0)
