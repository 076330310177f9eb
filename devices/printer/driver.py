"""An ESC/POS printer at the end of a wire: written is not printed."""

import contextlib
import threading
from time import monotonic
from typing import assert_never

from devices.errors import DeviceError, PortUnavailable, WriteFailed
from devices.printer.codec import encode, process_answer
from devices.printer.status import QUERIES, is_answer, read_status
from devices.printer.types import (
    Confirmed,
    CoverOpen,
    Document,
    Failed,
    Faulty,
    Offline,
    PaperOut,
    PrintResult,
    Ready,
    Sent,
    Status,
    Uncertain,
    Unknown,
)
from devices.transport.types import Transport

STATUS_SECONDS = 0.3  # for one byte; a healthy printer answers within 20 ms
WRITE_GRACE_SECONDS = 5.0  # beyond the time the bytes need on the wire
NETWORK_BAUD = 115200  # assumed pace where the wire has none of its own


class EscposPrinter:
    """Opens its port for each job, so that a printer may be switched off and on between jobs.

    `confirm` waits for the printer's own word (GS ( H) up to `confirm_timeout` seconds;
    `status=False` is for wires that never answer; `baud` is the pace of the wire.
    """

    def __init__(
        self,
        transport: Transport,
        *,
        columns: int = 48,
        confirm: bool = False,
        status: bool = True,
        baud: int | None = None,
        confirm_timeout: float = 5.0,
    ) -> None:
        self._transport = transport
        self._columns = columns
        self._confirm = confirm
        self._asks = status
        self._baud = baud or NETWORK_BAUD
        self._confirm_timeout = confirm_timeout
        self._lock = threading.Lock()
        self._held = False

    def hold(self) -> None:
        """Open the port now and keep it for the next job. Raises PortUnavailable."""
        with self._lock:
            self._transport.open()
            self._held = True

    def status(self) -> Status:
        """Ask the printer how it is; Unknown when it says nothing or cannot be reached."""
        if not self._asks:
            return Unknown()
        with self._lock:
            try:
                if not self._held:
                    self._transport.open()
                self._held = False
                return self._ask()
            except DeviceError:
                return Unknown()
            finally:
                self.close()

    def print(self, document: Document, job: int) -> PrintResult:
        """Print a document; expected failures are returned, never raised."""
        data = encode(document, columns=self._columns, job=job if self._confirm else None)
        with self._lock:
            try:
                if not self._held:
                    self._transport.open()
                self._held = False
                result = self._refusal() or self._send(data, job)
            except (PortUnavailable, WriteFailed) as error:
                self.close()
                return Failed(str(error), error.hint)
            return self._finish(result)

    def close(self) -> None:
        """Let go of the port."""
        with contextlib.suppress(WriteFailed):
            self._transport.close()

    def _refusal(self) -> Failed | None:
        """Return why printing must not begin, None when it may; raises before any print data."""
        status = self._ask() if self._asks else Unknown()
        match status:
            case Ready() | Unknown():
                return None
            case PaperOut():
                return Failed(status.words, "请装入新纸卷")
            case CoverOpen():
                return Failed(status.words, "请合上打印机上盖")
            case Offline():
                return Failed(status.words, "请按打印机上的联机键，或重新上电")
            case Faulty():
                return Failed(status.words, "请排除故障后重新上电")
        assert_never(status)

    def _send(self, data: bytes, job: int) -> PrintResult:
        seconds = len(data) * 11 / self._baud
        try:
            self._transport.write(data, seconds + WRITE_GRACE_SECONDS)
        except WriteFailed as error:
            if error.written:
                return Uncertain(error.written, str(error))
            return Failed(str(error), error.hint)
        if not self._confirm:
            return Sent()
        try:
            if self._wait_for(process_answer(job), seconds + self._confirm_timeout):
                return Confirmed()
            reason = f"{self._transport.name}: no confirmation; {self._ask().words}"
        except DeviceError as error:
            reason = str(error)
        return Uncertain(len(data), reason)

    def _finish(self, result: PrintResult) -> PrintResult:
        """Close the port; a print queue hears of the job only now and may refuse it."""
        try:
            self._transport.close()
        except WriteFailed as error:
            if error.written:
                return Uncertain(error.written, str(error))
            return Failed(str(error), error.hint)
        return result

    def _ask(self) -> Status:
        """Ask DLE EOT 1 to 4; after the first silence the rest is not asked."""
        answers: list[int] = []
        for query in QUERIES:
            self._transport.write(query, WRITE_GRACE_SECONDS)
            answer = self._answer()
            if answer is None:
                break
            answers.append(answer)
        return read_status(answers)

    def _answer(self) -> int | None:
        deadline = monotonic() + STATUS_SECONDS
        while (left := deadline - monotonic()) > 0:
            for byte in self._transport.read(1, left):
                if is_answer(byte):
                    return byte
        return None

    def _wait_for(self, answer: bytes, seconds: float) -> bool:
        deadline = monotonic() + seconds
        heard = b""
        while (left := deadline - monotonic()) > 0:
            heard = (heard + self._transport.read(64, left))[-256:]
            if answer in heard:
                return True
        return False
