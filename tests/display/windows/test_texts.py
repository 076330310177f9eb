"""What a board and a keypad show of a window."""

import pytest

from display.windows.pads import PadScene
from display.windows.texts import WindowView, fits, window_view
from shared.usecases.posts import shown_now
from shared.usecases.queries import snapshot
from tests.support.halls import COMPANY, SOCIAL_CARD, SampleHall


def view(hall: SampleHall, window: int) -> WindowView:
    ctx = hall.ctx
    return window_view(ctx.hall.window(window), snapshot(ctx), shown_now(ctx), hall.clock())


def test_idle_and_calling(hall: SampleHall) -> None:
    hall.numbers(2)
    assert view(hall, 3) == WindowView(("3号窗口 分领域综窗·市场监管",), 2, None, "3")
    hall.call(3)
    assert view(hall, 3) == WindowView(("请C001号到3号窗口",), 1, 1, "C001 > 3", PadScene("C001"))
    assert view(hall, 4) == WindowView(("4号窗口 分领域综窗·市场监管",), 1, None, "4")


def test_a_window_counts_everybody_it_may_call(hall: SampleHall) -> None:
    hall.issue(SOCIAL_CARD)
    hall.issue(None, green=True)
    hall.issue(COMPANY)
    assert view(hall, 5).waiting == 2
    assert view(hall, 3).waiting == 1


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("请A012号到3号窗口", True),
        ("十个字十个字十个字十", True),
        ("十个字十个字十个字十一", False),
    ],
)
def test_what_fits_160_dots_stands_still(text: str, stands: bool) -> None:
    assert fits(text, 160) is stands
