"""Text panels of any maker that are written through Modbus RTU registers."""

from devices.led.modbus.driver import ModbusBus
from devices.led.modbus.simulator import ModbusSimulator
from devices.led.panel import Panel

__all__ = ["ModbusBus", "ModbusSimulator", "Panel"]
