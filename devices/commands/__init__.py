"""hall devices: find, try, record and simulate devices, without a hall."""

import typer

from devices.commands import find, printers, record, simulate
from devices.commands.options import group

__all__ = ["find", "group", "printers", "record", "register", "simulate"]


def register(app: typer.Typer) -> None:
    """Add these commands to `hall`."""
    app.add_typer(group)
