"""How a kiosk's window is opened."""

from dataclasses import dataclass


@dataclass(frozen=True)
class KioskOptions:
    """`place` is a part of the screen, `remote` the socket of the demo's hand."""

    fullscreen: bool = False
    landscape: bool = False
    place: str | None = None
    remote: str | None = None
