"""The registers of a hall, read from their TOML files."""

from shared.registers.load import Registers, load_registers

__all__ = ["Registers", "load_registers"]
