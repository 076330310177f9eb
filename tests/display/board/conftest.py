"""A real hall in a folder, boards on an offscreen screen, and staff in another process."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from display.board.app import OpenBoard, open_board
from shared.config.schema import BoardToml
from shared.usecases.context import Context, open_hall
from tests.support.elsewhere import Elsewhere
from tests.support.own_metaobjects import own_metaobjects

OpenBoards = Callable[..., OpenBoard]
Staff = Callable[[str], None]


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    return QGuiApplication


@pytest.fixture
def ctx(new_hall: Path) -> Iterator[Context]:
    context = open_hall(new_hall)
    yield context
    context.database.dispose()


@pytest.fixture
def staff(ctx: Context, other_process: Elsewhere) -> Staff:
    """Run use cases in a process of their own."""
    return partial(other_process.run, ctx.config.folder)


@pytest.fixture
def boards(qapp: QGuiApplication, ctx: Context) -> Iterator[OpenBoards]:
    opened: list[OpenBoard] = []

    def show(
        width: int = 1920, height: int = 1080, rows: int = 4, context: Context | None = None
    ) -> OpenBoard:
        board = open_board(context or ctx, BoardToml("B1", width, height, rows))
        opened.append(board)
        assert own_metaobjects(board.model) == []
        return board

    yield show
    for board in opened:
        board.close()
