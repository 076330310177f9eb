"""The unit files we ship start commands that exist."""

import configparser
import shlex
from pathlib import Path

import pytest
import typer
from typer.main import get_command

from shared.cli import build
from tests.support.halls import ROOT

UNITS = sorted((ROOT / "assets" / "deploy" / "linux").glob("*.service"))


def test_there_are_units() -> None:
    assert {unit.stem for unit in UNITS} >= {"hallcall-kiosk", "hallcall-board", "hallcall-windows"}


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.stem)
def test_a_unit_starts_commands_that_exist(unit: Path) -> None:
    parsed = configparser.ConfigParser(strict=False, interpolation=None)
    parsed.optionxform = str  # type: ignore[assignment,method-assign]
    parsed.read(unit, encoding="utf-8")
    words = shlex.split(parsed["Service"]["ExecStart"])
    words = words[words.index("/opt/hallcall/.venv/bin/hall") + 1 :]
    if words[0] == "guard":
        words = words[1:]
        assert parsed["Service"]["Type"] == "notify"
        assert parsed["Service"]["WatchdogSec"] == "30"
    hall = get_command(build())
    assert isinstance(hall, typer.core.TyperGroup)
    command = hall.commands[words[0]]
    known = {option for param in command.params for option in param.opts}
    assert {word for word in words[1:] if word.startswith("--")} <= known
