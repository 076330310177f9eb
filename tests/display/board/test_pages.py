"""The information pages say what the hall is configured to be."""

import pytest

from display.board.pages import BUDGET, pages
from shared.assets import sample_folder
from shared.config import load_hall
from shared.domain.hall import Hall, Queue, Window


@pytest.fixture
def hall() -> Hall:
    return load_hall(sample_folder("luojiang")).hall


def test_every_window_and_every_queue_is_on_a_page(hall: Hall) -> None:
    entries = [entry for page in pages(hall) for entry in page.entries]
    for window in hall.windows:
        assert any(e.mark == str(window.number) and e.text == window.name for e in entries)
    for queue in hall.queues:
        assert any(e.mark == queue.letter and e.text == queue.name for e in entries)


def test_pages_are_as_high_as_the_panel_at_most_and_say_which_part_they_are(hall: Hall) -> None:
    shown = pages(hall)
    for page in shown:
        assert sum(entry.height for entry in page.entries) <= BUDGET
    assert [p.part for p in shown if p.title == "窗口一览"] == ["1/2", "2/2"]


def test_the_green_page_names_its_windows(hall: Hall) -> None:
    (green,) = [page for page in pages(hall) if page.green]
    assert "1、5、8号窗口" in [entry.text for entry in green.entries]


def test_a_hall_without_green_channel_speaks_of_none() -> None:
    queues = (Queue("A", "综合", 5.0, ()),)
    small = Hall("h", "厅", "厅", "Asia/Shanghai", queues, (Window(1, "", ("A",)),), ())
    words = "".join(f"{e.text}{e.detail}" for page in pages(small) for e in page.entries)
    assert "绿色通道" not in words
    assert "综合" in words


def test_a_hall_with_many_windows_gets_more_pages(hall: Hall) -> None:
    windows = tuple(Window(n, f"窗口{n}", ("A", "B")) for n in range(1, 61))
    many = Hall("h", "厅", "厅", "Asia/Shanghai", hall.queues, windows, ())
    listed = [e.mark for p in pages(many) if p.title == "窗口一览" for e in p.entries]
    assert listed == [str(n) for n in range(1, 61)]
