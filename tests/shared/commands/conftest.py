"""The command line, run in this process exactly as `hall` runs it."""

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from shared.cli import main


@dataclass(frozen=True)
class Outcome:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.out)
        return found


HallCommand = Callable[..., Outcome]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> HallCommand:
    """Run `hall` with these words."""

    def command(*words: object) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["hall", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            main()
        captured = capsys.readouterr()
        code = ended.value.code
        return Outcome(code if isinstance(code, int) else 0, captured.out, captured.err)

    return command


@pytest.fixture
def at(run: HallCommand, hall_folder: Path) -> HallCommand:
    """Run `hall` with these words, `--hall` and `--json`."""
    return lambda *words: run(*words, "--hall", hall_folder, "--json")
