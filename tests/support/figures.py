"""The figures that `make proof` keeps: what tests record, with the conditions they ran under."""

import json
import os
import platform
import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

Figure = dict[str, Any]


class Figures:
    """Gathers what tests recorded by `record_property`, and writes it when all have run."""

    def __init__(self, target: Path) -> None:
        self._target = target
        self._found: dict[str, Figure] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep the figures of one test; reports come from every worker."""
        if report.when == "call" and report.user_properties:
            figures = dict(report.user_properties)
            seconds = round(report.duration, 1)
            self._found[report.nodeid] = {"outcome": report.outcome, "seconds": seconds, **figures}

    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> None:
        """Write them beside those of tests that were not run this time."""
        if hasattr(session.config, "workerinput"):
            return
        known: dict[str, Figure] = {}
        if self._target.exists():
            known = json.loads(self._target.read_text("utf-8"))["tests"]
        for figure in self._found.values():
            figure["on"] = datetime.now(UTC).date().isoformat()
        record = {
            "conditions": {
                "python": platform.python_version(),
                "sqlite": sqlite3.sqlite_version,
                "machine": platform.machine(),
                "processors": os.cpu_count(),
            },
            "tests": dict(sorted((known | self._found).items())),
        }
        self._target.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(record, ensure_ascii=False, indent=1)
        self._target.write_text(text + "\n", encoding="utf-8")
