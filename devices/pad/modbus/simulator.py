"""Evaluation pads that are Modbus RTU units, made of bytes."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from pymodbus.exceptions import ModbusException
from pymodbus.framer import FramerRTU
from pymodbus.pdu import DecodePDU, ExceptionResponse, ModbusPDU
from pymodbus.pdu.bit_message import WriteSingleCoilRequest, WriteSingleCoilResponse
from pymodbus.pdu.register_message import (
    ReadHoldingRegistersRequest,
    ReadHoldingRegistersResponse,
    WriteSingleRegisterRequest,
    WriteSingleRegisterResponse,
)

from devices.pad.registers import Registers

NO_FUNCTION, NO_REGISTER = 1, 2
LONGEST = 256  # an RTU frame


@dataclass
class SimUnit:
    """One pad: what its key register holds, and what happened."""

    registers: Registers
    value: int
    waiting: list[int] = field(default_factory=list)
    rating_open: bool = False
    asked: int = 0
    acknowledged: int = 0


class ModbusPadSimulator:
    """The pads of one line. Units in `mute` do not answer; those in `deaf_to_acks` answer once they
    have done what was asked, but nobody hears it. Any thread may call it.
    """

    def __init__(self, units: Mapping[int, Registers]) -> None:
        self.units = {
            address: SimUnit(registers, registers.none) for address, registers in units.items()
        }
        self.mute: set[int] = set()
        self.deaf_to_acks: set[int] = set()
        self.emit: Callable[[bytes], None] = lambda _data: None
        self.on_change: Callable[[], None] = lambda: None
        self._lock = threading.Lock()
        self._framer = FramerRTU(DecodePDU(True))
        self._heard = b""

    def press(self, address: int, code: int) -> None:
        """Press a key; it stands in the register until it is acknowledged, the next one after."""
        with self._lock:
            unit = self.units[address]
            unit.waiting.append(code + unit.registers.first)
            unit.rating_open = False
            self._next(unit)
        self.on_change()

    def feed(self, data: bytes) -> bytes:
        """Take bytes from the line and return the answers."""
        with self._lock:
            before = self._picture()
            self._heard = (self._heard + data)[-LONGEST:]
            try:
                used, request = self._framer.handleFrame(self._heard, 0, 0)
            except (ModbusException, ValueError, IndexError):
                used, request = len(self._heard), None
            self._heard = self._heard[used:]
            answer = self._answer(request) if request is not None else b""
            changed = before != self._picture()
        if changed:
            self.on_change()
        return answer

    def _picture(self) -> list[tuple[int, bool]]:
        return [(unit.value, unit.rating_open) for unit in self.units.values()]

    def _answer(self, request: ModbusPDU) -> bytes:
        unit = self.units.get(request.dev_id)
        if unit is None or request.dev_id in self.mute:
            return b""
        response = self._do(unit, request)
        response.dev_id = request.dev_id
        silent = request.dev_id in self.deaf_to_acks and isinstance(
            request, WriteSingleRegisterRequest
        )
        return b"" if silent else self._framer.buildFrame(response)

    def _do(self, unit: SimUnit, request: ModbusPDU) -> ModbusPDU:
        at = unit.registers
        match request:
            case ReadHoldingRegistersRequest() if (request.address, request.count) == (at.key, 1):
                return ReadHoldingRegistersResponse(registers=[unit.value])
            case WriteSingleRegisterRequest() if request.address == at.ack:
                if request.registers == [unit.value] and unit.value != at.none:
                    unit.value = at.none
                    unit.acknowledged += 1
                    self._next(unit)
                return WriteSingleRegisterResponse(
                    address=request.address, registers=request.registers
                )
            case WriteSingleCoilRequest() if request.address == at.open:
                unit.rating_open = request.bits[0]
                unit.asked += unit.rating_open
                return WriteSingleCoilResponse(address=request.address, bits=request.bits)
            case (
                ReadHoldingRegistersRequest()
                | WriteSingleRegisterRequest()
                | WriteSingleCoilRequest()
            ):
                return ExceptionResponse(request.function_code, NO_REGISTER)
            case _:
                return ExceptionResponse(request.function_code, NO_FUNCTION)

    def _next(self, unit: SimUnit) -> None:
        if unit.value == unit.registers.none and unit.waiting:
            unit.value = unit.waiting.pop(0)
