"""还在吗: when it is asked, and when the visit ends."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.idle import COUNTDOWN_S, Active, Asking, Gone, presence


def test_the_edges() -> None:
    assert presence(0, 30) == Active()
    assert presence(29.99, 30) == Active()
    assert presence(30, 30) == Asking(20)
    assert presence(30.9, 30) == Asking(20)
    assert presence(49.9, 30) == Asking(1)
    assert presence(50, 30) == Gone()


@given(st.floats(0, 1e6), st.integers(1, 3600))
def test_the_countdown_never_shows_nothing(idle_s: float, limit_s: int) -> None:
    state = presence(idle_s, limit_s)
    match state:
        case Active():
            assert idle_s < limit_s
        case Asking(left):
            assert 1 <= left <= COUNTDOWN_S
        case Gone():
            assert idle_s >= limit_s + COUNTDOWN_S
