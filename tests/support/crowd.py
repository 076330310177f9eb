"""Many hands at one hall: processes that issue or call, and tell what they got."""

import multiprocessing
from multiprocessing.connection import Connection
from pathlib import Path
from threading import BrokenBarrierError
from typing import Any

from shared.usecases.call_next import call_next
from shared.usecases.context import Context, open_hall
from shared.usecases.issue_ticket import Request, issue_ticket

FORKED = multiprocessing.get_context("forkserver")
"""Processes forked from one that has loaded the hall: loading it takes longer than most work."""

FORKED.set_forkserver_preload(["tests.support.crowd", "tests.support.journey"])
PATIENCE_S = 110.0


def together(folder: Path, *crowd: tuple[str, ...]) -> list[list[str]]:
    """Run the crowd, all beginning at once, and return what each got; fails if one failed.

    One of it is ("issue", COUNT, SERVICE) or ("call", WINDOW), which calls until nobody waits.
    """
    ready = FORKED.Barrier(len(crowd))
    ends = [FORKED.Pipe(duplex=False) for _ in crowd]
    processes = [
        FORKED.Process(target=_work, args=(ready, theirs, folder, work))
        for (_, theirs), work in zip(ends, crowd, strict=True)
    ]
    for process in processes:
        process.start()
    got: list[Any] = []
    for ours, theirs in ends:
        theirs.close()  # so that a process that died is heard
        got.append(ours.recv() if ours.poll(PATIENCE_S) else "it takes too long")
        ours.close()
    for process in processes:
        process.join()
    assert all(isinstance(one, list) for one in got), got
    return got


def _work(ready: Any, tell: "Connection[Any, Any]", folder: Path, work: tuple[str, ...]) -> None:
    try:
        ctx = open_hall(folder)
        ready.wait(PATIENCE_S)
        got = _got(ctx, work)
        ctx.database.dispose()
    except Exception as error:
        ready.abort()
        if not isinstance(error, BrokenBarrierError):
            tell.send(repr(error))
            raise
    else:
        tell.send(got)


def _got(ctx: Context, work: tuple[str, ...]) -> list[str]:
    what, *rest = work
    if what == "issue":
        request = Request(rest[1])
        return [str(issue_ticket(ctx, request).number) for _ in range(int(rest[0]))]
    called = []
    while (one := call_next(ctx, int(rest[0]))) is not None:
        called.append(str(one.number))
    return called
