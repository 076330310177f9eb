"""The kiosk's real process under the real guard: hung in the middle of a visit, and back."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest
from sqlalchemy import text

from shared.demo.hand import Hand
from shared.usecases.audit import verify
from shared.usecases.context import Context
from tests.support.halls import ROOT

DEADLINE_S = 120.0
SPIN = """
import signal
def spin(*_):
    while True:
        pass
signal.signal(signal.SIGUSR2, spin)
"""
"""Python runs signal handlers on the main thread, which is the GUI's."""


def eventually(happened: Callable[[], bool]) -> None:
    end = time.monotonic() + DEADLINE_S
    while not happened():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.1)


def kiosk_of(guard: psutil.Process) -> psutil.Process | None:
    return next((one for one in guard.children() if one.is_running()), None)


@contextmanager
def guarded(folder: Path, remote: Path, spinning: Path) -> Iterator[psutil.Process]:
    """`hall guard kiosk`; whatever it left is ended with it."""
    (spinning / "sitecustomize.py").write_text(SPIN)
    environment = {**os.environ, "PYTHONPATH": f"{spinning}{os.pathsep}{ROOT}"}
    command = [sys.executable, "-m", "shared.cli", "guard", "kiosk", "--hall", str(folder)]
    process = subprocess.Popen(
        [*command, "--remote", str(remote)], env=environment, stderr=subprocess.DEVNULL
    )
    guard = psutil.Process(process.pid)
    try:
        yield guard
    finally:
        family = guard.children(recursive=True)
        process.terminate()
        process.wait(60)
        gone, left = psutil.wait_procs(family, timeout=60)
        for one in left:
            one.kill()
        assert left == [], gone


@pytest.mark.proof
@pytest.mark.timeout(900)
@pytest.mark.parametrize("fault", [signal.SIGSTOP, signal.SIGUSR2, signal.SIGKILL])
def test_a_hung_kiosk_comes_back_with_the_number(ctx: Context, tmp_path: Path, fault: int) -> None:
    remote, spinning = tmp_path / "hand", tmp_path / "spin"
    spinning.mkdir()
    with guarded(ctx.config.folder, remote, spinning) as guard:
        hand = Hand(remote)
        hand.touch("mode-large")
        hand.touch("green-channel")
        hand.await_value("number", "text", "G001")
        hung = kiosk_of(guard)
        assert hung is not None
        workers = hung.children()
        hung.send_signal(fault)
        eventually(lambda: not hung.is_running())
        hand.close()
        again = Hand(remote)
        again.await_value("number", "text", "G001")
        assert again.read("mode-large", "checked") is False
        again.await_value("print-again", "enabled", True)  # no printer: it will not come
        again.touch("print-again")
        again.touch("done")
        again.touch("green-channel")
        again.await_value("number", "text", "G002")
        eventually(lambda: not any(one.is_running() for one in workers))
        again.close()  # somebody left it on purpose: then the guard ends, too
        eventually(lambda: guard.status() == psutil.STATUS_ZOMBIE)
    with ctx.database.read() as tx:
        assert [*tx.execute(text("SELECT prefix, number FROM ticket"))] == [("G", 1), ("G", 2)]
    assert verify(ctx).whole
