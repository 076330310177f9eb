"""A caller keypad: keys, six digits and a beeper."""

import threading
from collections.abc import Callable

from devices.bus import functions
from devices.bus.codec import Frame
from devices.keypad.types import Key


class KeypadSimulator:
    """`digits` is what its display shows, `acknowledged` counts keys whose echo came."""

    def __init__(self, address: int) -> None:
        self.address = address
        self.digits = "------"
        self.beeps = 0
        self.acknowledged = 0
        self._unanswered: list[bytes] = []
        self._lock = threading.Lock()
        self._send: Callable[[Frame], None] = lambda _frame: None
        self._changed: Callable[[], None] = lambda: None

    def connect(self, send: Callable[[Frame], None], changed: Callable[[], None]) -> None:
        """Learn how to speak on the bus."""
        self._send, self._changed = send, changed

    def press(self, key: Key) -> None:
        """Press a key: its frame goes out at once, and once only."""
        with self._lock:
            self._unanswered.append(key.value)
        self._send(Frame(self.address, functions.KEY, key.value))
        self._changed()

    def hear(self, frame: Frame) -> bool:
        """Take a frame for this address; what is meant for a pad is ignored."""
        with self._lock:
            if frame.function == functions.KEY and frame.data in self._unanswered:
                self._unanswered.remove(frame.data)
                self.acknowledged += 1
            elif frame.function == functions.SHOW and len(frame.data) == 6:
                self.digits = functions.shown(frame.data)
            elif frame.function == functions.BEEP:
                self.beeps += 1
            else:
                return False
        return True
