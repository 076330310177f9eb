"""The hub's side of pads with a screen: they connect, prove who they are, and are told."""

import contextlib
import os
import selectors
import socket
import threading
import time
from collections.abc import Callable, Mapping
from typing import Literal, assert_never

from devices.errors import PortUnavailable
from devices.pad.screen import login
from devices.pad.screen.connection import Connection
from devices.pad.screen.link import PadLink
from devices.pad.screen.messages import (
    Ack,
    Heartbeat,
    Login,
    Operate,
    PadMessage,
    Refused,
    Scene,
    Submit,
    Welcome,
)
from devices.pad.screen.types import PadEvent, PadOffline, PadOnline, Question, Submitted

TICK_S = 0.5
REST_S = 0.05
CONNECTIONS = 128  # a hall has fewer windows; of more, whoever has not logged in makes room

Action = Literal["restart", "identify", "brightness", "volume"]


class ScreenPadServer:
    """Listens at (host, port), port 0 for any, for the pads of these windows.

    `pads` is id → (window, what stands over it). One thread works; any may tell the pads
    something. `on_event` is called by the working thread.
    """

    def __init__(
        self,
        address: tuple[str, int],
        key: bytes,
        pads: Mapping[str, tuple[int, str]],
        on_event: Callable[[PadEvent], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._address = address
        self._key = key
        self._links = {pad: PadLink(*window) for pad, window in pads.items()}
        self._on_event = on_event
        self._clock = clock
        self._lock = threading.Lock()
        self._selector: selectors.BaseSelector | None = None
        self._server: socket.socket | None = None
        self._connections: dict[int, Connection] = {}
        self._rejected = 0
        self._wake: tuple[int, int] | None = None

    @property
    def name(self) -> str:
        """Where it listens, for people and for pads."""
        return f"listen://{self._address[0]}:{self._address[1]}"

    @property
    def online(self) -> frozenset[str]:
        """The pads that are connected and known."""
        with self._lock:
            return frozenset(one.pad for one in self._connections.values() if one.pad)

    @property
    def rejected(self) -> int:
        """How many lines were no messages, since the beginning."""
        with self._lock:
            return self._rejected + sum(one.rejected for one in self._connections.values())

    def open(self) -> None:
        """Listen, or raise PortUnavailable."""
        if self._server is not None:
            return
        try:
            server = socket.create_server(self._address, backlog=CONNECTIONS)
        except OSError as error:
            hint = "is it open already (another hall windows)? choose a free port in hall.toml"
            raise PortUnavailable(self.name, "listening", str(error), hint) from error
        server.setblocking(False)
        self._address = server.getsockname()[:2]  # port 0 became a real one: keep it
        self._server = server
        wake = os.pipe()
        for end in wake:
            os.set_blocking(end, False)
        self._selector = selectors.DefaultSelector()
        self._selector.register(server, selectors.EVENT_READ)
        self._selector.register(wake[0], selectors.EVENT_READ)
        with self._lock:
            self._wake = wake

    def close(self) -> None:
        """Stop listening and leave every pad."""
        with self._lock:
            for connection in self._connections.values():
                self._rejected += connection.rejected
                connection.close()
            self._connections.clear()
            selector, self._selector = self._selector, None
            server, self._server = self._server, None
            wake, self._wake = self._wake, None
        if selector is not None:
            selector.close()
        if server is not None:
            server.close()
        for end in wake or ():
            os.close(end)

    def interrupt(self) -> None:
        """From another thread: make `work` return soon."""
        with self._lock, contextlib.suppress(BlockingIOError):
            if self._wake is not None:
                os.write(self._wake[1], b"\0")

    def show(self, pad: str, scene: Scene) -> None:
        """Want a scene on a pad's screen."""
        self._tell(pad, lambda link: link.show(scene))

    def ask(self, pad: str, question: Question) -> None:
        """Ask the visitor at a pad; a question before it is over."""
        self._tell(pad, lambda link: link.ask(question, self._clock()))

    def close_question(self, pad: str) -> None:
        """End a pad's open question without a word."""
        self._tell(pad, PadLink.close)

    def thank(self, pad: str) -> None:
        """Say at a pad that its rating is stored."""
        self._tell(pad, PadLink.thank)

    def operate(self, pad: str, action: Action, value: int | None = None) -> None:
        """Have a pad do something with itself; brightness and volume take 0 to 100."""
        self._tell(pad, lambda link: link.operate(lambda id_: Operate(id_, action, value)))

    def settle(self, submitted: Submitted, *, stored: bool) -> None:
        """Say that a submit was dealt with; if it was not stored, the pad will repeat it."""
        with self._lock:
            self._links[submitted.pad].settle(submitted.id, stored)
            connection = self._of(submitted.pad)
            if stored and connection is not None:
                connection.tell(Ack(submitted.id), self._clock())
        self.interrupt()

    def work(self) -> None:
        """Serve the pads for at most half a second. Raises PortUnavailable when not open."""
        if self._selector is None or self._server is None:
            raise PortUnavailable(self.name, "listening", "the port is not open")
        ready = self._selector.select(TICK_S)
        events: list[PadEvent] = []
        with self._lock:
            now = self._clock()
            for key, mask in ready:
                if key.fileobj is self._server:
                    self._accept(now)
                elif key.fd in self._connections:
                    self._serve(self._connections[key.fd], mask, now, events)
                else:
                    os.read(key.fd, 4096)  # somebody has interrupted
            self._look_around(now, events)
        for event in events:
            self._on_event(event)

    def _tell(self, pad: str, change: Callable[[PadLink], None]) -> None:
        with self._lock:
            change(self._links[pad])
        self.interrupt()

    def _of(self, pad: str) -> Connection | None:
        return next((one for one in self._connections.values() if one.pad == pad), None)

    def _accept(self, now: float) -> None:
        assert self._server is not None
        assert self._selector is not None
        try:
            wire, _ = self._server.accept()
        except OSError:
            time.sleep(REST_S)  # it has changed its mind, or no descriptors are left: do not spin
            return
        if len(self._connections) >= CONNECTIONS:
            stranger = next((one for one in self._connections.values() if not one.pad), None)
            if stranger is None:
                wire.close()
                return
            stranger.gone = "others knock"
        self._connections[wire.fileno()] = Connection(wire, now)
        self._selector.register(wire, selectors.EVENT_READ)

    def _serve(self, connection: Connection, mask: int, now: float, events: list[PadEvent]) -> None:
        if mask & selectors.EVENT_WRITE:
            connection.send(now)
        if mask & selectors.EVENT_READ:
            for message in connection.receive(now):
                if connection.gone:
                    return
                self._hear(connection, message, now, events)

    def _hear(
        self, connection: Connection, message: PadMessage, now: float, events: list[PadEvent]
    ) -> None:
        if isinstance(message, Login):
            self._log_in(connection, message, now, events)
            return
        link = self._links.get(connection.pad)
        if link is None:
            return  # nobody is heard before the login
        match message:
            case Submit():
                if link.is_new(message):
                    event = Submitted(connection.pad, message.id, message.request, message.code)
                    events.append(event)
                elif link.is_settled(message):
                    connection.tell(Ack(message.id), now)
            case Ack(id=id_):
                link.acknowledged(id_)
            case Heartbeat():
                pass  # that it was heard is all it says
            case _:
                assert_never(message)

    def _log_in(
        self, connection: Connection, message: Login, now: float, events: list[PadEvent]
    ) -> None:
        if connection.pad:
            return  # once is enough
        if not connection.proves(message, self._key):
            connection.tell(Refused("the proof is wrong: has the pad the key of this hall?"), now)
            connection.gone = "it does not know the key"
            return
        link = self._links.get(message.pad)
        if link is None:
            connection.tell(Refused(f"{message.pad} is not in hall.toml"), now)
            connection.gone = "it is not in hall.toml"
            return
        before = self._of(message.pad)
        if before is not None:  # its cable was pulled: the old connection does not know it yet
            before.gone = "it connected anew"
        connection.pad = message.pad
        proof = login.proof_of_host(self._key, connection.nonce, message.nonce, message.pad)
        connection.tell(Welcome(proof), now)
        link.come_back()
        events.append(PadOnline(message.pad))

    def _look_around(self, now: float, events: list[PadEvent]) -> None:
        assert self._selector is not None
        for fd, connection in list(self._connections.items()):
            connection.look(now)
            if connection.pad and not connection.gone:
                for message in self._links[connection.pad].due(now):
                    connection.tell(message, now)
                if connection.is_quiet(now):
                    connection.tell(Heartbeat(), now)
            if connection.gone:
                self._drop(fd, connection, events)
                continue
            wanted = selectors.EVENT_READ | (selectors.EVENT_WRITE if connection.waits else 0)
            if self._selector.get_key(fd).events != wanted:
                self._selector.modify(fd, wanted)

    def _drop(self, fd: int, connection: Connection, events: list[PadEvent]) -> None:
        assert self._selector is not None
        del self._connections[fd]
        self._selector.unregister(fd)
        self._rejected += connection.rejected
        connection.close()
        if connection.pad and not any(
            one.pad == connection.pad for one in self._connections.values()
        ):
            events.append(PadOffline(connection.pad, connection.gone))
