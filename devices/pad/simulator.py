"""An evaluation pad with a few keys."""

import threading
from collections.abc import Callable

from devices.bus import functions
from devices.bus.codec import Frame


class PadSimulator:
    """`rating_open` while it asks the visitor; `stars` counts thanks shown."""

    def __init__(self, address: int) -> None:
        self.address = address
        self.rating_open = False
        self.stars = 0
        self.acknowledged = 0
        self._unanswered: list[int] = []
        self._lock = threading.Lock()
        self._send: Callable[[Frame], None] = lambda _frame: None
        self._changed: Callable[[], None] = lambda: None

    def connect(self, send: Callable[[Frame], None], changed: Callable[[], None]) -> None:
        """Learn how to speak on the bus."""
        self._send, self._changed = send, changed

    def press(self, code: int) -> None:
        """Press a key: its frame goes out at once, and an open rating is over."""
        with self._lock:
            self._unanswered.append(code)
            self.rating_open = False
        self._send(Frame(self.address, functions.RATING, bytes((code,))))
        self._changed()

    def hear(self, frame: Frame) -> bool:
        """Take a frame for this address; what is meant for a keypad is ignored."""
        with self._lock:
            if frame.function == functions.KEY and frame.data == functions.START_RATING:
                # The echo of a keypad's EVALUATE key at the same address is this very frame.
                self.rating_open = True
            elif frame.function == functions.KEY and frame.data[-1:] in self._codes():
                self._unanswered.remove(frame.data[-1])
                self.acknowledged += 1
            elif frame.function == functions.SHOW and frame.data == functions.STARS:
                self.stars += 1
            else:
                return False
        return True

    def _codes(self) -> list[bytes]:
        return [bytes((code,)) for code in self._unanswered]
