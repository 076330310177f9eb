"""What `hall doctor` asks of the boards' voices."""

from collections.abc import Iterator

from display.voice.health import left_state
from shared.config import HallConfig
from shared.doctor import Bad, Check, Fine


def voice_checks(config: HallConfig) -> Iterator[Check]:
    """Say of each board that runs on this machine whether it can be heard."""
    for board in config.boards if config.voice.on else ():
        told = left_state(config, board.id)
        if told is not None:
            silent, since = told
            name = f"board {board.id} voice"
            if silent:
                yield Check(name, Bad(f"silent since {since}: {silent}", "check the loudspeaker"))
            else:
                yield Check(name, Fine(f"heard since {since}"))
