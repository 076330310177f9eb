"""What a window's devices show, from what is true at the window."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from math import ceil

from display.windows.pads import NOBODY, PadScene
from display.windows.people import idle_pages, latin_idle, pad_scene
from shared.domain.hall import Window
from shared.domain.post import Absent
from shared.usecases.posts import Shown
from shared.usecases.queries import Snapshot

GLYPH_PX = 8
"""Width of a Latin character on a 16-pixel board; a Chinese one is twice as wide."""

PAGE_S = 6.0
"""How long a text that fits its board stands before the next; a longer one in proportion (ours)."""
LEAVE = "EXIT NOW"
"""What LEDs without Chinese show while the hall is evacuated."""


@dataclass(frozen=True)
class WindowView:
    """The texts of the LED, shown in turn, what LEDs without Chinese show instead, the keypad's two
    numbers (None: blank), and what a pad shows.
    """

    pages: tuple[str, ...]
    waiting: int
    number: int | None
    latin: str
    pad: PadScene = NOBODY


def window_view(
    window: Window, hall: Snapshot, shown: Shown, now: datetime, photo: bytes = b""
) -> WindowView:
    """Derive what one window shows from the state of the hall; `now` in hall time, `photo` of
    whoever serves there or is away.
    """
    waiting = hall.waiting.at(window)
    if hall.evacuation is not None:
        return WindowView((hall.evacuation.text,), waiting, None, LEAVE)
    service = hall.windows.get(window.number)
    post = shown.posts.get(window.number) if shown.posts is not None else None
    left = post is not None and isinstance(post.post, Absent)
    if left and service and post and post.since and service.called_at < post.since:
        service = None  # whoever was called before knows; everybody else reads where A is
    if service is None:
        pages = idle_pages(window, shown, now, waiting)
        scene = pad_scene(None, post, photo, now)
        return WindowView(pages, waiting, None, latin_idle(window, shown), scene)
    number = str(service.number)
    text, latin = call_text(number, window.number), latin_call(number, window.number)
    scene = pad_scene(number, post, photo, now)
    return WindowView((text,), waiting, service.number.keypad_digits, latin, scene)


def page_at(pages: Sequence[str], width_px: int, seconds: float) -> tuple[str, float]:
    """Return which page is shown at a moment of a monotonic clock, and for how long it still is."""
    stays = [PAGE_S * max(1, ceil(width_of(page) / width_px)) for page in pages]
    left = seconds % sum(stays)
    for page, stay in zip(pages, stays, strict=True):
        if left < stay:
            return page, stay - left
        left -= stay
    return pages[0], stays[0]


def call_text(number: str, window: int) -> str:
    """Return what a board says to whoever is called."""
    return f"请{number}号到{window}号窗口"


def latin_call(number: str, window: int) -> str:
    """Return the same without Chinese."""
    return f"{number} > {window}"


def width_of(text: str) -> int:
    """Return how wide a text is on a 16-pixel board, in pixels."""
    return sum(GLYPH_PX if ord(letter) < 0x80 else 2 * GLYPH_PX for letter in text)


def fits(text: str, width_px: int) -> bool:
    """Whether a text stands still on a board, or has to run."""
    return width_of(text) <= width_px
