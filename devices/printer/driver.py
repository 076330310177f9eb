"""An ESC/POS printer at the end of a wire: written is not printed."""

import contextlib
import threading
from collections.abc import Iterator
from time import monotonic, sleep

from devices.errors import DeviceError, WriteFailed
from devices.printer.codec import Encoded, encode, process_id
from devices.printer.conversation import WRITE_GRACE_SECONDS, Conversation
from devices.printer.profile import DEFAULT, Profile, load_profile
from devices.printer.refusal import refusal
from devices.printer.types import (
    Confirmed,
    Document,
    Failed,
    Holding,
    Jammed,
    PresenterStatus,
    PrintResult,
    Sent,
    Status,
    Uncertain,
    Unknown,
)
from devices.transport.types import Transport

NETWORK_BAUD = 115200  # assumed pace where the wire has none of its own
PATIENCE_SECONDS = 2.0  # how long a port may be away (unplugged, powered again) before a job fails
RETRY_SECONDS = 0.1
AHEAD_SECONDS = 1.0  # how long what was asked ahead of a job counts, and its port stays open
MOVES = {"retract": b"\x1de\x02", "eject": b"\x1de\x05"}


class EscposPrinter:
    """Opens its port for each job, so that a printer may be switched off and on between jobs.

    Where the profile says `confirm`, print waits for the printer's own word (GS ( H) up to
    `confirm_timeout` seconds; `status=False` is for wires that never answer; `listens` keeps the
    port open between jobs to hear changes; `baud` is the pace of the wire; a port that is away is
    tried again for `patience` seconds while nothing has left.
    """

    def __init__(
        self,
        transport: Transport,
        profile: Profile | None = None,
        *,
        status: bool = True,
        listens: bool = False,
        baud: int | None = None,
        confirm_timeout: float = 5.0,
        patience: float = PATIENCE_SECONDS,
    ) -> None:
        self.profile = profile or load_profile(DEFAULT)
        self._transport = transport
        self._talk = Conversation(transport)
        self._asks = status
        self.listens = listens and status and self.profile.asb
        self._baud = baud or NETWORK_BAUD
        self._confirm_timeout = confirm_timeout
        self._patience = patience
        self._lock = threading.Lock()
        self._wanted = 0
        self._held = False
        self._reports = False
        self._expected = False
        self._begun = threading.Event()
        self._ahead: tuple[float, Failed | None] | None = None

    def prepare(self) -> None:
        """Load what the first job would otherwise wait for."""
        encode((), self.profile)

    def hold(self) -> None:
        """Open the port now and keep it for the next job. Raises PortUnavailable."""
        with self._turn():
            self._open()
            self._held = True

    def expect(self) -> None:
        """A job is about to come: until it does, another thread may `look_ahead`."""
        self._begun.clear()
        self._expected = True

    def look_ahead(self) -> None:
        """Ask what the expected job would ask first, while its caller is still preparing it."""
        with self._turn():
            if not self._expected:
                return
            try:
                self._open()
                self._held = True
                self._ahead = monotonic(), self._refusal()
            except DeviceError:
                self.close()  # the job itself will say what is wrong
                return
        if not self._begun.wait(AHEAD_SECONDS):
            with self._turn():
                if self._ahead is not None:
                    self.close()

    def status(self) -> Status:
        """Ask the printer how it is; Unknown when it says nothing or cannot be reached."""
        if not self._asks:
            return Unknown()
        with self._turn():
            try:
                self._open()
                return self._talk.status()
            except DeviceError:
                return Unknown()
            finally:
                self.close()

    def presenter(self) -> PresenterStatus:
        """Ask what is in the presenter's mouth; Unknown when it says nothing or there is none."""
        if not self._asks or self.profile.presenter is None:
            return Unknown()
        with self._turn():
            try:
                self._open()
                return self._talk.presenter()
            except DeviceError:
                return Unknown()
            finally:
                self.close()

    def listen(self, seconds: float) -> Status | None:
        """Wait for the printer to report a change by itself; None when it did not.

        For printers that listen. Keeps the port open, and gives way to a job at once. Unknown when
        the port is away.
        """
        with self._lock:
            try:
                self._open()
                self._held = True
                if not self._reports:
                    self._talk.ask_for_reports()
                    self._reports = True
                return self._talk.report(seconds, lambda: self._wanted > 0)
            except DeviceError:
                self.close()
                return Unknown()

    def print(self, document: Document, job: int) -> PrintResult:
        """Print a document; expected failures are returned, never raised."""
        encoded = encode(document, self.profile, job=job if self.profile.confirm else None)
        deadline = monotonic() + self._patience
        with self._turn():
            self._expected = False
            self._begun.set()
            while True:
                try:
                    self._open()
                    return self._finish(self._looked() or self._send(encoded, job))
                except DeviceError as error:  # nothing of the document has left
                    self.close()
                    if monotonic() > deadline:
                        return Failed(str(error), error.hint)
                sleep(RETRY_SECONDS)

    def close(self) -> None:
        """Let go of the port."""
        self._held = self._reports = False
        self._ahead = None
        with contextlib.suppress(WriteFailed):
            self._transport.close()

    @contextlib.contextmanager
    def _turn(self) -> Iterator[None]:
        """Have the port alone; whoever listens on it is asked to let go."""
        self._wanted += 1
        self._transport.interrupt()
        with self._lock:
            self._wanted -= 1
            yield

    def _open(self) -> None:
        if not self._held:
            self._transport.open()
        self._held = False
        self._talk.begin()

    def _looked(self) -> Failed | None:
        """Return why printing must not begin, asked just now if it was not asked ahead."""
        ahead, self._ahead = self._ahead, None
        if ahead is not None and monotonic() - ahead[0] < AHEAD_SECONDS:
            return ahead[1]
        return self._refusal()

    def _refusal(self) -> Failed | None:
        """Return why printing must not begin, None when it may; raises before any print data."""
        if not self._asks:
            return None
        refused = refusal(self._talk.status())
        presenter = self.profile.presenter
        if refused is not None or presenter is None:
            return refused
        match self._talk.presenter():
            case Jammed() as jam:
                return refusal(jam)
            case Holding():
                self._transport.write(MOVES[presenter.before], WRITE_GRACE_SECONDS)
        return None

    def _send(self, encoded: Encoded, job: int) -> PrintResult:
        data = encoded.data
        seconds = len(data) * 11 / self._baud
        try:
            self._transport.write(data, seconds + WRITE_GRACE_SECONDS)
        except WriteFailed as error:
            if error.written:
                return Uncertain(error.written, str(error))
            raise
        if not self.profile.confirm:
            return Sent(encoded.missing)
        try:
            if self._talk.printed(process_id(job), seconds + self._confirm_timeout):
                return Confirmed(encoded.missing)
            status = self._talk.status()
        except DeviceError as error:
            return Uncertain(len(data), str(error))
        reason = f"{self._transport.name}: no confirmation; {status.words}"
        return Uncertain(len(data), reason, status)

    def _finish(self, result: PrintResult) -> PrintResult:
        """Close the port; a print queue hears of the job only now and may refuse it."""
        self._held = self._reports = False
        try:
            self._transport.close()
        except WriteFailed as error:
            if error.written:
                return Uncertain(error.written, str(error))
            return Failed(str(error), error.hint)
        return result
