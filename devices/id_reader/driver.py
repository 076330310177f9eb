"""The real reader over a wire: find, select, read; one result for each placing of a card."""

import threading
import time
from collections.abc import Callable
from datetime import date
from typing import assert_never

from devices.id_reader import codec
from devices.id_reader.card import AGE_BANDS, read_card
from devices.id_reader.codec import Reply, ReplyDecoder, Request
from devices.id_reader.types import (
    CardRead,
    NoAnswer,
    NoCard,
    ReaderFault,
    ReaderReady,
    ReaderStatus,
    ReadResult,
    UnknownCard,
    Unreadable,
)
from devices.transport.types import Transport

WRITE_S = 1.0
BITS = 10  # start, eight, stop
CUT_S = 0.4  # a reply that was cut is not continued after this

THINK_S = {codec.STATUS: 0.5, codec.FIND: 0.5, codec.SELECT: 0.5, codec.READ: 2.5}
"""How long a reader may be busy with the card before it answers (ours; makers say up to 1 s)."""

REPLY_BYTES = {codec.STATUS: 11, codec.FIND: 15, codec.SELECT: 19, codec.READ: 1295 + 1024}
"""How long the reply to each request is at most, on the wire."""

PAUSE_S = 0.3
"""Between two looks for a card."""

GONE_S = 0.5
"""A card has left when none was found for so long: fields flicker at the edge."""


def reply_s(request: tuple[int, int], baud: int) -> float:
    """Return how many seconds to wait for a reply at most: thinking, and the bytes on the wire."""
    return THINK_S[request] + REPLY_BYTES[request] * BITS / baud


class SdtReader:
    """A reader with a SAM_V module. Raises PortUnavailable or WriteFailed when the port is gone.

    `key` is the hall's card key, `baud` the speed of the line, `today` tells the day ages are
    counted to. One thread polls, every `pause_s` seconds; a card for `gone_s` not found has left.
    """

    def __init__(
        self,
        transport: Transport,
        key: bytes,
        *,
        baud: int = 115200,
        today: Callable[[], date] = date.today,
        bands: tuple[int, ...] = AGE_BANDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._transport = transport
        self._key = key
        self._baud = baud
        self._today = today
        self._bands = bands
        self._clock = clock
        self._interrupted = threading.Event()
        self.pause_s = PAUSE_S
        self.gone_s = GONE_S
        self._taken = False
        self._found_at = -GONE_S

    @property
    def name(self) -> str:
        """The URL, for people."""
        return self._transport.name

    def open(self) -> None:
        """Open the port, or raise PortUnavailable."""
        self._interrupted.clear()
        self._transport.open()

    def close(self) -> None:
        """Let go of the port. A card that was read stays read: it must leave first."""
        self._transport.close()

    def interrupt(self) -> None:
        """From another thread: make a waiting call return soon, without its answer."""
        self._interrupted.set()
        self._transport.interrupt()

    def status(self) -> ReaderStatus:
        """Ask whether the reader is well; harmless to ask of anything."""
        reply = self._ask(codec.STATUS)
        if reply is None:
            return NoAnswer("asking for its status")
        return ReaderReady() if reply.status == codec.OK else ReaderFault(reply.status)

    def poll(self, timeout: float | None = None) -> ReadResult:
        """Look for a card and read it; when there is nothing new, rest for `timeout` seconds,
        `pause_s` if it is not given.
        """
        result = self._look()
        match result:
            case NoCard() | NoAnswer():
                self._rest(self.pause_s if timeout is None else timeout)
            case CardRead() | UnknownCard() | Unreadable() | ReaderFault():
                pass
            case _:
                assert_never(result)
        return result

    def _look(self) -> ReadResult:
        found = self._ask(codec.FIND)
        if found is None:
            return NoAnswer("looking for a card")
        now = self._clock()
        if found.status != codec.FOUND:
            if now - self._found_at >= self.gone_s:
                self._taken = False
            return NoCard() if found.status == codec.NO_CARD else ReaderFault(found.status)
        self._found_at = now
        if self._taken:
            return NoCard()  # it lies there still
        selected = self._ask(codec.SELECT)
        if selected is None:
            return Unreadable("the reader did not answer")
        if selected.status != codec.OK:
            return Unreadable("the card was lifted too soon")
        return self._read()

    def _read(self) -> ReadResult:
        reply = self._ask(codec.READ) or self._ask(codec.READ)
        self._found_at = self._clock()
        if reply is None:
            return Unreadable("the card was not read whole")
        if reply.status != codec.OK:
            return Unreadable("the card was lifted too soon")
        text = codec.text_of(reply)
        if text is None:
            return Unreadable("the card was not read whole")
        result = read_card(text, self._key, self._today(), self._bands)
        self._taken = not isinstance(result, Unreadable)
        return result

    def _ask(self, command: tuple[int, int]) -> Reply | None:
        while self._transport.read(4096, 0):
            pass  # a late answer to the last question is not the answer to this one
        self._transport.write(codec.encode(Request(*command)), WRITE_S)
        decoder = ReplyDecoder()
        deadline = self._clock() + reply_s(command, self._baud)
        while (left := deadline - self._clock()) > 0:
            data = self._transport.read(4096, min(left, CUT_S) if decoder.pending else left)
            if replies := decoder.feed(data):
                return replies[0]
            cut = not data and decoder.pending
            if cut or decoder.damaged or self._interrupted.is_set():
                break
        self._interrupted.clear()
        return None

    def _rest(self, seconds: float) -> None:
        """Wait; an interrupt ends it, and bytes nobody asked for are dropped."""
        if seconds > 0:
            self._transport.read(4096, seconds)
