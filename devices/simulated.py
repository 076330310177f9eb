"""One simulated device on a wire of its own, told by words what to do and what goes wrong."""

import threading
from collections.abc import Iterable
from time import monotonic

from devices.pad.screen import ScreenPadClient, ScreenPadSimulator
from devices.simulator_words import on_or_off
from devices.simulators import SIMULATORS, Simulator, SimulatorKind, Wanted
from devices.switches import Switch, set_switch, switches_of
from devices.transport import Listener, Transport
from devices.transport.faults import WireFaults

NOTHING = {"off", "none"}
Step = tuple[float, str]
"""Seconds after the beginning, and a command."""


class BadCommand(Exception):
    """A command nobody understands; the words say what is allowed."""


class SimulatedDevice:
    """A simulator at the end of a wire; `do` may be called from any thread.

    `wire` is where it is served, or, of a pad with a screen, where it connects.
    """

    def __init__(
        self,
        kind: str,
        wire: Listener | Transport,
        addresses: Iterable[int] = (1,),
        *,
        pad: str = "PAD1",
        key: bytes = b"",
    ) -> None:
        self._kind: SimulatorKind = SIMULATORS[kind]
        self._addresses = tuple(addresses)
        self.simulator: Simulator = self._kind.make(Wanted(self._addresses, pad, key))
        self.listener = self._connected(wire)

    def _connected(self, wire: Listener | Transport) -> Listener | ScreenPadClient:
        if isinstance(wire, Listener):
            self.simulator.emit = wire.send
            return wire
        assert isinstance(self.simulator, ScreenPadSimulator)
        return ScreenPadClient(self.simulator, wire)

    def start(self) -> None:
        """Serve it."""
        if isinstance(self.listener, Listener):
            self.listener.start(self.simulator.feed)
        else:
            self.listener.start()

    def stop(self) -> None:
        """Take it away."""
        self.listener.stop()

    @property
    def shows(self) -> str:
        """What somebody who stands before it would see."""
        return self._kind.shows(self.simulator)

    @property
    def lines(self) -> list[str]:
        """The lines of hall.toml that name it."""
        line = self._kind.line.replace("URL", self.listener.url)
        return [line.replace("ADDRESS", str(one)) for one in self._addresses[: self._many]]

    @property
    def _many(self) -> int | None:
        return None if "ADDRESS" in self._kind.line else 1

    @property
    def commands(self) -> list[str]:
        """Every command, with what it needs."""
        acts = [f"{name} {needs}".strip() for name, (needs, _) in self._kind.acts.items()]
        own = [f"{name} {_needs(switch)}" for name, switch in switches_of(self.simulator).items()]
        faults = switches_of(self._faults)
        wire = [f"{told} {_needs(faults[name])}" for told, name in self._wire_names.items()]
        return [*acts, *own, *wire, "hang_up", "show", "quit"]

    @property
    def _wire_names(self) -> dict[str, str]:
        """What each fault of the wire is called, where the device has one of the same name."""
        taken = {*self._kind.acts, *switches_of(self.simulator)}
        names = switches_of(self._faults)
        return {f"wire_{name}" if name in taken else name: name for name in names}

    @property
    def _faults(self) -> WireFaults:
        return self.listener.faults

    def do(self, command: str) -> None:
        """Do what a command says; BadCommand when it cannot be understood."""
        name, *words = command.split()
        try:
            if name == "hang_up":
                self.listener.hang_up()
            elif name in self._kind.acts:
                self._kind.acts[name][1](self.simulator, words)
            elif name in switches_of(self.simulator):
                _set(self.simulator, name, words)
            elif name in self._wire_names:
                _set(self._faults, self._wire_names[name], words)
            else:
                raise BadCommand(f"{name} is no command; there are: {'; '.join(self.commands)}")
        except (ValueError, KeyError, IndexError) as error:
            needs = next((one for one in self.commands if one.split()[0] == name), name)
            raise BadCommand(f"“{command}” is wrong ({error}); it is: {needs}") from error


def read_script(text: str) -> list[Step]:
    """Read lines of SECONDS COMMAND, in the order of time; # begins a remark. BadCommand."""
    steps: list[Step] = []
    for number, line in enumerate(text.splitlines(), 1):
        words = line.partition("#")[0].split(maxsplit=1)
        if not words:
            continue
        try:
            at = float(words[0])
        except ValueError:
            raise BadCommand(f"line {number}: it begins with seconds, as in 2.5 drop 0.1") from None
        if len(words) < 2 or not 0 <= at < 1e6:
            raise BadCommand(f"line {number}: seconds and a command, as in 2.5 drop 0.1")
        steps.append((at, words[1].strip()))
    return sorted(steps, key=lambda step: step[0])


def play(device: SimulatedDevice, steps: Iterable[Step], stop: threading.Event) -> None:
    """Do each step in its time; `quit`, or the event, ends it."""
    begun = monotonic()
    for at, command in steps:
        if stop.wait(max(0.0, begun + at - monotonic())):
            return
        if command == "quit":
            stop.set()
            return
        device.do(command)


def _needs(switch: "Switch[object]") -> str:
    return "on|off" if isinstance(switch.default, bool) else "NUMBER|off"


def _set(owner: object, name: str, words: list[str]) -> None:
    (word,) = words
    default = switches_of(owner)[name].default
    if isinstance(default, bool):
        set_switch(owner, name, on_or_off(word))
    elif word in NOTHING:
        set_switch(owner, name, None)
    else:
        number = float(word)
        if not 0 <= number < 1e7:
            raise ValueError("it is not within what is possible")
        set_switch(owner, name, number if isinstance(default, float) else int(word))
