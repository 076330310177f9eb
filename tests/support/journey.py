"""From the touch to the call, in a process that dies at a chosen point of it.

Points are counted before every statement, before and after every commit, and before, amid and
after every write to the printer's wire.
"""

import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from sqlalchemy import event

from devices.transport.held import Held
from devices.transport.tcp import TcpTransport
from kiosk.slip_printer import ReceiptSlipPrinter
from shared.printing import print_waiting
from shared.storage import database
from shared.storage.prepared import Prepared
from shared.usecases.call_next import call_next
from shared.usecases.context import Context, open_hall
from shared.usecases.issue_ticket import Request, issue_ticket
from shared.usecases.printing import recover
from shared.usecases.window_actions import finish, recall
from tests.support.crowd import FORKED, PATIENCE_S
from tests.support.halls import COMPANY

PRINTER = "K1"
WINDOW = 3


class Points:
    """Counts points, and ends the process at one of them."""

    def __init__(self, fatal: int) -> None:
        self.count = 0
        self._fatal = fatal

    def pass_one(self, *_: Any, **__: Any) -> None:
        self.count += 1
        if self.count == self._fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    def around(self, act: Callable[..., Any], *, after: bool = True) -> Callable[..., Any]:
        def counted(*arguments: Any, **named: Any) -> Any:
            self.pass_one()
            result = act(*arguments, **named)
            if after:
                self.pass_one()
            return result

        return counted


def watch(ctx: Context, points: Points) -> None:
    """Count in every statement, commit and write of this process."""
    engine = ctx.database.engine
    event.listen(engine, "before_cursor_execute", points.pass_one)
    engine.dialect.do_commit = points.around(engine.dialect.do_commit)  # type: ignore[method-assign]
    database._commit = points.around(database._commit)
    Prepared._cursor = points.around(Prepared._cursor, after=False)  # type: ignore[method-assign]
    whole = TcpTransport.write

    def in_halves(wire: Held, data: bytes, timeout: float) -> None:
        for part in (data[: len(data) // 2], data[len(data) // 2 :]):
            points.pass_one()
            whole(wire, part, timeout)
        points.pass_one()

    TcpTransport.write = in_halves  # type: ignore[method-assign, assignment]


@dataclass(frozen=True)
class Gone:
    """How a journey ended, the numbers it was told, and how many points it has if it lived."""

    code: int | None
    issued: list[str]
    called: list[str]
    points: int | None


def journey(folder: Path, printer: str, fatal: int) -> Gone:
    """Go once, in a process of its own that dies at point `fatal`, 0: at none."""
    ours, theirs = FORKED.Pipe(duplex=False)
    process = FORKED.Process(target=_go, args=(theirs, folder, printer, fatal))
    process.start()
    theirs.close()
    told: dict[str, list[Any]] = {"issued": [], "called": [], "points": []}
    try:
        while ours.poll(PATIENCE_S):
            name, value = ours.recv()
            told[name].append(value)
    except EOFError:
        pass
    process.join(PATIENCE_S)
    points = told["points"][0] if told["points"] else None
    return Gone(process.exitcode, told["issued"], told["called"], points)


def _go(tell: "Connection[Any, Any]", folder: Path, printer: str, fatal: int) -> None:
    ctx = open_hall(folder)
    points = Points(fatal)
    watch(ctx, points)
    recover(ctx, PRINTER)
    issued = issue_ticket(ctx, Request(COMPANY, printer=PRINTER))
    tell.send(("issued", str(issued.number)))
    paper = ReceiptSlipPrinter(printer, ctx.config.run_dir)
    print_waiting(ctx, PRINTER, paper)
    paper.close()
    called = call_next(ctx, WINDOW)
    assert called is not None
    tell.send(("called", str(called.number)))
    recall(ctx, WINDOW)
    finish(ctx, WINDOW)
    tell.send(("points", points.count))
