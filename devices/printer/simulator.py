"""A receipt printer made of bytes: it prints slips, reports itself and has faults to switch on."""

import threading
from collections.abc import Callable

from devices.printer import status as bits
from devices.printer.commands import RealTime, next_token
from devices.printer.interpreter import Interpreter
from devices.printer.paper import Paper, Slip
from devices.switches import Switch
from devices.transport.types import HungUp


class PrinterSimulator:
    """Feed it what a driver writes; it returns what a printer would answer.

    Switches, settable from any thread: paper_out, near_end, cover_open, offline and
    cutter_error stop it (or warn) as on a real printer, which keeps what it has not printed;
    `mute` prints but answers nothing; `drop_after` breaks the wire once, after that many
    further bytes. `emit` sends bytes unprompted, `on_change` is called after each change.
    """

    paper_out = Switch(False)
    near_end = Switch(False)
    cover_open = Switch(False)
    offline = Switch(False)
    cutter_error = Switch(False)
    mute = Switch(False)
    drop_after = Switch[int | None](None)

    def __init__(self, *, columns: int = 48) -> None:
        self.lock = threading.RLock()
        self.emit: Callable[[bytes], None] = lambda _data: None
        self.on_change: Callable[[], None] = lambda: None
        self._paper = Paper(columns)
        self._interpreter = Interpreter(self._paper)
        self._real_time = RealTime()
        self._buffer = bytearray()
        self._last_status = self._automatic_status()

    @property
    def slips(self) -> list[Slip]:
        """Every slip cut so far, oldest first."""
        with self.lock:
            return list(self._paper.slips)

    @property
    def unfinished(self) -> Slip:
        """What is on the paper and not yet cut."""
        with self.lock:
            return self._paper.unfinished

    @property
    def unknown(self) -> list[bytes]:
        """Commands that came and were not understood."""
        with self.lock:
            return list(self._interpreter.unknown)

    def feed(self, data: bytes) -> bytes:
        """Take bytes from the wire and return the answer; raises HungUp to break the wire."""
        with self.lock:
            dropped = self._drop(data)
            if dropped is not None:
                data = dropped
            answer = b"".join(self._answer(n) for n in self._real_time.feed(data))
            self._buffer += data
            answer += self._work()
            if dropped is not None:
                self._buffer.clear()
                self._real_time = RealTime()
            mute = self.mute
        self.on_change()
        if dropped is not None:
            raise HungUp("the printer was switched off")
        return b"" if mute else answer

    def switched(self) -> None:
        """Go on with what was held back, and report the new state if that was asked for."""
        with self.lock:
            answer = self._work()
            status = self._automatic_status()
            if status != self._last_status and self._interpreter.asb:
                answer = status + answer
            self._last_status = status
            mute = self.mute
        if answer and not mute:
            self.emit(answer)
        self.on_change()

    def _drop(self, data: bytes) -> bytes | None:
        """Return the last bytes that still arrive when this feed breaks the wire."""
        left = self.drop_after
        if left is None:
            return None
        if len(data) < left:
            vars(self)["_switch_drop_after"] = left - len(data)
            return None
        vars(self)["_switch_drop_after"] = None
        return data[:left]

    @property
    def _blocked(self) -> bool:
        return self.paper_out or self.cover_open or self.offline or self.cutter_error

    def _work(self) -> bytes:
        answer = b""
        while not self._blocked:
            token = next_token(self._buffer, self._interpreter.kanji)
            if token is None:
                break
            del self._buffer[: len(token.raw)]
            if not token.raw.startswith(b"\x10\x04"):
                self._paper.raw += token.raw
            asb = self._interpreter.asb
            answer += self._interpreter.execute(token)
            if self._interpreter.asb and not asb:
                answer += self._automatic_status()
        return answer

    def _answer(self, n: int) -> bytes:
        flags = {
            1: bits.OFFLINE * self._blocked,
            2: bits.COVER * self.cover_open
            | bits.PAPER_STOP * self.paper_out
            | bits.ERROR * self.cutter_error,
            3: bits.CUTTER * self.cutter_error,
            4: bits.NEAR_END * (self.near_end or self.paper_out) | bits.PAPER_END * self.paper_out,
        }
        return bytes((bits.ALWAYS | flags[n],)) if n in flags else b""

    def _automatic_status(self) -> bytes:
        near, end = self.near_end or self.paper_out, self.paper_out
        return bytes(
            (
                0x10 | 0x08 * self._blocked | 0x20 * self.cover_open,
                0x08 * self.cutter_error,
                0x03 * near | 0x0C * end,
                0x00,
            )
        )
