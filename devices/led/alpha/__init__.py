"""Alpha and BetaBrite signs: letters and digits on a 7E1 line."""

from devices.led.alpha.driver import AlphaBus
from devices.led.alpha.simulator import AlphaSimulator

__all__ = ["AlphaBus", "AlphaSimulator"]
