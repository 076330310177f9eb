"""Whether a screen can be heard: told in the log, and left in a file for `hall doctor`."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from shared.log import logger
from shared.voice.player import Silent, SoundState, Working


class SoundHealth:
    """Hears of the sound of a screen, such as `board B1`. Without sound what it says stands on the
    screen alone; that is an alarm.
    """

    def __init__(self, run_dir: Path, name: str, clock: Callable[[], datetime]) -> None:
        self._path = state_file(run_dir, name)
        self._name = name
        self._clock = clock

    def hear(self, state: SoundState) -> None:
        """Take a new state in."""
        match state:
            case Working():
                logger.info("%s can be heard", self._name)
                self._leave("")
            case Silent(reason):
                logger.error(
                    "%s is silent (%s): what it says is on the screen alone; it is tried again",
                    self._name,
                    reason,
                )
                self._leave(reason)

    def ended(self) -> None:
        """Take the file away: the screen is closed."""
        self._path.unlink(missing_ok=True)

    def _leave(self, reason: str) -> None:
        told = {"silent": reason, "since": self._clock().isoformat(timespec="seconds")}
        try:
            self._path.parent.mkdir(exist_ok=True)
            fresh = self._path.with_suffix(".new")
            fresh.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
            fresh.replace(self._path)
        except OSError as error:
            logger.error("%s cannot be written: %s", self._path, error)


def state_file(run_dir: Path, name: str) -> Path:
    """Return where the process of a screen says whether it can be heard."""
    return run_dir / f"voice-{name.replace(' ', '-')}.json"


def left_state(run_dir: Path, name: str) -> tuple[str, str] | None:
    """Return why a screen that runs is silent (empty: it is heard) and since when; None: nobody
    knows.
    """
    try:
        told = json.loads(state_file(run_dir, name).read_text(encoding="utf-8"))
        return str(told["silent"]), str(told["since"])
    except (OSError, ValueError, KeyError):
        return None
