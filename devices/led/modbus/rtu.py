"""Modbus RTU frames: pymodbus knows what they hold, we know where they begin.

pymodbus's own framer throws its whole buffer away after one damaged byte, which on a line where
devices and noise mix costs the good frame too; here every position is tried.
"""

import struct
from dataclasses import dataclass
from typing import Literal, TypeAlias, assert_never

from pymodbus.exceptions import ModbusException
from pymodbus.framer.rtu import FramerRTU
from pymodbus.pdu import DecodePDU, ExceptionResponse, ModbusPDU
from pymodbus.pdu.register_message import (
    ReadHoldingRegistersRequest,
    ReadHoldingRegistersResponse,
    WriteMultipleRegistersRequest,
    WriteMultipleRegistersResponse,
)

READ, WRITE = 3, 16
LONGEST = 256  # bytes of an RTU frame
BROADCAST = 0
ERRORS = {
    1: "不支持的功能码",
    2: "没有这个寄存器",
    3: "不接受这个数值",
    4: "设备故障",
    5: "已受理，尚未完成",
    6: "设备忙",
    7: "不能执行",
    8: "存储校验错误",
    10: "网关路径不可用",
    11: "网关后的设备没有应答",
}
"""Exception codes of the Modbus application protocol."""


@dataclass(frozen=True)
class Read:
    """Read `count` holding registers from `start`."""

    unit: int
    start: int
    count: int


@dataclass(frozen=True)
class Write:
    """Write holding registers from `start`."""

    unit: int
    start: int
    values: tuple[int, ...]


@dataclass(frozen=True)
class Values:
    """The registers that were asked for."""

    unit: int
    values: tuple[int, ...]


@dataclass(frozen=True)
class Written:
    """So many registers from `start` were written."""

    unit: int
    start: int
    count: int


@dataclass(frozen=True)
class Failed:
    """The unit answered with an exception code."""

    unit: int
    function: int
    code: int


Request: TypeAlias = Read | Write
Answer: TypeAlias = Values | Written | Failed


def encode(message: Request | Answer) -> bytes:
    """Return the frame on the wire. Raises ValueError for what fits no frame."""
    pdu: ModbusPDU
    match message:
        case Read(unit, start, count):
            pdu = ReadHoldingRegistersRequest(dev_id=unit, address=start, count=count)
        case Write(unit, start, values):
            pdu = WriteMultipleRegistersRequest(dev_id=unit, address=start, registers=list(values))
        case Values(unit, values):
            pdu = ReadHoldingRegistersResponse(dev_id=unit, registers=list(values))
        case Written(unit, start, count):
            pdu = WriteMultipleRegistersResponse(dev_id=unit, address=start, count=count)
        case Failed(unit, function, code):
            pdu = ExceptionResponse(function, code, device_id=unit)
        case _:
            assert_never(message)
    return FramerRTU(DecodePDU(is_server=False)).buildFrame(pdu)


class Decoder:
    """Finds the requests, or the answers, in a stream; other bytes are skipped."""

    def __init__(self, side: Literal["requests", "answers"]) -> None:
        self._decoder = DecodePDU(is_server=side == "requests")
        self._buffer = b""

    def feed(self, data: bytes) -> list[Request | Answer]:
        """Return the messages completed by data."""
        self._buffer += data
        found: list[Request | Answer] = []
        at = 0
        while at < len(self._buffer) - FramerRTU.MIN_SIZE:
            size = self._size(self._buffer[at:])
            frame = self._buffer[at : at + size]
            message = self._message(frame) if 0 < size == len(frame) else None
            if message is None:
                at += 1
            else:
                found.append(message)
                self._buffer, at = self._buffer[at + size :], 0
        self._buffer = self._buffer[-LONGEST:]
        return found

    def _size(self, data: bytes) -> int:
        """Return how long a frame is that begins here; 0: none does, or it is too soon to say."""
        if data[1] & 0x7F not in {READ, WRITE}:
            return 0
        kind = self._decoder.lookupPduClass(data)
        return 0 if kind is None else kind.calculateRtuFrameSize(data)

    def _message(self, frame: bytes) -> Request | Answer | None:
        if not FramerRTU.check_CRC(frame[:-2], int.from_bytes(frame[-2:], "big")):
            return None
        try:
            pdu = self._decoder.decode(frame[1:-2])
        except (ModbusException, ValueError, struct.error, IndexError):
            return None  # a sound checksum around nonsense
        unit = frame[0]
        match pdu:
            case ReadHoldingRegistersRequest():
                return Read(unit, pdu.address, pdu.count)
            case WriteMultipleRegistersRequest() if len(pdu.registers) == pdu.count:
                return Write(unit, pdu.address, tuple(pdu.registers))
            case ReadHoldingRegistersResponse():
                return Values(unit, tuple(pdu.registers))
            case WriteMultipleRegistersResponse():
                return Written(unit, pdu.address, pdu.count)
            case ExceptionResponse():
                return Failed(unit, pdu.function_code & 0x7F, pdu.exception_code)
            case _:
                return None
