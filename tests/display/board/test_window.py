"""The board's window over a real hall whose tickets are called by another process."""

import itertools
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QObject, QPointF
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from display.board.app import OpenBoard
from shared.config.schema import BoardToml
from shared.feed import Live, Lost
from shared.usecases.context import Context
from tests.display.board.conftest import OpenBoards, Staff

WAIT_MS = 40_000
SIZES = [(1920, 1080), (3840, 2160), (1080, 1920), (1280, 720), (1024, 768)]
SIX = """
for _ in range(8):
    issue_ticket(ctx, Request("公司设立登记"))
    issue_ticket(ctx, Request("不动产登记"))
    issue_ticket(ctx, Request(green=True))
for window in (3, 7, 1, 4, 5, 3, 8, 7, 4):
    call_next(ctx, window)
"""


def items(root: QQuickItem) -> Iterator[QQuickItem]:
    yield root
    for child in root.childItems():
        yield from items(child)


def shown(board: OpenBoard) -> list[QQuickItem]:
    return [item for item in items(board.window.contentItem()) if item.isVisible()]


def item(board: OpenBoard, name: str) -> QQuickItem:
    found = [i for i in items(board.window.contentItem()) if i.objectName() == name]
    assert found, name
    return found[0]


def value(board: OpenBoard, name: str, prop: str) -> Any:
    return item(board, name).property(prop)


def rows(board: OpenBoard) -> list[tuple[str, str]]:
    found = [i for i in shown(board) if i.objectName().startswith("row")]
    found.sort(key=lambda i: i.mapToScene(QPointF(0, 0)).y())
    return [(i.property("number"), i.property("window")) for i in found]


def cut(board: OpenBoard) -> list[str]:
    """Every visible text that is wider than its room, or reaches beyond the window."""
    bad = []
    view = item(board, "noticeView")
    width, height = board.window.width(), board.window.height()
    for found in shown(board):
        if not found.inherits("QQuickText") or view.isAncestorOf(found):
            continue
        words = found.property("text")
        painted, room = found.property("paintedWidth"), found.width()
        start = found.mapToScene(QPointF(0, 0))
        end = found.mapToScene(QPointF(painted, found.property("paintedHeight")))
        outside = start.x() < 0 or end.x() > width + 1 or end.y() > height + 1
        too_high = found.property("paintedHeight") > found.height() + 1
        if found.property("truncated") or painted > room + 1 or too_high or outside:
            bad.append(f"{words}: {painted} in {room}")
    return bad


def test_calls_of_another_process_come_newest_first_and_flash(
    qtbot: QtBot, boards: OpenBoards, staff: Staff
) -> None:
    board = boards()
    assert item(board, "empty").isVisible()
    with qtbot.waitSignal(board.model.called, timeout=WAIT_MS):
        staff('issue_ticket(ctx, Request("公司设立登记")); call_next(ctx, 3)')
    qtbot.waitUntil(lambda: item(board, "newest").opacity() < 0.9, timeout=WAIT_MS)
    assert value(board, "newest", "number") == "C001"
    assert value(board, "newest", "window") == "3"
    assert not item(board, "empty").isVisible()
    qtbot.waitUntil(lambda: item(board, "newest").opacity() == 1, timeout=WAIT_MS)

    staff("issue_ticket(ctx, Request(green=True)); call_next(ctx, 1)")
    qtbot.waitUntil(lambda: value(board, "newest", "number") == "G001", timeout=WAIT_MS)
    assert value(board, "newest", "green") is True
    assert rows(board) == [("C001", "3")]

    serial = board.model.property("serial")
    staff("recall(ctx, 3)")
    qtbot.waitUntil(lambda: value(board, "newest", "number") == "C001", timeout=WAIT_MS)
    assert rows(board) == [("G001", "1")]
    assert board.model.property("serial") > serial


def test_the_flash_is_three_times_and_ends_bright(
    qtbot: QtBot, boards: OpenBoards, staff: Staff
) -> None:
    board = boards()
    qtbot.wait(100)
    dips: list[float] = [1.0]
    plate = item(board, "newest")
    plate.opacityChanged.connect(lambda: dips.append(plate.opacity()))
    staff('issue_ticket(ctx, Request("公司设立登记")); call_next(ctx, 3)')
    qtbot.waitUntil(lambda: len(dips) > 3 and plate.opacity() == 1, timeout=WAIT_MS)
    qtbot.wait(2500)
    assert plate.opacity() == 1
    low = [value < 0.5 for value in dips]
    assert sum(not before and after for before, after in itertools.pairwise(low)) == 3


def test_a_board_that_joins_later_shows_what_was_called_without_flashing(
    qtbot: QtBot, boards: OpenBoards, staff: Staff
) -> None:
    staff(SIX)
    board = boards()
    calls: list[bool] = []
    board.model.called.connect(lambda: calls.append(True))
    qtbot.wait(500)
    assert value(board, "history", "count") == 3
    assert len(rows(board)) == 3
    assert calls == []
    assert "C" in board.model.property("waiting")


def test_waiting_people_agree_with_the_hall_after_many_facts(
    qtbot: QtBot, boards: OpenBoards, ctx: Context, staff: Staff
) -> None:
    board = boards()
    staff(
        SIX + "transfer(ctx, 3, to_queue='A'); park(ctx, 1); resume(ctx, 1)\n"
        "transfer(ctx, 4, to_window=3); no_show(ctx, 7); recall(ctx, 8)"
    )
    fresh = boards()
    expected = fresh.model.property("waiting")
    qtbot.waitUntil(lambda: board.model.property("waiting") == expected, timeout=WAIT_MS)


def test_a_broken_database_makes_the_board_say_so_and_it_recovers(
    qtbot: QtBot, boards: OpenBoards, ctx: Context, staff: Staff
) -> None:
    staff(SIX)
    board = boards()
    qtbot.wait(200)
    newest = value(board, "newest", "number")
    with ctx.database.write() as tx:
        tx.execute(text("ALTER TABLE fact RENAME TO fact_away"))
    qtbot.waitUntil(lambda: item(board, "stale").isVisible(), timeout=WAIT_MS)
    assert value(board, "stale", "text") == "数据中断：请以窗口显示为准"
    assert not item(board, "newest").isVisible()
    assert rows(board)[0][0] == newest
    assert cut(board) == []
    with ctx.database.write() as tx:
        tx.execute(text("ALTER TABLE fact_away RENAME TO fact"))
    qtbot.waitUntil(lambda: not item(board, "stale").isVisible(), timeout=WAIT_MS)
    assert value(board, "newest", "number") == newest


def test_a_new_day_begins_with_a_new_snapshot(
    qtbot: QtBot, boards: OpenBoards, ctx: Context, staff: Staff
) -> None:
    staff(SIX)
    later = timedelta(0)
    clock = ctx.clock

    def now() -> datetime:
        return clock() + later

    board = boards(context=ctx.with_clock(now))
    assert value(board, "newest", "number")
    later = timedelta(days=1)
    board.model.tick()
    assert value(board, "newest", "number") == ""
    assert item(board, "empty").isVisible()
    assert value(board, "clock", "text") == board.model.property("clock")
    board.jobs.wait()
    qtbot.waitUntil(lambda: board.model.property("waiting") == "当前无人等候", timeout=WAIT_MS)
    qtbot.wait(50)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_nothing_is_cut_at_any_size(
    qtbot: QtBot, boards: OpenBoards, staff: Staff, width: int, height: int
) -> None:
    empty = boards(width, height)
    qtbot.wait(100)
    assert cut(empty) == []
    staff(SIX)
    board = boards(width, height)
    for _ in range(board.model.property("pageCount")):
        qtbot.wait(60)
        assert cut(board) == [], board.model.property("page")
        board.model.turnPage()
    image = board.window.grabWindow()
    assert (image.width(), image.height()) == (width, height)
    board.model.onFeedState(Lost("gone"))
    qtbot.wait(60)
    assert cut(board) == []
    board.model.onFeedState(Live())


@pytest.mark.parametrize("count", [2, 8])
def test_few_and_many_rows_fit(qtbot: QtBot, boards: OpenBoards, staff: Staff, count: int) -> None:
    staff(SIX)
    board = boards(rows=count)
    qtbot.wait(100)
    assert len(rows(board)) == count - 1
    assert cut(board) == []
    last = next(i for i in shown(board) if i.objectName() == f"row{count - 2}")
    assert last.mapToScene(QPointF(0, last.height())).y() <= board.window.height()


def test_the_notice_runs_only_where_it_is_wider_than_the_bar(
    qtbot: QtBot, boards: OpenBoards
) -> None:
    board = boards()
    qtbot.wait(50)
    bar: QObject | None = item(board, "noticeView").parentItem()
    assert bar is not None
    assert bar.property("runs") is True
    bar.setProperty("text", "今天下午闭馆")
    assert bar.property("runs") is False


def test_the_board_loads_none_of_the_heavy_libraries() -> None:
    code = (
        "import sys, display.board.app;"
        "print([m for m in ('escpos', 'pypinyin', 'alembic', 'openpyxl') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"


def test_run_opens_and_ends_in_order(qtbot: QtBot, ctx: Context) -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QGuiApplication

    from display.board.app import run

    QTimer.singleShot(500, QGuiApplication.quit)
    assert run(ctx, BoardToml("B1"), fullscreen=True, place=None, remote=f"board-{id(ctx)}") == 0
