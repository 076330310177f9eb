"""Queues, windows, routes, and where a person is told to go."""

import pytest

from shared.domain.errors import BadInput
from shared.domain.hall import Hall, Queue, Route, Window, window_place

HALL = Hall(
    code="test",
    name="测试大厅",
    emblem="测",
    timezone="Asia/Shanghai",
    queues=tuple(Queue(letter, letter, 10.0, ()) for letter in "ACG"),
    windows=(
        Window(1, "咨询", ("A",), green=True),
        Window(3, "市场监管", ("C",)),
        Window(4, "市场监管", ("C", "A")),
    ),
    routes=(
        Route("C", items=frozenset({"1-1"}), types=frozenset({"行政许可"})),
        Route("A", departments=frozenset({"税务局"})),
    ),
)


@pytest.mark.parametrize(
    ("numbers", "words"), [((3,), "3号窗口"), ((3, 4), "3、4号窗口"), ((), "")]
)
def test_the_place_is_said_as_a_person_would(numbers: tuple[int, ...], words: str) -> None:
    assert window_place([Window(number, "", ()) for number in numbers]) == words


def test_only_green_windows_reach_the_green_queue() -> None:
    assert [window.number for window in HALL.windows_for("G")] == [1]
    assert [window.number for window in HALL.windows_for("A")] == [1, 4]


def test_a_queue_is_found_however_its_letter_is_typed() -> None:
    assert HALL.queue(" c ").letter == "C"


def test_unknown_queue_and_window_name_those_that_exist() -> None:
    with pytest.raises(BadInput, match="no queue Z") as queue:
        HALL.queue("Z")
    assert queue.value.hint.endswith("A, C, G")
    with pytest.raises(BadInput, match="no window 9") as window:
        HALL.window(9)
    assert window.value.hint.endswith("1, 3, 4")


def test_the_first_route_whose_conditions_all_hold_wins() -> None:
    assert HALL.route("1-1", "税务局", "行政许可") == "C"
    assert HALL.route("1-1", "税务局", "公共服务") == "A"
    with pytest.raises(BadInput, match="no queue is named for item 1-1") as caught:
        HALL.route("1-1", "民政局", "公共服务")
    assert "[[route]]" in caught.value.hint
