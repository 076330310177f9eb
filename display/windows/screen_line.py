"""The pads with a screen that connect to one port of the hub."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import assert_never

from devices.errors import PortUnavailable
from devices.pad.screen import (
    Away,
    Face,
    Idle,
    PadEvent,
    PadOffline,
    PadOnline,
    Question,
    Scene,
    ScreenPadServer,
    Serving,
    Staff,
    Submitted,
)
from devices.transport import remove_url, write_url
from display.windows.pads import Asked, PadKeyPressed, PadScene
from shared.domain.rating import PadKeys
from shared.log import logger

NONE = 0
"""The service of a press that answers no question: no service has this id."""


class ScreenPads:
    """`pads` is pad id → window; `keys` tells what faces each window's pad shows. Where it listens
    is written into the file `written`, if there is one, for simulated pads.
    """

    def __init__(
        self,
        server: Callable[[Callable[[PadEvent], None]], ScreenPadServer],
        pads: Mapping[str, int],
        keys: Mapping[int, PadKeys],
        on_press: Callable[[PadKeyPressed], None],
        *,
        written: Path | None = None,
    ) -> None:
        self._written = written
        self._pads = pads
        self._by_window = {window: pad for pad, window in pads.items()}
        self._keys = keys
        self._on_press = on_press
        self._serving: dict[int, PadScene] = {}
        self._asked: dict[int, str] = {}
        self._noticed: dict[int, str] = {}
        self._server = server(self._take)

    def start_rating(self, window: int, asked: Asked) -> None:
        """Ask the visitor at a window."""
        self._asked[window] = asked.number
        question = Question(
            str(asked.service),
            asked.number,
            asked.seconds,
            faces(self._keys[window]),
            self._keys[window].complaint,
        )
        self._server.ask(self._by_window[window], question)

    def serving(self, window: int, scene: PadScene) -> None:
        """Show who is at a window; a question about somebody before is over."""
        if self._serving.get(window) == scene:
            return
        self._serving[window] = scene
        self._noticed.pop(window, None)
        pad, number = self._by_window[window], scene.ticket
        self._server.show(pad, _scene(scene))
        if number is not None and self._asked.pop(window, number) != number:
            self._server.close_question(pad)

    def notice(self, window: int, words: str) -> None:
        """Show these words to everybody at a window; a question is over."""
        if self._noticed.get(window) == words:
            return
        self._noticed[window] = words
        self._serving.pop(window, None)
        self._asked.pop(window, None)
        pad = self._by_window[window]
        self._server.close_question(pad)
        self._server.show(pad, Away(words))

    def thank(self, window: int) -> None:
        """Tell the visitor that the rating is stored."""
        self._asked.pop(window, None)
        self._server.thank(self._by_window[window])

    def open(self) -> None:
        """Listen, or raise PortUnavailable."""
        self._server.open()
        if self._written is not None:
            try:
                self._written.parent.mkdir(parents=True, exist_ok=True)
                write_url(self._written, self._where)
            except OSError as error:
                hint = "let this account write into the hall's folder"
                raise PortUnavailable(self._server.name, "opening", str(error), hint) from error

    def close(self) -> None:
        """Stop listening."""
        if self._written is not None:
            remove_url(self._written, self._where)
        self._server.close()

    def interrupt(self) -> None:
        """Make `work` return soon."""
        self._server.interrupt()

    def work(self) -> None:
        """Serve the pads for a moment."""
        self._server.work()

    @property
    def _where(self) -> str:
        return self._server.name.replace("listen://", "tcp://", 1)

    def _take(self, event: PadEvent) -> None:
        match event:
            case PadOnline(pad):
                logger.info("pad %s of window %s is connected", pad, self._pads[pad])
            case PadOffline(pad, why):
                logger.warning("pad %s of window %s has gone: %s", pad, self._pads[pad], why)
            case Submitted(pad, _, request, code):
                settle = partial(self._settle, event)
                service = int(request) if request.isascii() and request.isdecimal() else NONE
                self._on_press(PadKeyPressed(self._pads[pad], code, service, settle))
            case _:
                assert_never(event)

    def _settle(self, submitted: Submitted, stored: bool) -> None:
        self._server.settle(submitted, stored=stored)


def _scene(scene: PadScene) -> Scene:
    shown = scene.staff
    staff = None
    if shown is not None:
        staff = Staff(shown.name, shown.post, shown.number, shown.party_member, shown.photo)
    if scene.away:
        return Away(scene.away, staff)
    return Idle(staff) if scene.ticket is None else Serving(scene.ticket, staff)


def faces(keys: PadKeys) -> tuple[Face, ...]:
    """Return the faces of a pad, the best first; of two keys with one score the first."""
    codes = {score: code for code, score in reversed(keys.scores)}
    return tuple(
        Face(codes[score], int(score), score.words) for score in sorted(codes, reverse=True)
    )
