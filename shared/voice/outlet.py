"""Where a screen speaks, as hall.toml names it."""

from pathlib import Path

from shared.voice.loudspeaker import Loudspeaker
from shared.voice.sinks import Sink, WavSink

NONE, DEFAULT, FILE = "none", "default", "file://"


def sink_of(speaker: str) -> Sink | None:
    """Return the place that `speaker` of a board or kiosk names; None where it wants no sound."""
    if speaker == NONE:
        return None
    if speaker.startswith(FILE):
        return WavSink(Path(speaker.removeprefix(FILE)))
    return Loudspeaker("" if speaker == DEFAULT else speaker)
