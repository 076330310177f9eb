"""The driver that docs/hardware.md shows, held to what every driver is held to."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.devices.wires import KINDS, eventually, wired
from tests.support.halls import ROOT

FILE = ROOT / "docs" / "hardware" / "relay.py"


def load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("relay_example", FILE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


RELAY = load()


def test_it_is_short() -> None:
    assert len(FILE.read_text(encoding="utf-8").splitlines()) < 150


def test_the_bytes_of_the_seller() -> None:
    assert RELAY.encode(RELAY.Frame(1, True)) == bytes.fromhex("A0 01 01 A2")
    assert RELAY.encode(RELAY.Frame(1, False)) == bytes.fromhex("A0 01 00 A1")
    with pytest.raises(ValueError, match="1 to 255"):
        RELAY.encode(RELAY.Frame(0, True))


@given(st.lists(st.tuples(st.integers(1, 255), st.booleans()), max_size=6), st.binary(max_size=9))
def test_commands_survive_the_wire_in_single_bytes(
    many: list[tuple[int, bool]], noise: bytes
) -> None:
    frames = [RELAY.Frame(relay, on) for relay, on in many]
    decoder = RELAY.Decoder()
    stream = noise.replace(b"\xa0", b"") + b"".join(map(RELAY.encode, frames))
    assert [f for byte in stream for f in decoder.feed(bytes((byte,)))] == frames


@pytest.mark.parametrize("kind", KINDS)
def test_it_switches_over_a_wire(kind: str, tmp_path: Path) -> None:
    simulator = RELAY.RelaySimulator()
    with wired(simulator, kind, tmp_path) as transport:
        relay = RELAY.Relay(transport)
        assert isinstance(relay.switch(1, True), RELAY.Lost)
        relay.open()
        assert relay.switch(1, True) == RELAY.Sent()
        assert relay.switch(2, False) == RELAY.Sent()
        assert eventually(lambda: simulator.on == {1: True, 2: False})
        relay.close()
