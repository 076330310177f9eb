"""Asking Modbus RTU units over a Transport; frames and messages are pymodbus'."""

from dataclasses import dataclass
from time import monotonic
from typing import TypeAlias

from pymodbus.exceptions import ModbusException
from pymodbus.framer import FramerRTU
from pymodbus.pdu import DecodePDU, ModbusPDU

from devices.transport.types import Transport

WRITE_S = 1.0
REPLY_S = 0.3  # a reply of 8 bytes takes 9 ms at 9600 baud; units may think and adapters dawdle
GAP_S = 0.005  # 3.5 characters of silence at 9600 baud, and a little


@dataclass(frozen=True)
class Answer:
    """What a unit answered."""

    message: ModbusPDU


@dataclass(frozen=True)
class Refusal:
    """The unit is there and does not do it; `code` is its exception code (2: no such register)."""

    code: int


@dataclass(frozen=True)
class Silence:
    """Nothing intelligible came: the unit is absent, or the line is disturbed."""


Outcome: TypeAlias = Answer | Refusal | Silence


def ask(transport: Transport, request: ModbusPDU, timeout: float = REPLY_S) -> Outcome:
    """Send a request and wait for its unit's answer. Raises PortUnavailable or WriteFailed."""
    while transport.read(256, GAP_S):
        pass  # a late answer to the last question is not the answer to this one
    framer = FramerRTU(DecodePDU(False))
    transport.write(framer.buildFrame(request), WRITE_S)
    deadline = monotonic() + timeout
    heard = b""
    while (left := deadline - monotonic()) > 0:
        heard += transport.read(256, left)
        try:
            used, message = framer.handleFrame(heard, request.dev_id, 0)
        except (ModbusException, ValueError, IndexError):
            return Silence()
        heard = heard[used:]
        if message is None:
            continue
        if message.isError():
            return Refusal(int(getattr(message, "exception_code", 0)))
        if message.function_code == request.function_code:
            return Answer(message)
    return Silence()
