"""`hall` in a process of its own, which is killed when it is in the middle of something."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable

from tests.support.halls import ROOT

_LIMITED = """
import resource, sys
limit = int(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
sys.argv[:2] = ["hall"]
from shared.cli import main
main()
"""


_KILLED = """
import os, signal, sys
step = int(sys.argv[1])
sys.argv[:2] = ["hall"]
from shared.cli import main

def watch(event, _arguments):
    global step
    if event in ("os.link", "os.rename", "os.remove", "os.chmod", "os.mkdir", "sqlite3.connect"):
        step -= 1
        if step < 0:
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(watch)
main()
"""


def killed_before(step: int, *words: object) -> bool:
    """Run `hall` and kill it before the n-th thing it does to a file; False: it had ended."""
    command = [sys.executable, "-c", _KILLED, str(step), *map(str, words)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode in (0, -signal.SIGKILL), done.stderr
    return done.returncode != 0


def hall_process(*words: object, file_limit: int | None = None) -> "subprocess.Popen[str]":
    """Start `hall`, perhaps where no file can grow beyond so many bytes, as on a full disk."""
    program = ["-m", "shared.cli"] if file_limit is None else ["-c", _LIMITED, str(file_limit)]
    return subprocess.Popen(
        [sys.executable, *program, *map(str, words)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def kill_when(process: "subprocess.Popen[str]", ready: Callable[[], bool]) -> None:
    """Kill a process as soon as it is there; fails if it ended before."""
    while process.poll() is None and not ready():
        time.sleep(0.002)
    process.kill()
    _, told = process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL, told
