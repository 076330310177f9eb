"""Keys become use cases, facts become what the windows show."""

import queue
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import assert_never

from display.windows.bus_line import KeyPressed, Pressed, WindowBus
from display.windows.led_line import LedLine
from display.windows.pad_presses import PadPresses
from display.windows.pads import Asked, PadKeyPressed, WindowPad
from display.windows.photos import Photos
from display.windows.texts import call_text, latin_call, page_at, window_view
from shared.domain.errors import HallError
from shared.domain.events import Fact, RatingAsked, ServiceRated, TicketCalled
from shared.domain.keypad import KeyAction, KeyMeaning, TransferTo
from shared.feed import Feed
from shared.log import logger
from shared.usecases import window_actions
from shared.usecases.call_next import Called, call_next, resume
from shared.usecases.context import Context
from shared.usecases.posts import Shown, shown_now
from shared.usecases.queries import latest_service, snapshot
from shared.usecases.rate import ask_rating

REFRESH_S = 30.0
"""How often the windows are compared with the hall though nothing happened (a new day)."""

FRESH = timedelta(seconds=30)
"""A pad is lit for a question that is not older than this."""

RETRY_S = 1.0
"""How often a database that is away is offered the presses that wait for it."""


@dataclass(frozen=True)
class Heard:
    """A key, and when it was pressed."""

    press: Pressed
    at: datetime


Act = Callable[[Context, int], object]
Inbox = queue.SimpleQueue[Heard | list[Fact] | None]
"""What the hub works off in turn: keys, facts, and None to stop."""

ACTIONS: Mapping[KeyAction, Act] = {
    KeyAction.CALL_NEXT: call_next,
    KeyAction.RECALL: window_actions.recall,
    KeyAction.EVALUATE: ask_rating,
    KeyAction.NO_SHOW: window_actions.no_show,
    KeyAction.PARK: window_actions.park,
    KeyAction.CALL_BACK: resume,
    KeyAction.START: window_actions.start,
    KeyAction.FINISH: window_actions.finish,
}
"""What the keys of a keypad do; a key that hall.toml gives nothing to do only beeps."""


class Hub:
    """One thread takes keys and facts in turn, so that a window's state has one author."""

    def __init__(
        self,
        ctx: Context,
        inbox: Inbox,
        leds: Mapping[int, LedLine],
        keypads: Mapping[int, WindowBus],
        pads: Mapping[int, WindowPad],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._ctx = ctx
        self._inbox = inbox
        self._leds = leds
        self._keypads = keypads
        self._pads = pads
        self._presses = PadPresses(ctx)
        self._photos = Photos(ctx.config.folder)
        self._widths = {one.number: one.led_width for one in ctx.config.windows}
        self._clock = clock
        self._next_page = REFRESH_S
        self._leave = ""
        self._thread = threading.Thread(target=self._run, name="hub", daemon=True)
        self._feed = Feed(
            ctx.database, snapshot(ctx).fact_id, inbox.put, lambda state: logger.info("%s", state)
        )

    def start(self) -> None:
        """Begin to follow the hall."""
        self._thread.start()
        self._feed.start()

    def stop(self) -> None:
        """Stop; keys that were pressed before are still worked off."""
        self._feed.stop()
        self._inbox.put(None)
        self._thread.join()

    def _run(self) -> None:
        self._guard(self._refresh)
        while True:
            try:
                message = self._inbox.get(timeout=RETRY_S if self._presses else self._next_page)
            except queue.Empty:
                message = []
            # Before anything else: after the next call, a press belongs to somebody who has gone.
            self._presses.store()
            match message:
                case None:
                    if self._presses:
                        logger.error("%s presses of pads are lost", len(self._presses))
                    return
                case Heard(press, at):
                    self._take(press, at)
                case []:
                    if not self._presses:
                        self._guard(self._refresh)
                case list():
                    self._guard(self._refresh)
                    self._announce(message)
                case _:
                    assert_never(message)

    def _take(self, press: Pressed, at: datetime) -> None:
        match press:
            case KeyPressed(window, code):
                self._key(window, code)
            case PadKeyPressed():
                self._presses.take(press, at)
            case _:
                assert_never(press)

    def _key(self, window: int, code: bytes) -> None:
        meaning = self._ctx.config.keypad_keys[window].meaning(code)
        if meaning is None:
            logger.info("window %s: key %s does nothing in hall.toml", window, code.hex())
        try:
            result = self._act(window, meaning)
        except HallError as error:
            logger.warning("window %s: %s: %s", window, meaning, error.message)
            result = None
        if result is None:
            self._keypads[window].beep(window)
        else:
            # What was just committed is shown now, not when the feed has found it.
            if isinstance(result, Called):
                self._call(window, str(result.number))
            self._guard(self._refresh)

    def _act(self, window: int, meaning: KeyMeaning | None) -> object:
        match meaning:
            case None:
                return None
            case TransferTo(queue):
                return window_actions.transfer(self._ctx, window, to_queue=queue)
            case KeyAction():
                return ACTIONS[meaning](self._ctx, window)
            case _:
                assert_never(meaning)

    def _refresh(self) -> None:
        hall = snapshot(self._ctx)
        leave = hall.evacuation.text if hall.evacuation else ""
        self._leave = leave
        shown, now = shown_now(self._ctx), self._ctx.clock().astimezone(self._ctx.zone)
        views = [
            (one.number, window_view(one, hall, shown, now, self._photo(one.number, shown)))
            for one in self._ctx.hall.windows
        ]
        self._next_page = REFRESH_S
        # The boards first: a call concerns one board, but the waiting count of many keypads.
        for window, view in views:
            if window in self._leds:
                page, left = page_at(view.pages, self._widths[window], self._clock())
                if len(view.pages) > 1:
                    self._next_page = min(self._next_page, left)
                self._leds[window].show(
                    window,
                    page,
                    latin=view.latin,
                    urgent=view.number is not None or bool(leave),
                )
        for window, view in views:
            if window in self._keypads:
                self._keypads[window].show(window, view.waiting, view.number)
            if window in self._pads and leave:
                self._pads[window].notice(window, leave)
            elif window in self._pads:
                self._pads[window].serving(window, view.pad)

    def _photo(self, window: int, shown: Shown) -> bytes:
        if window not in self._pads or shown.posts is None:
            return b""
        person = shown.posts[window].serving or shown.posts[window].away
        return self._photos.of(person.photo) if person else b""

    def _call(self, window: int, number: str, *, again: bool = False) -> None:
        if window in self._leds:
            text, latin = call_text(number, window), latin_call(number, window)
            self._leds[window].show(window, text, latin=latin, urgent=True, again=again)

    def _announce(self, facts: list[Fact]) -> None:
        if self._leave:
            return  # nothing takes the place of the evacuation
        for fact in facts:
            match fact.event:
                case TicketCalled(window=window, number=number, again=True):
                    self._call(window, number, again=True)
                case RatingAsked(window=window, number=number) if self._is_fresh(fact):
                    if window in self._pads:
                        self._ask(window, number)
                case ServiceRated(window=window) if self._is_fresh(fact):
                    if window in self._pads:
                        self._pads[window].thank(window)
                case _:
                    pass

    def _ask(self, window: int, number: str) -> None:
        service = latest_service(self._ctx, window)
        if service is not None and str(service.number) == number and service.score is None:
            seconds = self._ctx.config.pad_keys[window].ask_s
            self._pads[window].start_rating(window, Asked(service.id, number, seconds))

    def _is_fresh(self, fact: Fact) -> bool:
        """Whether the person is still there; facts come late when the feed was away."""
        return self._ctx.clock() - fact.at < FRESH

    def _guard(self, work: Callable[[], object]) -> object:
        try:
            return work()
        except HallError as error:
            logger.error("the windows wait: %s", error.message)
            return None
