"""Evaluation pads of other makers, through Modbus RTU."""

from devices.pad.modbus.driver import (
    Absent,
    ModbusPads,
    Present,
    UnitState,
    Unknown,
    Unwilling,
)
from devices.pad.modbus.simulator import ModbusPadSimulator
from devices.pad.registers import Registers, registers_of

__all__ = [
    "Absent",
    "ModbusPadSimulator",
    "ModbusPads",
    "Present",
    "Registers",
    "UnitState",
    "Unknown",
    "Unwilling",
    "registers_of",
]
