"""The far end of a wire: what every listener does."""

import os
import queue
import select
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable
from time import monotonic

from devices.transport.faults import WireFaults
from devices.transport.pacing import Pacing
from devices.transport.types import HungUp

BREAK_SECONDS = 5.0
SEND_SECONDS = 1.0  # after this a client that does not read loses bytes, as on a real line


class Listener(ABC):
    """One daemon thread: bytes from the wire go to a handler, its answers go back.

    `faults` are the wire's own; `on_url` is called, on that thread, when the URL has changed or
    the wire was taken away or put back.
    """

    def __init__(self, faults: WireFaults | None = None) -> None:
        self.faults = faults or WireFaults()
        self.on_url: Callable[[], None] = lambda: None
        self._pacing = Pacing(self.faults)
        self._unplugged = False
        self._waiting = False
        self._breaks: queue.SimpleQueue[threading.Event] = queue.SimpleQueue()
        self._wake_in, self._wake_out = os.pipe()
        self._sending = threading.RLock()
        self._thread: threading.Thread | None = None
        self._stopping = threading.Event()
        self._handler: Callable[[bytes], bytes] = lambda _data: b""

    @property
    @abstractmethod
    def url(self) -> str:
        """Where a driver reaches this wire."""

    @property
    def unplugged(self) -> bool:
        """Whether the wire is away."""
        return self._unplugged

    @abstractmethod
    def _waiting_on(self) -> int:
        """Return the descriptor whose next byte (or client) is awaited."""

    @abstractmethod
    def _receive(self, size: int) -> bytes:
        """Take what arrived on that descriptor; b"" when there is nothing to feed."""

    @abstractmethod
    def _client(self) -> int | None:
        """Return the descriptor to send on, None while no one is connected."""

    @abstractmethod
    def _hang_up(self) -> None:
        """Break the wire under the client; a new one may come."""

    @abstractmethod
    def _unplug(self) -> None:
        """Take the wire away."""

    @abstractmethod
    def _plug(self) -> None:
        """Put the wire back; OSError when its place is taken."""

    @abstractmethod
    def _close(self) -> None:
        """Release every descriptor."""

    def start(self, handler: Callable[[bytes], bytes]) -> None:
        """Serve: every chunk received is handed to handler, what it returns is sent."""
        self._handler = handler
        self.faults.on_switch = self._wake
        self._thread = threading.Thread(target=self._serve, name=f"wire {self.url}", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End the thread and close the wire; stopping twice is fine."""
        if self._stopping.is_set():
            return
        self.faults.on_switch = lambda: None
        self._stopping.set()
        self._wake()
        if self._thread is not None:
            self._thread.join(5)
        if not self._unplugged:
            self._close()
        os.close(self._wake_in)
        os.close(self._wake_out)

    def hang_up(self) -> None:
        """Break the wire under the client, as pulling the plug does; new clients may come."""
        thread = self._thread
        if thread is None or not thread.is_alive() or thread is threading.current_thread():
            self._break()
            return
        # The serving thread does it: it may be just about to read what would be closed.
        done = threading.Event()
        self._breaks.put(done)
        self._wake()
        done.wait(BREAK_SECONDS)

    def _break(self) -> None:
        with self._sending:
            if self._unplugged:
                return
            self._pacing.clear()
            self._hang_up()
        self.on_url()

    def send(self, data: bytes) -> None:
        """Send bytes from any thread (a key press); lost when no client listens."""
        with self._sending:
            if self._stopping.is_set() or self._unplugged:
                return
            data = self.faults.noisy(self.faults.said(data))
            if self.faults.timed or self._pacing.speaking:
                self._pacing.say(data, monotonic())
                self._wake()
            else:
                self._write(data)

    def _write(self, data: bytes) -> None:
        fd = self._client()
        deadline = monotonic() + SEND_SECONDS
        poll = select.poll()
        if fd is not None:
            poll.register(fd, select.POLLOUT)
        while fd is not None and data and poll.poll(max(0.0, deadline - monotonic()) * 1000):
            try:
                data = data[os.write(fd, data) :]
            except BlockingIOError:
                continue
            except OSError:
                return

    def _wake(self) -> None:
        """Make the thread look again at what it waits on."""
        os.write(self._wake_out, b"\0")

    def _serve(self) -> None:
        while not self._stopping.is_set():
            self._follow_plug()
            while not self._breaks.empty():
                done = self._breaks.get()
                self._break()
                done.set()
            if self._await():
                data = self._receive(self._pacing.take)
                if data:
                    self._pacing.hear(data, monotonic(), waiting=self._waiting)
            with self._sending:
                if said := self._pacing.said(monotonic()):
                    self._write(said)
            if heard := self.faults.noisy(self._pacing.heard(monotonic())):
                self._hand_over(heard)

    def _await(self) -> bool:
        """Wait for bytes from the wire, for what is due, or to be woken; True: there are bytes."""
        poll = select.poll()
        poll.register(self._wake_in, select.POLLIN)
        fd = -1
        if not (self._unplugged or self._pacing.hearing):
            fd = self._waiting_on()
            poll.register(fd, select.POLLIN)
        with self._sending:
            due = self._pacing.next_at()
        wait = None if due is None else max(0.0, due - monotonic()) * 1000
        found = poll.poll(0)
        self._waiting = bool(found)
        ready = {one for one, _ in found or poll.poll(wait)}
        if self._wake_in in ready:
            os.read(self._wake_in, 64)
            return False
        return fd in ready

    def _hand_over(self, data: bytes) -> None:
        try:
            answer = self._handler(data)
        except HungUp:
            self._break()
        else:
            if answer:
                self.send(answer)

    def _follow_plug(self) -> None:
        """Take the wire away or put it back, as the switch says."""
        wanted = self.faults.unplugged
        if wanted == self._unplugged:
            return
        with self._sending:
            self._pacing.clear()
            try:
                (self._unplug if wanted else self._plug)()
            except OSError:
                self.faults.unplugged = True  # somebody has taken its place meanwhile
                return
            self._unplugged = wanted
        self.on_url()
