"""How one window's clerk likes the panel; kept in the hall's folder on this machine."""

from pathlib import Path
from typing import Literal

import msgspec

from shared.log import logger


class Preferences(msgspec.Struct, frozen=True):
    """`keys`: single keys act while the panel is focused (WCAG 2.1.4 wants them switchable);
    `pinned`: the panel stays in front of other windows.
    """

    keys: bool = True
    pinned: bool = False
    contrast: Literal["usual", "dark", "light"] = "usual"
    language: Literal["zh_CN", "en"] = "zh_CN"


def path_of(folder: Path, window: int) -> Path:
    """Return where the preferences of a window's panel are kept."""
    return folder / "desk" / f"window-{window}.json"


def read(path: Path) -> Preferences:
    """Return what was kept; what cannot be read is as it was at first."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Preferences)
    except FileNotFoundError:
        return Preferences()
    except (OSError, msgspec.DecodeError) as error:
        logger.warning("%s cannot be read (%s): the panel begins as usual", path, error)
        return Preferences()


def write(path: Path, preferences: Preferences) -> None:
    """Keep preferences; a folder that cannot be written is told in the log, and no more."""
    try:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(msgspec.json.encode(preferences))
    except OSError as error:
        logger.warning("%s cannot be written (%s): ask who looks after this machine", path, error)
