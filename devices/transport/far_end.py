"""The far end of a wire: what every listener does."""

import os
import select
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable
from time import monotonic

from devices.transport.types import HungUp

SEND_SECONDS = 1.0  # after this a client that does not read loses bytes, as on a real line


class Listener(ABC):
    """One daemon thread: bytes from the wire go to a handler, its answers go back."""

    def __init__(self) -> None:
        self._wake_in, self._wake_out = os.pipe()
        self._sending = threading.Lock()
        self._thread: threading.Thread | None = None
        self._stopping = threading.Event()
        self._handler: Callable[[bytes], bytes] = lambda _data: b""

    @property
    @abstractmethod
    def url(self) -> str:
        """Where a driver reaches this wire."""

    @abstractmethod
    def _waiting_on(self) -> int:
        """Return the descriptor whose next byte (or client) is awaited."""

    @abstractmethod
    def _receive(self) -> bytes:
        """Take what arrived on that descriptor; b"" when there is nothing to feed."""

    @abstractmethod
    def _client(self) -> int | None:
        """Return the descriptor to send on, None while no one is connected."""

    @abstractmethod
    def hang_up(self) -> None:
        """Break the wire under the client, as pulling the plug does; new clients may come."""

    @abstractmethod
    def _close(self) -> None:
        """Release every descriptor."""

    def start(self, handler: Callable[[bytes], bytes]) -> None:
        """Serve: every chunk received is handed to handler, what it returns is sent."""
        self._handler = handler
        self._thread = threading.Thread(target=self._serve, name=f"wire {self.url}", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End the thread and close the wire; stopping twice is fine."""
        if self._stopping.is_set():
            return
        self._stopping.set()
        self._wake()
        if self._thread is not None:
            self._thread.join(5)
        self._close()
        os.close(self._wake_in)
        os.close(self._wake_out)

    def send(self, data: bytes) -> None:
        """Send bytes no one asked for (a key press); lost when no client listens."""
        with self._sending:
            fd = None if self._stopping.is_set() else self._client()
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
            poll = select.poll()
            fd = self._waiting_on()
            poll.register(self._wake_in, select.POLLIN)
            poll.register(fd, select.POLLIN)
            ready = {one for one, _ in poll.poll()}
            if self._wake_in in ready:
                os.read(self._wake_in, 64)
                continue
            data = self._receive()
            if not data:
                continue
            try:
                answer = self._handler(data)
            except HungUp:
                self.hang_up()
            else:
                if answer:
                    self.send(answer)
