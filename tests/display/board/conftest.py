"""A real hall in a folder, boards on an offscreen screen, and staff in another process."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from display.board.app import OpenBoard, open_board
from shared.config.schema import BoardToml
from shared.usecases.context import Context
from shared.usecases.init_hall import init_hall

OpenBoards = Callable[..., OpenBoard]
Staff = Callable[[str], None]

_STAFF = """
import sys
from pathlib import Path
from shared.usecases.call_next import call_next, resume
from shared.usecases.context import open_hall
from shared.usecases.issue_ticket import Request, issue_ticket
from shared.usecases.window_actions import no_show, park, recall, transfer
ctx = open_hall(Path(sys.argv[1]))
exec(sys.argv[2])
"""


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    return QGuiApplication


@pytest.fixture
def ctx(tmp_path: Path) -> Iterator[Context]:
    context = init_hall(tmp_path / "hall", "luojiang")
    yield context
    context.database.dispose()


@pytest.fixture
def staff(ctx: Context) -> Staff:
    """Run use cases in a process of their own."""

    def run(code: str) -> None:
        command = [sys.executable, "-c", _STAFF, str(ctx.config.folder), code]
        subprocess.run(command, check=True, timeout=60)

    return run


@pytest.fixture
def boards(qapp: QGuiApplication, ctx: Context) -> Iterator[OpenBoards]:
    opened: list[OpenBoard] = []

    def show(
        width: int = 1920, height: int = 1080, rows: int = 4, context: Context | None = None
    ) -> OpenBoard:
        board = open_board(context or ctx, BoardToml("B1", width, height, rows))
        opened.append(board)
        return board

    yield show
    for board in opened:
        board.close()
