"""Alpha and BetaBrite signs on one line."""

from datetime import datetime
from itertools import pairwise

from devices.led.alpha.codec import (
    ACK,
    FINE,
    LEVELS,
    NAK,
    PRIORITY,
    PRIORITY_SIZE,
    Acknowledge,
    AskErrors,
    AskText,
    ClearErrors,
    Command,
    Dim,
    Release,
    SetDate,
    SetTime,
    SetWeekday,
    WriteText,
    decode_errors,
    encode,
    is_status,
    reason,
)
from devices.led.alpha.packet import ALL_SIGNS, ANSWER, Packet, PacketDecoder, encode_packet
from devices.led.asking import Asking, Listen
from devices.led.text import for_ascii, within
from devices.led.types import (
    PLAIN,
    Answering,
    LedResult,
    LedStatus,
    Look,
    NoAnswer,
    NotSupported,
    Refused,
    Script,
    Shown,
)
from devices.transport.types import Transport

CODES_SIZE = 6  # ESC, position, mode, colour and speed: they count into the priority file


class AlphaBus:
    """Alpha signs that share a port; see LedBus. What they spell is letters and digits.

    Signs of protocol 2.0 and 3.0 acknowledge each packet once they are told to (`acknowledges`);
    older ones, every BetaBrite among them, are asked after each packet: for the text, to compare
    it, or for their error register. An acknowledgement bears neither address nor checksum: on a
    noisy line of many signs prefer `acknowledges=False`, whose answers have a checksum.
    """

    script: Script = "latin"

    def __init__(
        self,
        transport: Transport,
        *,
        timeout: float = 0.5,
        retries: int = 2,
        baud: int = 9600,
        kind: str = ALL_SIGNS,
        acknowledges: bool = True,
    ) -> None:
        self._line = Asking(transport, timeout=timeout, retries=retries, baud=baud)
        self._attempts = retries + 1
        self._kind = kind
        self._acknowledges = acknowledges
        self._willing: set[int] = set()  # signs that were told to acknowledge

    def open(self) -> None:
        """Open the port, or raise PortUnavailable."""
        self._willing.clear()
        self._line.open()

    def close(self) -> None:
        """Let go of the port."""
        self._line.close()

    def show(
        self, address: int, text: str, look: Look = PLAIN, *, patient: bool = True
    ) -> LedResult:
        """Show text on the sign; what the priority file cannot hold is shortened."""
        carried = within(for_ascii(text), "ascii", PRIORITY_SIZE - CODES_SIZE, "..")
        written = WriteText(carried.text, look.mode, look.color, look.speed)
        # An empty text would blank the sign for ever: let go of it instead.
        result = self._do(address, patient, written if carried.text else Release())
        if isinstance(result, Shown):
            return Shown(carried.replaced, carried.shortened)
        return result

    def clear(self, address: int, *, patient: bool = True) -> LedResult:
        """Let go of the sign: it shows what its own memory holds, if anything."""
        return self._do(address, patient, Release())

    def ping(self, address: int, *, patient: bool = True) -> LedResult:
        """Ask whether the sign is there; Shown means yes. The picture does not change."""
        self._willing.discard(address)
        return self._do(address, patient)

    def dim(self, address: int, percent: int, *, patient: bool = True) -> LedResult:
        """Set the brightness to the nearest of 100, 86, 72, 58 and 44 %."""
        level = min(range(len(LEVELS)), key=lambda index: abs(LEVELS[index] - percent))
        return self._do(address, patient, Dim(level))

    def set_clock(self, address: int, now: datetime, *, patient: bool = True) -> LedResult:
        """Set time, date and weekday to hall time."""
        return self._do(
            address,
            patient,
            SetTime(now.hour, now.minute),
            SetDate(now.date()),
            SetWeekday(now.isoweekday() % 7 + 1),
        )

    def light(self, address: int, on: bool, *, patient: bool = True) -> LedResult:
        """Alpha signs have no such command."""
        return NotSupported("switching the picture off")

    def status(self, address: int, *, patient: bool = True) -> LedStatus:
        """Ask for the error register."""
        match self._errors(address, patient):
            case NoAnswer() as silent:
                return silent
            case status:
                return Answering() if status & ~FINE == 0 else Refused(status, reason(status))

    def _do(self, address: int, patient: bool, *commands: Command) -> LedResult:
        if self._acknowledges:
            todo = (*(() if address in self._willing else (Acknowledge(),)), *commands)
            results = (self._acknowledged(address, command, patient) for command in todo)
        else:
            results = (self._verified(address, command, patient) for command in commands or (None,))
        return next((result for result in results if not isinstance(result, Shown)), Shown())

    def _acknowledged(self, address: int, command: Command, patient: bool) -> LedResult:
        answer = self._line.ask(self._packet(address, command), _ear_for_ack, patient=patient)
        if isinstance(answer, NoAnswer):
            self._willing.discard(address)  # a sign that was off may have forgotten
            return answer
        self._willing.add(address)
        fine, status = answer
        return Shown() if fine else Refused(status, reason(status))

    def _verified(self, address: int, command: Command | None, patient: bool) -> LedResult:
        if isinstance(command, WriteText):
            return self._read_back(address, command, self._attempts if patient else 1)
        # In one write, so that a second attempt brings the command again and not the question only.
        before = b"" if command is None else self._packet(address, command)
        return self._verdict(address, self._errors(address, patient, before))

    def _read_back(self, address: int, command: WriteText, attempts: int) -> LedResult:
        question = self._packet(address, command) + self._packet(address, AskText())
        text = command.text.encode("ascii")
        for _ in range(attempts):
            if self._line.ask(question, lambda: _ear_for_text(text), patient=False) is True:
                return Shown()
            verdict = self._verdict(address, self._errors(address, False))
            if isinstance(verdict, Refused):
                return verdict
        return NoAnswer(attempts)

    def _verdict(self, address: int, status: int | NoAnswer) -> LedResult:
        if isinstance(status, NoAnswer):
            return status
        if status & ~FINE:
            self._errors(address, False, self._packet(address, ClearErrors()))
            return Refused(status, reason(status))
        return Shown()

    def _errors(self, address: int, patient: bool, before: bytes = b"") -> int | NoAnswer:
        question = before + self._packet(address, AskErrors())
        return self._line.ask(question, _ear_for_errors, patient=patient)

    def _packet(self, address: int, command: Command) -> bytes:
        return encode_packet(Packet(address, encode(command), self._kind))


def _ear_for_ack() -> Listen[tuple[bool, int]]:
    heard = bytearray()

    def listen(data: bytes) -> tuple[bool, int] | None:
        heard.extend(data)
        for verdict, status in pairwise(heard):
            if verdict in {ACK, NAK} and is_status(status):
                return verdict == ACK, status
        return None

    return listen


def _ear_for_errors() -> Listen[int]:
    decoder = PacketDecoder()

    def listen(data: bytes) -> int | None:
        for packet in decoder.feed(data):
            status = decode_errors(packet.body) if packet.kind == ANSWER else None
            if status is not None:
                return status
        return None

    return listen


def _ear_for_text(text: bytes) -> Listen[bool]:
    decoder = PacketDecoder()

    def listen(data: bytes) -> bool | None:
        for packet in decoder.feed(data):
            body = packet.body
            if packet.kind == ANSWER and body[:2] == b"A" + PRIORITY and body[2:].endswith(text):
                return True
        return None

    return listen
