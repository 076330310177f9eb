"""Windows that share people, directly or through others, call one after the other."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from shared.config import load_hall
from shared.domain.groups import Groups
from shared.domain.hall import Hall, Queue, Window
from tests.support.halls import ROOT

LETTERS = "ABCDEF"


def hall(*windows: tuple[int, str, bool]) -> Hall:
    queues = tuple(Queue(letter, letter, 10, ()) for letter in LETTERS + "G")
    made = tuple(Window(number, "", tuple(letters), green) for number, letters, green in windows)
    return Hall("h", "h", "h", "Asia/Shanghai", queues, made, ())


def test_the_sample_hall_has_four() -> None:
    groups = Groups(load_hall(Path(ROOT / "assets/halls/luojiang")).hall)
    found = {number: groups.of_window(number) for number in range(1, 9)}
    assert found == {1: 1, 2: 2, 3: 3, 4: 3, 5: 1, 6: 1, 7: 7, 8: 1}
    assert groups.of_queue("D") == 1
    assert groups.of([4], ["K", "C"]) == (1, 3)


def test_a_queue_nobody_serves_has_none() -> None:
    assert Groups(hall((1, "A", False))).of_queue("B") is None
    assert Groups(hall((1, "A", False))).of([], ["B"]) == ()


windows = st.lists(
    st.tuples(st.integers(1, 9), st.text(LETTERS, max_size=3), st.booleans()),
    min_size=1,
    max_size=9,
    unique_by=lambda one: one[0],
)


@given(windows)
def test_who_shares_a_queue_shares_a_group_and_nobody_else_does(
    made: list[tuple[int, str, bool]],
) -> None:
    one_hall = hall(*made)
    groups = Groups(one_hall)
    reach = {window.number: set(window.reach) for window in one_hall.windows}
    together = {number: {number} for number in reach}
    for _ in reach:  # as many rounds as the longest chain
        for number, mine in reach.items():
            for other, theirs in reach.items():
                if mine & theirs:
                    together[number] |= together[other]
    for number, others in together.items():
        same = {other for other in reach if groups.of_window(other) == groups.of_window(number)}
        assert same == others
        assert {groups.of_queue(queue) for queue in reach[number]} <= {groups.of_window(number)}
