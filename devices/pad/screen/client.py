"""The wire of a simulated pad with a screen: it connects to the hub, and comes back."""

import threading
from collections.abc import Callable
from time import monotonic

from devices.errors import DeviceError
from devices.pad.screen.simulator import ScreenPadSimulator
from devices.transport.faults import WireFaults
from devices.transport.pacing import Pacing
from devices.transport.types import Transport

RETRY_S = 0.2
POLL_S = 0.1


class ScreenPadClient:
    """Connects a simulated pad to the hub and keeps it connected, with the faults of its wire.

    Any thread may call it; `on_url` is called when the wire was taken away or put back.
    """

    def __init__(
        self, pad: ScreenPadSimulator, transport: Transport, *, faults: WireFaults | None = None
    ) -> None:
        self.faults = faults or WireFaults()
        self.on_url: Callable[[], None] = lambda: None
        self._pad = pad
        self._transport = transport
        self._pacing = Pacing(self.faults)
        self._pace = threading.Lock()
        self._unplugged = False
        self._broken = threading.Event()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name=f"pad {pad.pad}", daemon=True)

    @property
    def url(self) -> str:
        """Where the hub listens for it, as hall.toml names it."""
        hub = self._transport.name.replace("tcp://", "listen://", 1)
        return f"{hub}?id={self._pad.pad}"

    @property
    def unplugged(self) -> bool:
        """Whether the wire is away."""
        return self._unplugged

    def start(self) -> None:
        """Begin."""
        self._pad.emit = self._say
        self.faults.on_switch = self._transport.interrupt
        self._thread.start()

    def stop(self) -> None:
        """Hang up for good; twice is fine."""
        self._stop.set()
        self._transport.interrupt()
        if self._thread.is_alive():
            self._thread.join(5)

    def hang_up(self) -> None:
        """Break the connection; the pad connects again."""
        self._broken.set()
        self._transport.interrupt()

    def _say(self, data: bytes) -> None:
        """Put what the pad says on the line; a connection that is gone loses it."""
        if data:
            data = self.faults.noisy(self.faults.said(data))
            with self._pace:
                self._pacing.say(data, monotonic())
            self._transport.interrupt()

    def _run(self) -> None:
        while not self._stop.is_set():
            self._follow_plug()
            if not self._unplugged:
                try:
                    self._talk()
                except DeviceError:
                    pass  # the hub is away: try again
                finally:
                    self._close()
            self._stop.wait(RETRY_S)

    def _follow_plug(self) -> None:
        if self._unplugged != self.faults.unplugged:
            self._unplugged = self.faults.unplugged
            self.on_url()

    def _talk(self) -> None:
        """Serve one connection until it breaks, or raise DeviceError."""
        self._transport.open()
        self._broken.clear()
        while not (self._stop.is_set() or self._broken.is_set() or self.faults.unplugged):
            data = self._await()
            now = monotonic()
            with self._pace:
                if data:
                    self._pacing.hear(data, now)
                heard = self._pacing.heard(now)
            if heard := self.faults.noisy(heard):
                self._say(self._pad.feed(heard))
            self._say(self._pad.tick())
            with self._pace:
                said = self._pacing.said(monotonic())
            if said:
                self._transport.write(said, 1)

    def _await(self) -> bytes:
        """Wait for bytes of the hub, or for what is due on the line."""
        with self._pace:
            due, hearing = self._pacing.next_at(), self._pacing.hearing
        wait = POLL_S if due is None else min(POLL_S, max(0.0, due - monotonic()))
        if hearing:  # others come when these have arrived
            self._stop.wait(wait)
            return b""
        return self._transport.read(self._pacing.take, wait)

    def _close(self) -> None:
        self._pad.restart()
        with self._pace:
            self._pacing.clear()
        try:
            self._transport.close()
        except DeviceError:
            return
