"""A receipt printer made of bytes: it prints slips, reports itself and has faults to switch on."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import fields
from random import Random
from time import sleep

from devices.printer.charset import Encoding
from devices.printer.commands import RealTime, next_token
from devices.printer.faults import Condition
from devices.printer.interpreter import Interpreter
from devices.printer.mouth import Mouth
from devices.printer.paper import Paper, Slip
from devices.switches import Switch
from devices.transport.types import HungUp

NOT_ON_PAPER = (b"\x10\x04", b"\x1da", b"\x1de")  # questions, and what the presenter does


class PrinterSimulator:
    """Feed it what a driver writes; it returns what a printer would answer.

    Switches, settable from any thread or by `script`: paper_out, near_end, cover_open, offline,
    cutter_error, unrecoverable and overheated stop it (or warn) as on a real printer, which keeps
    what it has not printed; untaken: the last slip hangs in the mouth (DLE EOT 1, bit 7).
    `mute` prints but answers nothing, `garbage` answers rubbish instead, `delay` answers so many
    seconds late, `slow` takes only so many bytes a second; `drop_after` breaks the wire once,
    after that many further bytes. `mouth` is its presenter. `emit` sends bytes unprompted,
    `on_change` is called after each change.
    """

    paper_out = Switch(False)
    near_end = Switch(False)
    cover_open = Switch(False)
    offline = Switch(False)
    cutter_error = Switch(False)
    unrecoverable = Switch(False)
    overheated = Switch(False)
    untaken = Switch(False)
    mute = Switch(False)
    garbage = Switch(False)
    delay = Switch(0.0)
    slow = Switch(0)
    drop_after = Switch[int | None](None)

    def __init__(self, *, columns: int = 48, encoding: Encoding = "gb18030") -> None:
        self.lock = threading.RLock()
        self.emit: Callable[[bytes], None] = lambda _data: None
        self.on_change: Callable[[], None] = lambda: None
        self.mouth = Mouth()
        self._paper = Paper(columns)
        self._interpreter = Interpreter(self._paper, self.mouth, encoding)
        self._real_time = RealTime()
        self._buffer = bytearray()
        self._script: list[tuple[int, str, object]] = []
        self._rubbish = Random(7)  # noqa: S311 (noise)
        self._condition = Condition()

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

    @property
    def beeps(self) -> int:
        """How often the buzzer sounded."""
        with self.lock:
            return self._interpreter.beeps

    def script(self, *steps: tuple[int, str, object]) -> None:
        """Set switches at given places of the stream: (after so many further bytes, name, value).

        Each step counts from the one before.
        """
        with self.lock:
            self._script += steps

    def feed(self, data: bytes) -> bytes:
        """Take bytes from the wire and return the answer; raises HungUp to break the wire."""
        if self.slow:
            sleep(len(data) / self.slow)
        answer = b""
        for piece, step in self._pieces(data):
            answer += self._feed(piece)
            if step is not None:
                setattr(self, *step)
        if answer and self.delay:
            sleep(self.delay)
        with self.lock:
            if self.garbage:
                answer = bytes(self._rubbish.choice(b"\x00\x05\x41\x83\xff") for _ in answer)
            return b"" if self.mute else answer

    def switched(self) -> None:
        """Go on with what was held back, and report the new state if that was asked for."""
        with self.lock:
            before = self._condition.report()
            self._condition = Condition(
                **{one.name: getattr(self, one.name) for one in fields(Condition)}
            )
            answer = self._work()
            report = self._condition.report()
            if report != before and self._interpreter.asb:
                answer = report + answer
            mute = self.mute
        if answer and not mute:
            self.emit(answer)
        self.on_change()

    def _pieces(self, data: bytes) -> Iterator[tuple[bytes, tuple[str, object] | None]]:
        """Cut data where the script has steps; yield each piece with the step that follows it."""
        while True:
            with self.lock:
                if not self._script or len(data) < self._script[0][0]:
                    if self._script:
                        left, name, value = self._script[0]
                        self._script[0] = (left - len(data), name, value)
                    break
                left, name, value = self._script.pop(0)
            yield data[:left], (name, value)
            data = data[left:]
        yield data, None

    def _feed(self, data: bytes) -> bytes:
        with self.lock:
            dropped = self._drop(data)
            if dropped is not None:
                data = dropped
            answer = b"".join(self._condition.answer(n) for n in self._real_time.feed(data))
            self._buffer += data
            answer += self._work()
            if dropped is not None:
                self._buffer.clear()
                self._interpreter.reset()
                self._real_time = RealTime()
        self.on_change()
        if dropped is not None:
            raise HungUp("the printer was switched off")
        return answer

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

    def _work(self) -> bytes:
        answer = b""
        while not self._condition.blocked:
            interpreter = self._interpreter
            token = next_token(self._buffer, interpreter.kanji, interpreter.encoding == "utf-8")
            if token is None:
                break
            del self._buffer[: len(token.raw)]
            if not token.raw.startswith(NOT_ON_PAPER):
                self._paper.raw += token.raw
            answer += interpreter.execute(token)
            if token.raw.startswith(b"\x1da") and interpreter.asb:
                answer += self._condition.report()
        return answer
