"""A port's thread: what it tells, how it comes back, that it ends, that it does not spin."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from time import monotonic, sleep, thread_time
from typing import Any

import pytest

from devices.bus import BusEvent, BusLine, BusSimulator, Key
from devices.errors import DeviceError, PortUnavailable
from devices.keypad import KeypadSimulator
from devices.led import LedBus, Shown
from devices.led.onbon import OnbonBus, OnbonSimulator
from devices.port import (
    BackingOff,
    Connecting,
    Identifying,
    Line,
    PortState,
    Stopped,
    Working,
)
from devices.printer import EscposPrinter, PrinterSimulator, Ready
from devices.supervisor import BACK_OFF_S, Supervisor, utc_now
from devices.transport import PtyListener, StoppableTransport, TcpListener, transport_for
from tests.devices.wires import Simulator, eventually


@dataclass
class Script:
    """A line that does what it is told: each step is an error to raise, or None."""

    steps: list[DeviceError | None] = field(default_factory=list)
    opened: int = 0
    closed: int = 0
    rest: float = 0.01

    def open(self) -> None:
        self.opened += 1

    def close(self) -> None:
        self.closed += 1
        raise PortUnavailable("x", "closing", "the other side broke off")

    def work(self) -> None:
        error = self.steps.pop(0) if self.steps else None
        if error is not None:
            raise error
        sleep(self.rest)

    def interrupt(self) -> None:
        pass


class Asking(Script):
    def identify(self) -> str:
        return "a fine device"


GONE = PortUnavailable("x", "reading", "gone", "look at the cable")


def run(line: Line, until: Callable[[list[PortState]], bool], **more: Any) -> list[PortState]:
    states: list[PortState] = []
    port = Supervisor("x", line, states.append, **more)
    assert isinstance(port.state, Connecting)
    port.start()
    assert eventually(lambda: until(states))
    assert port.stop()
    return states


def kinds(states: list[PortState]) -> list[type[PortState]]:
    return [type(state) for state in states]


def test_a_port_says_how_it_is() -> None:
    line = Asking([None, GONE, GONE, None])
    states = run(line, lambda told: len(told) >= 6, jitter=lambda: 0.5)
    assert kinds(states) == [
        Connecting,
        Identifying,
        Working,
        BackingOff,
        BackingOff,
        Working,
        Stopped,
    ]
    first, second = (state for state in states if isinstance(state, BackingOff))
    assert (first.reason, first.hint, first.tries) == ("gone", "look at the cable", 1)
    assert first.since == second.since
    assert second.tries == 2
    assert second.next_try - second.since >= timedelta(seconds=BACK_OFF_S[0] + BACK_OFF_S[1])
    assert [state.identity for state in states if isinstance(state, Working)] == [
        "a fine device",
        "a fine device",
    ]
    assert line.opened == line.closed == 3


@pytest.mark.parametrize(("drawn", "factor"), [(0.0, 0.8), (0.5, 1.0), (1.0, 1.2)])
def test_pauses_jitter(drawn: float, factor: float) -> None:
    now = utc_now()
    states = run(
        Script([GONE]), lambda told: len(told) >= 2, jitter=lambda: drawn, clock=lambda: now
    )
    (lost,) = (state for state in states if isinstance(state, BackingOff))
    assert lost.next_try - now == timedelta(seconds=BACK_OFF_S[0] * factor)


def test_pauses_grow_and_start_over_after_work() -> None:
    now = utc_now()
    steps: list[DeviceError | None] = [GONE, GONE, None, GONE]
    states = run(Script(steps), lambda told: len(told) >= 5, jitter=lambda: 0.5, clock=lambda: now)
    pauses = [(s.next_try - now).total_seconds() for s in states if isinstance(s, BackingOff)]
    assert pauses == [BACK_OFF_S[0], BACK_OFF_S[1], BACK_OFF_S[0]]


def test_a_bug_is_told_and_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    raised: list[BaseException | None] = []
    monkeypatch.setattr(threading, "excepthook", lambda failure: raised.append(failure.exc_value))

    class Buggy(Script):
        def work(self) -> None:
            raise ZeroDivisionError("a bug")

    states: list[PortState] = []
    port = Supervisor("x", Buggy(), states.append)
    port.start()
    assert eventually(lambda: bool(raised))
    assert isinstance(raised[0], ZeroDivisionError)
    assert isinstance(port.state, Stopped)
    assert "a bug" in port.state.bug


def test_work_that_never_waits_does_not_spin() -> None:
    used: list[float] = []

    class Hasty(Script):
        def work(self) -> None:
            used.append(thread_time())

    line = Hasty()
    port = Supervisor("x", line)
    port.start()
    sleep(0.6)
    port.stop()
    assert len(used) < 200  # it would be hundreds of thousands
    assert used[-1] - used[0] < 0.2


@dataclass
class Keys:
    """The bus as a hub uses it, with nothing around it."""

    line: BusLine
    heard: list[BusEvent] = field(default_factory=list)

    def open(self) -> None:
        self.line.open()

    def close(self) -> None:
        self.line.close()

    def work(self) -> None:
        self.heard += self.line.poll(0.2)

    def interrupt(self) -> None:
        self.line.interrupt()


@dataclass
class Boards:
    """A board that is asked all the time."""

    bus: LedBus
    answers: int = 0

    def open(self) -> None:
        self.bus.open()

    def close(self) -> None:
        self.bus.close()

    def work(self) -> None:
        self.answers += self.bus.ping(1) == Shown()
        sleep(0.01)

    def interrupt(self) -> None:
        pass


@dataclass
class Paper:
    """A printer that is asked now and then."""

    printer: EscposPrinter
    asked: int = 0

    def open(self) -> None:
        self.printer.hold()

    def identify(self) -> str:
        return self.printer.status().words

    def close(self) -> None:
        self.printer.close()

    def work(self) -> None:
        self.asked += self.printer.status() == Ready()
        sleep(0.01)

    def interrupt(self) -> None:
        pass


@pytest.mark.parametrize("kind", ["bus", "led", "printer"])
@pytest.mark.parametrize("mute", [False, True])
@pytest.mark.parametrize("make", [PtyListener, TcpListener])
def test_a_port_ends_within_a_second(
    kind: str,
    mute: bool,
    make: type[PtyListener] | type[TcpListener],
    record_property: Callable[[str, object], None],
) -> None:
    """Whatever it is waiting for: keys, a board that is mute, a printer that says nothing."""
    listener = make()
    keypad = KeypadSimulator(1)
    simulators: dict[str, Simulator] = {
        "bus": BusSimulator([keypad]),
        "led": OnbonSimulator([1]),
        "printer": PrinterSimulator(),
    }
    simulator = simulators[kind]
    listener.start(bytes if mute else simulator.feed)
    wire = StoppableTransport(transport_for(listener.url))
    lines: dict[str, Line] = {
        "bus": Keys(BusLine(wire)),
        "led": Boards(OnbonBus(wire, timeout=0.1)),
        "printer": Paper(EscposPrinter(wire)),
    }
    states: list[PortState] = []
    port = Supervisor(kind, lines[kind], states.append, cut=wire.stop)
    port.start()
    assert eventually(lambda: any(isinstance(one, Working | Identifying) for one in states), 5)
    begun = monotonic()
    assert port.stop(5)
    took = monotonic() - begun
    listener.stop()
    record_property(f"seconds to stop a {kind} port", round(took, 3))
    assert took < 1
    assert isinstance(states[-1], Stopped)


def test_a_host_that_does_not_answer_holds_nobody_up() -> None:
    wire = StoppableTransport(transport_for("tcp://192.0.2.1:9100"))
    port = Supervisor("x", Keys(BusLine(wire)), cut=wire.stop)
    port.start()
    sleep(0.05)
    begun = monotonic()
    port.stop()
    assert monotonic() - begun < 3


def test_a_keypad_port_pulled_and_put_back(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """Every key pressed while the port works is heard once, none while it is away."""
    keypad = KeypadSimulator(1)
    bus = BusSimulator([keypad])
    listener = PtyListener(tmp_path / "wire")
    bus.emit = listener.send
    listener.start(bus.feed)
    wire = StoppableTransport(transport_for(listener.url))
    used: list[float] = []

    class Timed(Keys):
        def work(self) -> None:
            super().work()
            used.append(thread_time())

    keys = Timed(BusLine(wire))
    port = Supervisor("x", keys, cut=wire.stop)
    port.start()
    longest = 0.0
    for turn in range(3):
        assert eventually(lambda: isinstance(port.state, Working))
        keypad.press(Key.CALL_NEXT)
        assert eventually(lambda: keypad.acknowledged == turn + 1, 10)  # noqa: B023
        listener.hang_up()
        begun = monotonic()
        assert eventually(lambda: isinstance(port.state, BackingOff))
        assert eventually(lambda: isinstance(port.state, Working))
        longest = max(longest, monotonic() - begun)
    sleep(0.5)
    port.stop()
    listener.stop()
    record_property("seconds until a replugged keypad port works", round(longest, 3))
    record_property("CPU seconds of the keypad port's thread", round(used[-1] - used[0], 3))
    assert len(keys.heard) == 3
    assert keypad.acknowledged == 3
    assert used[-1] - used[0] < 0.3
