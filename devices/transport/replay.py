"""Recordings played again: as a wire for a driver, or as the device at the end of a real wire."""

import threading
from time import monotonic, sleep

from devices.errors import PortUnavailable, WriteFailed
from devices.transport.far_end import Listener
from devices.transport.recorded import Event, Recording


class Differs(Exception):
    """What is done is not what was recorded."""


class ReplayTransport:
    """A wire on which everything happens as recorded; Differs when the driver does otherwise.

    A read that comes before what must be written first finds nothing after its timeout. One
    thread at a time.
    """

    def __init__(self, recording: Recording) -> None:
        self._recording = recording
        self._events = [event for event in recording.events if event.event != "silence"]
        self._left = b""

    @property
    def name(self) -> str:
        """The URL of the port that was recorded."""
        return self._recording.port

    @property
    def done(self) -> bool:
        """Whether everything recorded has happened again."""
        return not self._events

    def open(self) -> None:
        """Open, or fail as recorded."""
        self._expect("open", "opening")

    def close(self) -> None:
        """Close; closing more often than recorded is fine."""
        self._left = b""
        if self._events and self._events[0].event == "close":
            self._events.pop(0)

    def write(self, data: bytes, timeout: float) -> None:
        """Take data, which must be what was written then, in whatever pieces."""
        del timeout
        while data:
            self._fail("writing")
            event = self._events[0] if self._events else None
            if event is None or event.event != "write":
                found = f"{event.event} at {event.t} s" if event else "the end"
                raise Differs(f"{data.hex(' ')} is written, where {found} was recorded")
            size = min(len(data), len(event.data))
            if data[:size] != event.data[:size]:
                told = f"at {event.t} s: {data.hex(' ')} is written"
                raise Differs(f"{told}, {event.data.hex(' ')} was recorded")
            data = data[size:]
            self._advance(event, size)

    def read(self, size: int, timeout: float) -> bytes:
        """Return what was read then; b"" after timeout seconds while it is not yet time."""
        self._fail("reading")
        event = self._events[0] if self._events else None
        if event is None or event.event != "read":
            sleep(timeout)
            return b""
        data = event.data[:size]
        self._advance(event, len(data))
        return data

    def interrupt(self) -> None:
        """Nothing waits for long here."""

    def _advance(self, event: Event, size: int) -> None:
        rest = event.data[size:]
        self._events.pop(0)
        if rest:
            self._events.insert(0, Event(event.t, event.event, rest))

    def _expect(self, name: str, what: str) -> None:
        self._fail(what)
        if not self._events or self._events[0].event != name:
            found = f"{self._events[0].event}" if self._events else "the end"
            raise Differs(f"{what}, where {found} was recorded")
        self._events.pop(0)

    def _fail(self, what: str) -> None:
        event = self._events[0] if self._events else None
        if event is None or event.event != "error" or event.what != what:
            return
        self._events.pop(0)
        if event.error == "WriteFailed":
            reason, written = event.reason, event.written
            raise WriteFailed(self.name, what, reason, event.hint, written=written)
        raise PortUnavailable(self.name, what, event.reason, event.hint)


class ReplayPeer:
    """The device of a recording at the end of a real wire: it says what it said then, each time
    after it has heard as many bytes as then; what differs from then is counted.

    `speed` is how much faster than then it goes; 0 waits for nothing.
    """

    def __init__(self, recording: Recording, listener: Listener, *, speed: float = 1.0) -> None:
        self._events = recording.events
        self._listener = listener
        self._pause = 1 / speed if speed else 0.0
        self._heard = bytearray()
        self._news = threading.Condition()
        self._stopping = False
        self.different = 0
        self.done = threading.Event()
        self._thread = threading.Thread(target=self._run, name="replay", daemon=True)

    def start(self) -> None:
        """Serve the wire, and begin with what the device said unasked when it is first spoken to
        or, where it spoke first, at once.
        """
        self._listener.start(self._feed)
        self._thread.start()

    def stop(self) -> None:
        """End it and close the wire."""
        with self._news:
            self._stopping = True
            self._news.notify()
        self._thread.join(5)
        self._listener.stop()

    def _feed(self, data: bytes) -> bytes:
        with self._news:
            self._heard += data
            self._news.notify()
        return b""

    def _run(self) -> None:
        before = 0.0
        for event in self._events:
            wait, before = event.t - before, event.t
            match event.event:
                case "write":
                    alive = self._hear(event.data)
                case "read":
                    alive = self._wait(wait * self._pause)
                    self._listener.send(event.data)
                case "error" if event.what == "reading":
                    alive = self._wait(wait * self._pause)
                    self._listener.hang_up()
                case _:
                    alive = not self._stopping
            if not alive:
                return
        self.done.set()

    def _hear(self, wanted: bytes) -> bool:
        with self._news:
            self._news.wait_for(lambda: self._stopping or len(self._heard) >= len(wanted))
            self.different += self._heard[: len(wanted)] != wanted
            del self._heard[: len(wanted)]
            return not self._stopping

    def _wait(self, seconds: float) -> bool:
        deadline = monotonic() + seconds
        with self._news:
            while not self._stopping and (left := deadline - monotonic()) > 0:
                self._news.wait(left)
            return not self._stopping
