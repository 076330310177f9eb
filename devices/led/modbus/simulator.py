"""Modbus text panels made of bytes."""

from collections.abc import Mapping
from dataclasses import replace

from devices.led.boards import LedSimulator
from devices.led.modbus.rtu import (
    BROADCAST,
    READ,
    WRITE,
    Answer,
    Decoder,
    Failed,
    Read,
    Request,
    Values,
    Write,
    Written,
    encode,
)
from devices.led.panel import COLORS, MODES, Panel, unpack_text

NO_REGISTER = 2
BUSY = 6  # what a panel says that was told to refuse


class ModbusSimulator(LedSimulator):
    """Panels with the register maps they are given."""

    def __init__(self, panels: Mapping[int, Panel]) -> None:
        super().__init__(panels)
        self._panels = dict(panels)
        self._registers = {unit: _fresh(panel) for unit, panel in panels.items()}
        self._decoder = Decoder("requests")

    def forget(self, *addresses: int) -> None:
        """Switch panels off and on: their registers are as they were delivered."""
        super().forget(*addresses)
        for unit in addresses or self.addresses:
            self._registers[unit] = _fresh(self._panels[unit])

    def _take(self, data: bytes) -> list[bytes]:
        answers = []
        for request in self._decoder.feed(data):
            if isinstance(request, Read | Write):
                answers.append(self._hear(request))
        return answers

    def _hear(self, request: Request) -> bytes:
        if request.unit == BROADCAST:
            for unit in self.addresses:
                if not self._misses(unit):
                    self._obey(replace(request, unit=unit))
            return b""
        unit = request.unit
        if self._misses(unit):
            return b""
        answer: Answer
        if unit in self.nack:
            answer = Failed(unit, READ if isinstance(request, Read) else WRITE, BUSY)
        else:
            answer = self._obey(request)
        if unit in self.wrong_address:
            answer = replace(answer, unit=unit + 1)
        return self._spoken(unit, encode(answer))

    def _obey(self, request: Request) -> Answer:
        registers = self._registers[request.unit]
        match request:
            case Read(unit, start, count):
                wanted = range(start, start + count)
                if not all(register in registers for register in wanted):
                    return Failed(unit, READ, NO_REGISTER)
                return Values(unit, tuple(registers[register] for register in wanted))
            case Write(unit, start, values):
                if not all(register in registers for register in range(start, start + len(values))):
                    return Failed(unit, WRITE, NO_REGISTER)
                registers.update(enumerate(values, start))
                self._redraw(unit)
                return Written(unit, start, len(values))

    def _redraw(self, unit: int) -> None:
        panel, registers = self._panels[unit], self._registers[unit]
        text = tuple(registers[panel.start + index] for index in range(panel.length))
        board = replace(self.boards[unit], text=unpack_text(panel, text))
        if panel.color is not None and registers[panel.color] in panel.colors:
            board = replace(board, color=COLORS[panel.colors.index(registers[panel.color])])
        if panel.mode is not None and registers[panel.mode] in panel.modes:
            board = replace(board, mode=MODES[panel.modes.index(registers[panel.mode])])
        if panel.brightness is not None:
            board = replace(
                board, brightness=round(registers[panel.brightness] * 100 / panel.levels)
            )
        if panel.power is not None:
            board = replace(board, lit=registers[panel.power] != 0)
        self.boards[unit] = board


def _fresh(panel: Panel) -> dict[int, int]:
    registers = dict.fromkeys(range(panel.start, panel.start + panel.length), 0)
    for register, value in (
        (panel.color, panel.colors[0]),
        (panel.mode, panel.modes[0]),
        (panel.brightness, panel.levels),
        (panel.power, 1),
    ):
        if register is not None:
            registers[register] = value
    return registers
