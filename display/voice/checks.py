"""What `hall doctor` asks of the boards' voices."""

from collections.abc import Iterator

from shared.config import HallConfig
from shared.doctor import Check, sound_check


def voice_checks(config: HallConfig) -> Iterator[Check]:
    """Say of each board that runs on this machine whether it can be heard."""
    for board in config.boards if config.voice.on else ():
        yield from sound_check(config, f"board {board.id}")
