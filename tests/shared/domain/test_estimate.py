"""Waiting ranges against a simulation of what they promise."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.estimate import Wait, predict

RUNS = 20_000


def test_without_a_window_nothing_is_promised() -> None:
    assert predict(3, 0, 10.0) is None


@pytest.mark.parametrize(
    ("ahead", "windows", "minutes"), [(1, 1, 10.0), (4, 2, 12.0), (9, 1, 8.0), (30, 3, 15.0)]
)
def test_four_of_five_people_wait_as_long_as_promised(
    ahead: int, windows: int, minutes: float
) -> None:
    random = Random(4)
    waits = [
        sum(random.expovariate(windows / minutes) for _ in range(ahead + 1)) for _ in range(RUNS)
    ]
    promised = predict(ahead, windows, minutes)
    assert promised is not None
    waits.sort()
    low, high = waits[RUNS // 10], waits[RUNS * 9 // 10]
    # 3 % for the simulation and the approximation, a minute for whole minutes.
    assert promised.low <= low * 1.03 < promised.low + 1 + low * 0.06
    assert promised.high >= high * 0.97 > promised.high - 1 - high * 0.06


def test_a_range_in_numbers() -> None:
    assert predict(4, 2, 12.0) == Wait(14, 48)


@given(st.integers(0, 500), st.integers(1, 20), st.floats(0.5, 120))
def test_the_range_grows_with_the_line_and_shrinks_with_windows(
    ahead: int, windows: int, minutes: float
) -> None:
    wait, more, quicker = (
        predict(ahead, windows, minutes),
        predict(ahead + 1, windows, minutes),
        predict(ahead, windows + 1, minutes),
    )
    assert wait is not None
    assert more is not None
    assert quicker is not None
    assert 0 <= wait.low < wait.high
    assert (more.low, more.high) >= (wait.low, wait.high)
    assert more.high >= wait.high
    assert quicker.low <= wait.low
    assert quicker.high <= wait.high
