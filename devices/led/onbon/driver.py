"""Onbon window boards on one line: send, wait for the acknowledgement, try again."""

from datetime import datetime
from typing import assert_never

from devices.led.asking import Asking, Listen
from devices.led.onbon.area import Area
from devices.led.onbon.codec import (
    ALL_AREAS,
    ERRORS,
    LEVELS,
    Ack,
    Answer,
    AskStatus,
    Command,
    Dim,
    Light,
    Nack,
    Ping,
    SetClock,
    Told,
    Update,
    decode_answer,
    encode,
)
from devices.led.onbon.frame import BUFFER_SIZE, FrameDecoder, encode_frame
from devices.led.text import Carried, for_gbk, within
from devices.led.types import (
    PLAIN,
    Answering,
    LedResult,
    LedStatus,
    Look,
    NoAnswer,
    Refused,
    Script,
    Shown,
)
from devices.transport.types import Transport

FACTORY_SOURCE = 1  # some cards answer with the address they left the factory with
SPEEDS = {1: 22, 2: 16, 3: 10, 4: 5, 5: 0}  # ours to the card's 0 (fast) … 24
LONGEST_STAY = 255


class OnbonBus:
    """Boards with an Onbon BX-5K/6K font card that share a port; see LedBus."""

    script: Script = "chinese"

    def __init__(
        self, transport: Transport, *, timeout: float = 0.4, retries: int = 2, baud: int = 9600
    ) -> None:
        self._line = Asking(transport, timeout=timeout, retries=retries, baud=baud)
        self._asked: set[int] = set()

    def open(self) -> None:
        """Open the port, or raise PortUnavailable."""
        self._line.open()

    def close(self) -> None:
        """Let go of the port."""
        self._line.close()

    def show(
        self, address: int, text: str, look: Look = PLAIN, *, patient: bool = True
    ) -> LedResult:
        """Show text on the whole board; what a card cannot receive is shortened."""
        carried = whole = for_gbk(text)
        limit = len(whole.text.encode("gbk"))
        while len(request := _frame(address, _update(carried, look))) > BUFFER_SIZE:
            # How many bytes will need an escape is known only when the frame is made.
            limit -= max(1, (len(request) - BUFFER_SIZE) // 2)
            carried = within(whole, "gbk", limit, "…")
        result = self._done(address, request, patient)
        if isinstance(result, Shown):
            return Shown(carried.replaced, carried.shortened)
        return result

    def clear(self, address: int, *, patient: bool = True) -> LedResult:
        """Delete every dynamic area."""
        return self._do(address, Update(delete=(ALL_AREAS,)), patient)

    def ping(self, address: int, *, patient: bool = True) -> LedResult:
        """Ask whether the board is there; Shown means yes. The picture does not change."""
        return self._do(address, Ping(), patient)

    def dim(self, address: int, percent: int, *, patient: bool = True) -> LedResult:
        """Set the brightness, 0–100 %, to the nearest of 16 levels."""
        return self._do(address, Dim(round(percent * LEVELS / 100)), patient)

    def set_clock(self, address: int, now: datetime, *, patient: bool = True) -> LedResult:
        """Set the card's clock to hall time."""
        return self._do(address, SetClock(now.replace(tzinfo=None)), patient)

    def light(self, address: int, on: bool, *, patient: bool = True) -> LedResult:
        """Switch the picture on or off."""
        return self._do(address, Light(on), patient)

    def status(self, address: int, *, patient: bool = True) -> LedStatus:
        """Ask for power, brightness and clock."""
        answer = self._ask(address, _frame(address, AskStatus()), patient)
        match answer:
            case Told(lit, level, clock):
                return Answering(lit, round(min(level, LEVELS) * 100 / LEVELS), clock)
            case Ack():
                return Answering()
            case Nack(code):
                return _refused(code)
            case NoAnswer():
                return answer
            case _:
                assert_never(answer)

    def _do(self, address: int, command: Command, patient: bool) -> LedResult:
        return self._done(address, _frame(address, command), patient)

    def _done(self, address: int, request: bytes, patient: bool) -> LedResult:
        answer = self._ask(address, request, patient)
        match answer:
            case Ack() | Told():
                return Shown()
            case Nack(code):
                return _refused(code)
            case NoAnswer():
                return answer
            case _:
                assert_never(answer)

    def _ask(self, address: int, request: bytes, patient: bool) -> Answer | NoAnswer:
        self._asked.add(address)
        # Where a board really has the factory's address, that one's late word is not another's.
        sources = {address} if FACTORY_SOURCE in self._asked else {address, FACTORY_SOURCE}

        def listener() -> Listen[Answer]:
            decoder = FrameDecoder()

            def listen(data: bytes) -> Answer | None:
                for frame in decoder.feed(data):
                    if frame.source in sources:
                        return decode_answer(frame.data)
                return None

            return listen

        return self._line.ask(request, listener, patient=patient)


def _update(carried: Carried, look: Look) -> Update:
    stay = min(LONGEST_STAY, round(look.stay * 2))
    area = Area(
        carried.text, look.mode, look.color, look.width, look.height, SPEEDS[look.speed], stay
    )
    return Update((area,))


def _frame(address: int, command: Command) -> bytes:
    return encode_frame(encode(command), destination=address)


def _refused(code: int) -> Refused:
    return Refused(code, ERRORS.get(code, "未知错误"))
