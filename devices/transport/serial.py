"""Serial ports through pyserial."""

import contextlib
from dataclasses import dataclass

import serial

from devices.errors import PortUnavailable
from devices.transport.descriptor import FAILURES
from devices.transport.held import Held


@dataclass(frozen=True)
class LineSettings:
    """Speed in baud, parity N/E/O/M/S, data bits 5-8, stop bits 1/1.5/2."""

    baud: int = 9600
    parity: str = "N"
    bits: int = 8
    stop: float = 1


class SerialTransport(Held):
    """A serial port, held for this process alone while open."""

    def __init__(self, name: str, path: str, settings: LineSettings) -> None:
        super().__init__(name)
        self._path = path
        self._settings = settings
        self._port: serial.Serial | None = None

    def _acquire(self) -> int:
        line = self._settings
        try:
            port = serial.Serial(
                self._path,
                baudrate=line.baud,
                parity=line.parity,
                bytesize=line.bits,
                stopbits=line.stop,
                timeout=1,
                write_timeout=1,
                exclusive=True,
            )
        except (*FAILURES, serial.SerialException, ValueError) as error:
            hint = "check that the cable is plugged in, the path is right and no one else holds it"
            raise PortUnavailable(self._name, "opening", str(error), hint) from error
        self._port = port
        return port.fileno()

    def _release(self) -> None:
        if self._port is not None:
            with contextlib.suppress(*FAILURES, serial.SerialException):
                self._port.close()
            self._port = None
