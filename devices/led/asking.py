"""Question and answer on a shared line: send, wait for the board, try again."""

import threading
from collections.abc import Callable
from time import monotonic
from typing import TypeVar

from devices.led.types import NoAnswer
from devices.transport.types import Transport

WRITE_SECONDS = 4.0  # the longest frame takes 2.3 s at 9600 baud when every byte is escaped
MOST_RUBBISH_SECONDS = 0.3
BITS_PER_BYTE = 11  # start, eight, parity or second stop bit, stop

T = TypeVar("T")
Listen = Callable[[bytes], T | None]
"""Takes bytes as they come; returns the answer once it is complete."""


class Asking:
    """One question at a time. `timeout` is seconds per attempt beyond the time the question takes
    on a wire of `baud`; `retries` are further attempts; `gap` is the silence in seconds that must
    go before a question.
    """

    def __init__(
        self,
        transport: Transport,
        *,
        timeout: float = 0.4,
        retries: int = 2,
        baud: int = 9600,
        gap: float = 0.0,
    ) -> None:
        self._transport = transport
        self._timeout = timeout
        self._attempts = retries + 1
        self._byte_seconds = BITS_PER_BYTE / baud
        self._gap = gap
        self._lock = threading.Lock()

    def open(self) -> None:
        """Open the port, or raise PortUnavailable."""
        self._transport.open()

    def close(self) -> None:
        """Let go of the port."""
        self._transport.close()

    def ask(
        self, question: bytes, listener: Callable[[], Listen[T]], *, patient: bool = True
    ) -> T | NoAnswer:
        """Return the answer; `listener` makes a fresh ear for each attempt."""
        attempts = self._attempts if patient else 1
        with self._lock:
            for _ in range(attempts):
                self._clear_the_line()
                self._transport.write(question, WRITE_SECONDS)
                answer = self._answer(len(question), listener())
                if answer is not None:
                    return answer
        return NoAnswer(attempts)

    def _clear_the_line(self) -> None:
        # A late answer to the last question is not the answer to this one; a line on which
        # somebody babbles without end must not hold us for ever.
        deadline = monotonic() + MOST_RUBBISH_SECONDS
        while self._transport.read(256, self._gap) and monotonic() < deadline:
            pass

    def _answer(self, sent: int, listen: Listen[T]) -> T | None:
        # The write returns when the system has the bytes; the board has them only later.
        deadline = monotonic() + self._timeout + sent * self._byte_seconds
        while (left := deadline - monotonic()) > 0:
            answer = listen(self._transport.read(256, left))
            if answer is not None:
                return answer
        return None
