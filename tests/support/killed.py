"""`hall` in processes that are killed in the middle of something, or have no room on the disk."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from select import select
from typing import Any

from tests.support.halls import ROOT

_MOTHER = """
import json, os, resource, signal, sys
import shared.cli, shared.usecases.backup, shared.usecases.restore
shared.cli.build()

for line in sys.stdin:
    told, telling = os.pipe()
    job = json.loads(line)
    child = os.fork()
    if child == 0:
        break
    os.close(telling)
    print(child, flush=True)
    with open(told) as ear:
        words = ear.read()
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    print(json.dumps([code, words]), flush=True)
else:
    sys.exit()

for stream in (1, 2):
    os.dup2(telling, stream)
os.close(telling)
sys.argv = ["hall", *job["words"]]
step, limit = job["step"], job["limit"]
if limit is not None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

def watch(event, _arguments):
    global step
    if event in ("os.link", "os.rename", "os.remove", "os.chmod", "os.mkdir", "sqlite3.connect"):
        step -= 1
        if step < 0:
            os.kill(os.getpid(), signal.SIGKILL)

if step is not None:
    sys.addaudithook(watch)
shared.cli.main()
"""


@dataclass(frozen=True)
class Ended:
    """How a process ended, and all it said."""

    code: int
    told: str


class HallProcesses:
    """Runs `hall`, each time in a process of its own, forked from one that has loaded it all."""

    def __init__(self) -> None:
        self._mother = subprocess.Popen(
            [sys.executable, "-c", _MOTHER],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,  # so that select knows of every word
        )
        assert self._mother.stdin is not None
        assert self._mother.stdout is not None
        self._orders, self._answers = self._mother.stdin, self._mother.stdout

    def run(self, *words: object, room: int | None = None) -> Ended:
        """Run it, perhaps where no file can grow beyond so many bytes, as on a full disk."""
        self._begin(words, limit=room)
        return self._end()

    def killed_before(self, step: int, *words: object) -> bool:
        """Run it and kill it before the n-th thing it does to a file; False: it had ended."""
        self._begin(words, step=step)
        ended = self._end()
        assert ended.code in (0, -signal.SIGKILL), ended.told
        return ended.code != 0

    def kill_when(self, ready: Callable[[], bool], *words: object) -> None:
        """Run it and kill it as soon as something is there; fails if it ended before."""
        process = self._begin(words)
        while not select([self._answers], [], [], 0.002)[0]:
            if ready():
                os.kill(process, signal.SIGKILL)
                break
        ended = self._end()
        assert ended.code == -signal.SIGKILL, ended.told

    def close(self) -> None:
        """End the process that forks."""
        self._mother.communicate()

    def _begin(
        self, words: tuple[object, ...], step: int | None = None, limit: int | None = None
    ) -> int:
        job = {"words": [str(word) for word in words], "step": step, "limit": limit}
        self._orders.write(json.dumps(job).encode() + b"\n")
        return int(self._line())

    def _end(self) -> Ended:
        return Ended(*self._line())

    def _line(self) -> Any:
        return json.loads(self._answers.readline())


def hall_process(*words: object) -> "subprocess.Popen[str]":
    """Start `hall` and let it run."""
    return subprocess.Popen(
        [sys.executable, "-m", "shared.cli", *map(str, words)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
