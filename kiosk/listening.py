"""The kiosk's reader and scanner at work: on threads of their own, heard on the GUI thread.

A card is looked for only while somebody has agreed to it; otherwise the reader is asked how it is.
"""

import threading
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtQuick import QQuickWindow

from devices.id_reader import NoAnswer, ReaderFault, ReaderStatus, ReadResult
from devices.polling import PollLine
from devices.port import Working
from devices.scanner import CodeForm, ScanResult, WedgeDecoder
from devices.supervisor import Supervisor
from kiosk.typing_scanner import TypingScanner

LOOK_S = 2.0
"""How often a reader nobody uses is asked whether it is well."""


class CardReader(Protocol):
    """What is used of the reader's driver."""

    @property
    def name(self) -> str:
        """The URL, for people."""

    def open(self) -> None:
        """Open the port."""

    def close(self) -> None:
        """Let go of the port."""

    def interrupt(self) -> None:
        """Make a waiting call return."""

    def status(self) -> ReaderStatus:
        """Ask whether the reader is well."""

    def poll(self) -> ReadResult:
        """Look for a card and read it."""


class CodeScanner(Protocol):
    """What is used of the scanner's driver."""

    @property
    def name(self) -> str:
        """The URL, for people."""

    def open(self) -> None:
        """Open the port."""

    def close(self) -> None:
        """Let go of the port."""

    def interrupt(self) -> None:
        """Make a waiting poll return."""

    def poll(self) -> list[ScanResult]:
        """Wait a moment; return what was scanned."""


class CardLine:
    """A reader's line: reads cards while they are `wanted`, else asks how the reader is."""

    def __init__(
        self,
        reader: CardReader,
        wanted: threading.Event,
        told: Callable[[ReadResult | ReaderStatus], None],
    ) -> None:
        self._reader = reader
        self._wanted = wanted
        self._told = told

    def open(self) -> None:
        """Open the port."""
        self._reader.open()

    def close(self) -> None:
        """Let go of the port."""
        self._reader.close()

    def interrupt(self) -> None:
        """Make `work` return soon."""
        self._reader.interrupt()
        self._wanted.set()

    def work(self) -> None:
        """Look for a card, or ask the reader how it is and wait until a card is wanted."""
        if self._wanted.is_set():
            self._told(self._reader.poll())
        else:
            self._told(self._reader.status())
            self._wanted.wait(LOOK_S)


class Listening(QObject):
    """What comes from reader and scanner, where the kiosk has them and they work.

    `changed` is told when one begins or ends to work, `port` what becomes of the port of the
    "ID reader" or the "scanner". `forms` are the codes a scanner that types is heard for.
    """

    scanned = Signal(object)
    card = Signal(object)
    changed = Signal()
    port = Signal(str, object)
    _heard = Signal(str, object)

    def __init__(
        self,
        reader: CardReader | None = None,
        scanner: CodeScanner | WedgeDecoder | None = None,
        forms: tuple[CodeForm, ...] = (),
    ) -> None:
        super().__init__()
        self.can_read = False
        self.can_scan = False
        self._wanted = threading.Event()
        self._ports: list[Supervisor] = []
        self._heard.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        if reader is not None:
            cards = CardLine(reader, self._wanted, lambda told: self._heard.emit("card", told))
            self._follow("ID reader", reader.name, cards)
        self._typing: TypingScanner | None = None
        if isinstance(scanner, WedgeDecoder):
            self._typing = TypingScanner(scanner, forms, self.scanned.emit)
            self.can_scan = True
        elif scanner is not None:
            codes = PollLine(scanner, lambda told: self._heard.emit("codes", told))
            self._follow("scanner", scanner.name, codes)

    def _follow(self, kind: str, name: str, line: "CardLine | PollLine[list[ScanResult]]") -> None:
        told = lambda state: self._heard.emit(kind, state)  # noqa: E731
        self._ports.append(Supervisor(name, line, told))

    def start(self, window: QQuickWindow) -> None:
        """Begin; what is typed is typed in this window."""
        for port in self._ports:
            port.start()
        if self._typing is not None:
            self._typing.follow(window)

    def stop(self) -> None:
        """Let go of both."""
        for port in self._ports:
            port.stop()
        if self._typing is not None:
            self._typing.stop()

    def want_card(self, wanted: bool) -> None:
        """Let a card be read, or no longer."""
        if wanted:
            self._wanted.set()
        else:
            self._wanted.clear()

    @Slot(str, object)
    def _hear(self, kind: str, told: object) -> None:
        match kind:
            case "scanner":
                self._works(self.can_read, isinstance(told, Working))
                self.port.emit(kind, told)
            case "ID reader":
                self._works(self.can_read and isinstance(told, Working), self.can_scan)
                self.port.emit(kind, told)
            case "card":
                self._works(not isinstance(told, NoAnswer | ReaderFault), self.can_scan)
                self.card.emit(told)
            case _:
                assert isinstance(told, list)
                for one in told:
                    self.scanned.emit(one)

    def _works(self, can_read: bool, can_scan: bool) -> None:
        if (can_read, can_scan) != (self.can_read, self.can_scan):
            self.can_read, self.can_scan = can_read, can_scan
            self.changed.emit()
