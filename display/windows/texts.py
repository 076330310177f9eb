"""What a window's devices show, from what is true at the window."""

from dataclasses import dataclass

from shared.domain.hall import Window
from shared.usecases.queries import Snapshot

GLYPH_PX = 8
"""Width of a Latin character on a 16-pixel board; a Chinese one is twice as wide."""

LEAVE = "EXIT NOW"
"""What LEDs without Chinese show while the hall is evacuated."""


@dataclass(frozen=True)
class WindowView:
    """The text of the LED, what LEDs without Chinese show instead, the keypad's two numbers (None:
    blank), and the ticket for a pad.
    """

    led: str
    waiting: int
    number: int | None
    latin: str
    ticket: str | None = None


def window_view(window: Window, hall: Snapshot) -> WindowView:
    """Derive what one window shows from the state of the hall."""
    waiting = hall.waiting.at(window)
    if hall.evacuation is not None:
        return WindowView(hall.evacuation.text, waiting, None, LEAVE)
    service = hall.windows.get(window.number)
    if service is None:
        idle = f"{window.number}号窗口 {window.name}".strip()
        return WindowView(idle, waiting, None, str(window.number))
    number = str(service.number)
    text, latin = call_text(number, window.number), latin_call(number, window.number)
    return WindowView(text, waiting, service.number.keypad_digits, latin, number)


def call_text(number: str, window: int) -> str:
    """Return what a board says to whoever is called."""
    return f"请{number}号到{window}号窗口"


def latin_call(number: str, window: int) -> str:
    """Return the same without Chinese."""
    return f"{number} > {window}"


def fits(text: str, width_px: int) -> bool:
    """Whether a text stands still on a board, or has to run."""
    return sum(GLYPH_PX if ord(letter) < 0x80 else 2 * GLYPH_PX for letter in text) <= width_px
