"""What must hold of every evaluation pad: asked when asked, each press once, back by itself."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

import pytest

from devices.bus import BusEvent, BusLine, BusSimulator, PadKey
from devices.errors import DeviceError
from devices.pad import PadSimulator
from devices.pad.modbus import ModbusPads, ModbusPadSimulator, Registers
from devices.pad.screen import (
    Face,
    PadEvent,
    Question,
    ScreenPadClient,
    ScreenPadServer,
    ScreenPadSimulator,
    Submitted,
)
from devices.polling import PollLine
from devices.transport import Listener, PtyListener, TcpListener, transport_for
from tests.devices.wires import Simulator, at_work, eventually

KEY = b"k" * 32


class Rig(Protocol):
    """One pad on a real wire, with the host's side at work."""

    keys: list[int]

    def ask(self) -> None: ...

    def is_asked(self) -> bool: ...

    def press(self, code: int) -> None: ...

    def settled(self) -> bool: ...

    def pull(self) -> None: ...


class OnAWire:
    """What pads on a serial line or a serial server share."""

    def __init__(self, simulator: Simulator, kind: str, folder: Path, stack: ExitStack) -> None:
        self.keys: list[int] = []
        self.wire: Listener = PtyListener(folder / "wire") if kind == "pty" else TcpListener()
        self.wire.start(simulator.feed)
        simulator.emit = self.wire.send
        stack.callback(self.wire.stop)

    def pull(self) -> None:
        self.wire.hang_up()


class BusRig(OnAWire):
    def __init__(self, kind: str, folder: Path, stack: ExitStack) -> None:
        self.pad = PadSimulator(5)
        super().__init__(BusSimulator([self.pad]), kind, folder, stack)
        self.line = BusLine(transport_for(self.wire.url))
        stack.enter_context(at_work(_BusWork(self.line, self._take)))

    def _take(self, events: list[BusEvent]) -> None:
        self.keys += [event.code for event in events if isinstance(event, PadKey)]

    def ask(self) -> None:
        self.line.start_rating(5)

    def is_asked(self) -> bool:
        return self.pad.rating_open

    def press(self, code: int) -> None:
        self.pad.press(code)

    def settled(self) -> bool:
        return not self.pad._unanswered


class _BusWork:
    def __init__(self, line: BusLine, take: Callable[[list[BusEvent]], None]) -> None:
        self.line, self.take = line, take
        self.open, self.close, self.interrupt = line.open, line.close, line.interrupt

    def work(self) -> None:
        self.take(self.line.poll(0.2))


class ModbusRig(OnAWire):
    def __init__(self, kind: str, folder: Path, stack: ExitStack) -> None:
        self.pad = ModbusPadSimulator({5: Registers()})
        super().__init__(self.pad, kind, folder, stack)
        self.pads = ModbusPads(transport_for(self.wire.url), {5: Registers()})
        stack.enter_context(at_work(PollLine(self.pads, self._take)))

    def _take(self, keys: list[PadKey]) -> None:
        self.keys += [key.code for key in keys]

    def ask(self) -> None:
        self.pads.start_rating(5)

    def is_asked(self) -> bool:
        return self.pad.units[5].rating_open

    def press(self, code: int) -> None:
        self.pad.press(5, code)

    def settled(self) -> bool:
        unit = self.pad.units[5]
        return unit.value == unit.registers.none and not unit.waiting


class ScreenRig:
    def __init__(self, kind: str, folder: Path, stack: ExitStack) -> None:
        self.keys: list[int] = []
        self.server = ScreenPadServer(("127.0.0.1", 0), KEY, {"P": (3, "")}, self._take)
        self.server.open()
        stack.enter_context(at_work(self.server))
        self.pad = ScreenPadSimulator("P", KEY)
        client = ScreenPadClient(self.pad, transport_for(self.server.name.replace("listen", "tcp")))
        client.start()
        stack.callback(client.stop)
        assert eventually(lambda: self.pad.online)

    def _take(self, event: PadEvent) -> None:
        if isinstance(event, Submitted):
            self.keys.append(event.code)
            self.server.settle(event, stored=True)

    def ask(self) -> None:
        faces = tuple(Face(code, 5 - code, "") for code in range(5))
        self.server.ask("P", Question(str(time.monotonic_ns()), "A001", 60, faces, 7))

    def is_asked(self) -> bool:
        return self.pad.question is not None

    def press(self, code: int) -> None:
        self.pad.press(code)

    def settled(self) -> bool:
        return self.pad.unsettled == 0

    def pull(self) -> None:
        with self.server._lock:
            for connection in self.server._connections.values():
                connection.gone = "the test pulled it"
        self.server.interrupt()


RIGS: dict[str, tuple[type[BusRig | ModbusRig | ScreenRig], str]] = {
    "bus-pty": (BusRig, "pty"),
    "bus-tcp": (BusRig, "tcp"),
    "modbus-pty": (ModbusRig, "pty"),
    "modbus-tcp": (ModbusRig, "tcp"),
    "screen-tcp": (ScreenRig, "tcp"),
}


@pytest.fixture(params=RIGS)
def rig(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Rig]:
    make, kind = RIGS[request.param]
    with ExitStack() as stack:
        made = make(kind, tmp_path, stack)
        assert asked(made)  # the line is open and hears
        yield made


def asked(rig: Rig) -> bool:
    """Ask until the pad lights, as a clerk does while the line is still opening."""

    def lit() -> bool:
        if rig.is_asked():
            return True
        try:
            rig.ask()
        except DeviceError:
            time.sleep(0.05)
            return False
        return eventually(rig.is_asked, 0.2)

    return eventually(lit)


def test_a_question_lights_the_pad_and_its_key_ends_it(rig: Rig) -> None:
    assert asked(rig)
    rig.press(2)
    assert not rig.is_asked()
    assert eventually(lambda: rig.keys == [2] and rig.settled())


@pytest.mark.parametrize("codes", [[0, 1, 2, 3, 4], [7], [3, 3]])
def test_every_press_is_told_once_in_order(rig: Rig, codes: list[int]) -> None:
    for code in codes:
        rig.press(code)
    assert eventually(lambda: rig.settled() and len(rig.keys) >= len(codes))
    assert rig.keys == codes


def test_pulled_out_in_the_middle_it_comes_back_by_itself(
    rig: Rig, record_property: Callable[[str, object], None]
) -> None:
    assert asked(rig)
    rig.press(3)
    assert eventually(lambda: rig.keys == [3] and rig.settled())
    start = time.monotonic()
    rig.pull()
    assert asked(rig)
    record_property("pad back after a pull (s)", round(time.monotonic() - start, 3))
    rig.press(4)
    assert eventually(lambda: rig.keys == [3, 4] and rig.settled())
