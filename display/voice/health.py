"""Whether a board can be heard: told in the log, and left in a file for `hall doctor`."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from shared.config import HallConfig
from shared.log import logger
from shared.voice.player import Silent, SoundState, Working


class SoundHealth:
    """Hears of a board's sound. Without sound the calls stay on the screens; that is an alarm."""

    def __init__(self, config: HallConfig, board: str, clock: Callable[[], datetime]) -> None:
        self._path = state_file(config, board)
        self._board = board
        self._clock = clock

    def hear(self, state: SoundState) -> None:
        """Take a new state in."""
        match state:
            case Working():
                logger.info("board %s can be heard", self._board)
                self._leave("")
            case Silent(reason):
                logger.error(
                    "board %s is silent (%s): calls are on the screens alone; it is tried again",
                    self._board,
                    reason,
                )
                self._leave(reason)

    def ended(self) -> None:
        """Take the file away: the board is closed."""
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


def state_file(config: HallConfig, board: str) -> Path:
    """Return where a board's process says whether it can be heard."""
    return config.run_dir / f"voice-{board}.json"


def left_state(config: HallConfig, board: str) -> tuple[str, str] | None:
    """Return why a running board is silent (empty: it is heard) and since when; None: not known."""
    try:
        told = json.loads(state_file(config, board).read_text(encoding="utf-8"))
        return str(told["silent"]), str(told["since"])
    except (OSError, ValueError, KeyError):
        return None
