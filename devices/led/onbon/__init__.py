"""Onbon (仰邦) BX-5K/6K font cards on RS-232 or RS-485."""

from devices.led.onbon.driver import OnbonBus
from devices.led.onbon.simulator import OnbonSimulator

__all__ = ["OnbonBus", "OnbonSimulator"]
