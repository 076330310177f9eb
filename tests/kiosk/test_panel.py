"""The panel in millimetres: what can be reached, and how large it is taken to be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.panel import REACH_MM, Panel, panel_of


@pytest.mark.parametrize(
    ("panel", "reach"),
    [
        (Panel(268, 476, 700), (0.0, 1.0)),
        (Panel(268, 476, 900), ((900 + 476 - 1220) / 476, 1.0)),
        (Panel(530, 940, 300), ((300 + 940 - 1220) / 940, 1 - 80 / 940)),
        (Panel(268, 476, 1180), (0.0, 1.0)),  # a sliver helps nobody
    ],
)
def test_what_can_be_reached(panel: Panel, reach: tuple[float, float]) -> None:
    assert panel.reach == pytest.approx(reach)


@given(st.floats(100, 2000), st.floats(0, 2000))
def test_what_is_left_is_within_reach(height_mm: float, bottom_mm: float) -> None:
    panel = Panel(300, height_mm, bottom_mm)
    first, last = panel.reach
    if (first, last) == (0.0, 1.0):
        return
    assert 0 <= first < last <= 1
    assert bottom_mm + height_mm * (1 - first) <= REACH_MM[1] + 0.001
    assert bottom_mm + height_mm * (1 - last) >= REACH_MM[0] - 0.001


def test_how_large_a_panel_is_taken_to_be() -> None:
    pixels = (1080, 1920)
    assert panel_of(pixels, (300, 530), (268, 476), 900) == Panel(300, 530, 900)
    assert panel_of(pixels, (None, None), (268, 476), 900) == Panel(268, 476, 900)
    usual = panel_of(pixels, (None, 530), (0, 0), 900)  # some screens tell nothing, or nonsense
    assert (round(usual.width_mm), round(usual.height_mm)) == (268, 476)
    assert usual.turned() == Panel(usual.height_mm, usual.width_mm, 900)
