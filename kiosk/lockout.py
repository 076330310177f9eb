"""Wrong PINs: each further one costs a longer pause, kept in a file so that no restart ends it."""

import json
import os
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path

FREE = 3
"""How many wrong PINs cost nothing but their time (*ours*)."""
PAUSES_S = (30, 60, 120, 300, 900, 3600)
"""The pause after each further one (*ours*); the last repeats."""


@dataclass(frozen=True)
class Tries:
    """PINs entered since the last right one, and when the last of them was (ISO, with its zone)."""

    count: int = 0
    last: str = ""

    def pause_s(self, now: datetime) -> int:
        """Return how many seconds nothing can be entered. A clock set back makes nobody wait longer
        than the whole pause.
        """
        over = self.count - FREE
        if over < 0 or not self.last:
            return 0
        pause = timedelta(seconds=PAUSES_S[min(over, len(PAUSES_S) - 1)])
        left = datetime.fromisoformat(self.last) + pause - now
        return max(0, -int(-min(left, pause).total_seconds() // 1))


class Lockout:
    """The tries at one kiosk, in a file of the hall's folder."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def tries(self) -> Tries:
        """Return what is kept; a damaged file counts as one try too many."""
        try:
            kept = json.loads(self._file.read_text(encoding="ascii"))
            tries = Tries(int(kept["count"]), str(kept["last"]))
            datetime.fromisoformat(tries.last).astimezone()
        except FileNotFoundError:
            return Tries()
        except (OSError, ValueError, KeyError, TypeError):
            return Tries(FREE, "")
        return tries

    def begin(self, now: datetime) -> Tries:
        """Count a try before it is judged, so that nobody gains by pulling the plug. OSError."""
        tries = Tries(self.tries().count + 1, now.isoformat())
        write_whole(self._file, json.dumps(asdict(tries)))
        return tries

    def forget(self) -> None:
        """The right PIN was entered."""
        self._file.unlink(missing_ok=True)


def write_whole(file: Path, text: str) -> None:
    """Write a small file whole or not at all. OSError."""
    new = file.with_name(f".{file.name}.new")
    with new.open("w", encoding="utf-8") as written:
        written.write(text)
        written.flush()
        os.fsync(written.fileno())
    new.replace(file)
