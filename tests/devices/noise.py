"""A bad wire: bytes that are cut, doubled, flipped, strewn with rubbish or come one at a time."""

import os
from collections.abc import Iterator, Sequence
from random import Random

FRAMES = 1_000_000 if os.environ.get("HALLCALL_PROOF") else 2_000
"""How many damaged frames a codec is given: `make proof` and `make test`."""


def spoiled(frame: bytes, random: Random) -> bytes:
    """Return a frame after one mishap of the wire; now and then nothing happened to it."""
    match random.randrange(7):
        case 0:
            return random.randbytes(random.randint(1, 2 * len(frame)))
        case 1:
            return frame[: random.randrange(len(frame))]
        case 2:
            return frame[random.randrange(1, len(frame)) :]
        case 3:
            at = random.randrange(len(frame))
            return frame[:at] + frame[at : at + random.randint(1, 4)] + frame[at:]
        case 4 | 5:
            bytes_ = bytearray(frame)
            for _ in range(random.randint(1, 3)):
                bytes_[random.randrange(len(bytes_))] ^= 1 << random.randrange(8)
            return bytes(bytes_)
        case _:
            return frame


def noise(frames: Sequence[bytes], count: int, seed: int) -> Iterator[bytes]:
    """Yield `count` frames, each drawn from `frames` and then spoiled."""
    random = Random(seed)
    for _ in range(count):
        yield spoiled(random.choice(frames), random)
