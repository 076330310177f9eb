"""The hall's folder: `hall.toml` read strictly, with the line of whatever is wrong."""

from shared.config.load import HallConfig, load_hall
from shared.config.schema import BoardToml, KioskToml, VoiceToml, WindowToml

__all__ = ["BoardToml", "HallConfig", "KioskToml", "VoiceToml", "WindowToml", "load_hall"]
