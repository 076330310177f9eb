"""Evaluation pads that are Modbus RTU units on one line: asked in turn, absent ones seldom."""

import queue
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias, assert_never

from pymodbus.pdu import ModbusPDU
from pymodbus.pdu.bit_message import WriteSingleCoilRequest
from pymodbus.pdu.register_message import (
    ReadHoldingRegistersRequest,
    WriteSingleRegisterRequest,
)

from devices.pad.modbus.master import Answer, Outcome, Refusal, Silence, ask
from devices.pad.registers import Registers
from devices.pad.types import PadKey
from devices.transport.types import Transport

POLL_S = 0.2
"""Between two rounds; a press is seen within this, and the round."""

ABSENT_S = 5.0
"""A unit that does not answer is asked again after this, so that it does not hold up the others."""


@dataclass(frozen=True)
class Unknown:
    """Not asked yet."""


@dataclass(frozen=True)
class Present:
    """It answers."""


@dataclass(frozen=True)
class Absent:
    """It does not answer."""


@dataclass(frozen=True)
class Unwilling:
    """It answers that it has no such register: the map in hall.toml is not its own."""

    code: int


UnitState: TypeAlias = Unknown | Present | Absent | Unwilling


@dataclass
class _Unit:
    address: int
    registers: Registers
    state: UnitState = field(default_factory=Unknown)
    told: int | None = None  # a key that was told and is not acknowledged yet
    due: float = 0.0


class ModbusPads:
    """`units` is address → its registers. One thread polls; any may ask for ratings.

    All raise PortUnavailable or WriteFailed when the port is gone.
    """

    def __init__(
        self,
        transport: Transport,
        units: Mapping[int, Registers],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._transport = transport
        self._units = {address: _Unit(address, registers) for address, registers in units.items()}
        self._wanted: queue.SimpleQueue[int] = queue.SimpleQueue()
        self._clock = clock
        self._interrupted = threading.Event()

    @property
    def name(self) -> str:
        """The URL, for people."""
        return self._transport.name

    @property
    def states(self) -> dict[int, UnitState]:
        """What is known of each unit."""
        return {address: unit.state for address, unit in self._units.items()}

    def open(self) -> None:
        """Open the port; what was to be asked while it was away is not asked late."""
        self._transport.open()
        while not self._wanted.empty():
            self._wanted.get()
        for unit in self._units.values():
            unit.due = 0.0

    def close(self) -> None:
        """Let go of the port."""
        self._transport.close()

    def interrupt(self) -> None:
        """From another thread: make a poll return soon, even in the middle of a round."""
        self._interrupted.set()
        self._transport.interrupt()

    def start_rating(self, address: int) -> None:
        """Ask the visitor at a pad for a rating, within the next round."""
        self._wanted.put(address)
        self.interrupt()

    def poll(self, timeout: float = POLL_S) -> list[PadKey]:
        """Ask every unit once; return the keys, each once. Rests up to `timeout` seconds first."""
        self._interrupted.clear()
        self._transport.read(256, timeout)
        while not self._wanted.empty():
            self._light(self._units[self._wanted.get()])
        keys: list[PadKey] = []
        now = self._clock()
        for unit in self._units.values():
            if self._interrupted.is_set():
                break
            if unit.due <= now:
                keys += self._look(unit)
        return keys

    def look(self) -> dict[int, UnitState]:
        """Ask every unit whether it is there, and touch no key; return what is known of each."""
        for unit in self._units.values():
            self._ask(unit, self._read(unit))
        return self.states

    def _light(self, unit: _Unit) -> None:
        request = WriteSingleCoilRequest(
            dev_id=unit.address, address=unit.registers.open, bits=[True]
        )
        self._ask(unit, request)

    def _look(self, unit: _Unit) -> list[PadKey]:
        outcome = self._ask(unit, self._read(unit))
        if not isinstance(outcome, Answer) or len(outcome.message.registers) != 1:
            return []
        (value,) = outcome.message.registers
        if value == unit.registers.none:
            unit.told = None
            return []
        fresh = value != unit.told
        unit.told = value
        acknowledge = WriteSingleRegisterRequest(
            dev_id=unit.address, address=unit.registers.ack, registers=[value]
        )
        # Only the unit's own word ends a press: until then the same value is the same press.
        if isinstance(self._ask(unit, acknowledge), Answer):
            unit.told = None
        code = value - unit.registers.first
        return [PadKey(unit.address, code)] if fresh and 0 <= code <= 0xFF else []

    def _read(self, unit: _Unit) -> ModbusPDU:
        address = unit.registers.key
        return ReadHoldingRegistersRequest(dev_id=unit.address, address=address, count=1)

    def _ask(self, unit: _Unit, request: ModbusPDU) -> Outcome:
        outcome = ask(self._transport, request)
        match outcome:
            case Answer():
                unit.state, unit.due = Present(), 0.0
            case Refusal(code):
                unit.state, unit.due = Unwilling(code), self._clock() + ABSENT_S
            case Silence():
                patient = isinstance(unit.state, Present)  # one lost frame is not an absence
                unit.state = Absent()
                unit.due = 0.0 if patient else self._clock() + ABSENT_S
            case _:
                assert_never(outcome)
        return outcome
