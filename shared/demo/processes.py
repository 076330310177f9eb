"""The processes of a demo hall: started together, stopped together, each with its log."""

import os
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

STOP_S = 8.0


class Processes:
    """Runs `hall` commands beside one another."""

    def __init__(self, hall: Path, logs: Path, *, quiet: bool) -> None:
        self._hall = hall
        self._logs = logs
        self._quiet = quiet
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        self._files = ExitStack()

    def start(self, name: str, *options: str) -> None:
        """Start `hall NAME` on the demo's hall; its log is NAME.log."""
        self._logs.mkdir(parents=True, exist_ok=True)
        log = self._files.enter_context((self._logs / f"{name}.log").open("wb"))
        environment = dict(os.environ)
        if self._quiet:
            environment |= {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
        self._running[name] = subprocess.Popen(
            [sys.executable, "-m", "shared.cli", name, "--hall", str(self._hall), *options],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            env=environment,
        )

    def wait_any(self) -> str:
        """Wait until one process ends; returns its name."""
        while True:
            for name, process in self._running.items():
                try:
                    process.wait(0.2)
                except subprocess.TimeoutExpired:
                    continue
                return name

    def stop(self) -> dict[str, int]:
        """Stop all; returns the exit code of each, in the order they were started."""
        for process in self._running.values():
            process.terminate()
        codes = {}
        for name, process in self._running.items():
            try:
                codes[name] = process.wait(STOP_S)
            except subprocess.TimeoutExpired:
                process.kill()
                codes[name] = process.wait()
        self._running.clear()
        self._files.close()
        return codes

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.stop()
