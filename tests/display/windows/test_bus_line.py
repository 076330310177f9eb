"""The keypad-and-pad line: published bytes on a real wire, and keys that bounce."""

import time
from collections.abc import Iterator

import pytest

from devices.bus import BusLine
from devices.bus.line import OWN_ECHO_SECONDS
from devices.keypad import Key
from devices.transport import PtyListener, transport_for
from display.windows.bus_line import BOUNCE_S, KeyPressed, Pressed, WindowBus
from display.windows.pads import Asked, PadKeyPressed
from display.windows.plan import BusPlan
from tests.devices.wires import eventually
from tests.display.windows.conftest import CALL_FROM_1, TICKET_23_TO_1

PLAN = BusPlan(keypads={1: 5}, pads={1: 5})


class Wire:
    """A line at the near end, plain bytes at the far one, and a clock that stands."""

    def __init__(self) -> None:
        self.heard = bytearray()
        self.pressed: list[Pressed] = []
        self.now = 0.0
        self.listener = PtyListener()
        self.listener.start(self._hear)
        line = BusLine(transport_for(self.listener.url))
        self.bus = WindowBus(line, PLAN, self.pressed.append, lambda: self.now)
        self.bus.open()

    def _hear(self, data: bytes) -> bytes:
        self.heard += data
        return b""

    def say(self, data: bytes) -> None:
        """Send bytes, too late to be an echo of our own, and let the line take them."""
        time.sleep(OWN_ECHO_SECONDS * 1.5)
        self.listener.send(data)
        self.bus.work()

    def hears(self, data: bytes) -> bool:
        return eventually(lambda: data in self.heard)

    def close(self) -> None:
        self.bus.close()
        self.listener.stop()


@pytest.fixture
def wire() -> Iterator[Wire]:
    opened = Wire()
    yield opened
    opened.close()


def test_a_call_from_address_1_is_echoed(wire: Wire) -> None:
    wire.say(CALL_FROM_1)
    assert wire.pressed == [KeyPressed(5, Key.CALL_NEXT.value)]
    assert wire.hears(CALL_FROM_1)


def test_ticket_023_to_address_1(wire: Wire) -> None:
    assert PLAN.keypad_of(5) == 1
    wire.bus._line.show_ticket(1, None, 23)
    assert wire.hears(TICKET_23_TO_1)


def test_a_pad_is_answered_with_function_1_and_a_checksum_10h_lower(wire: Wire) -> None:
    wire.say(bytes.fromhex("FF 68 03 03 68 01 11 02 14 16"))
    assert wire.pressed == [PadKeyPressed(5, 2)]
    assert wire.hears(bytes.fromhex("FF 68 03 03 68 01 01 02 04 16"))


def test_a_contact_that_bounces_is_one_press(wire: Wire) -> None:
    for at in (0.0, 0.2, 0.99):
        wire.now = at * BOUNCE_S
        wire.say(CALL_FROM_1)
    assert wire.pressed == [KeyPressed(5, Key.CALL_NEXT.value)]
    wire.say(bytes.fromhex("FF 68 03 03 68 01 01 0D 0F 16"))
    assert wire.pressed[-1] == KeyPressed(5, Key.RECALL.value)
    wire.now = 1.01 * BOUNCE_S
    wire.say(CALL_FROM_1)
    assert wire.pressed[-1] == KeyPressed(5, Key.CALL_NEXT.value)
    # Each is echoed all the same: the keypad waits for that.
    assert eventually(lambda: wire.heard.count(CALL_FROM_1) == 4)


def test_numbers_are_sent_once_and_again_after_the_port_was_closed(wire: Wire) -> None:
    shown = bytes.fromhex("FF 68 08 08 68 01 02 00 00 03 00 01 02 09 16")
    for _ in range(3):
        wire.bus.show(5, 3, 12)
        wire.bus.work()
    wire.bus.beep(5)
    wire.bus.work()
    assert wire.hears(bytes.fromhex("FF 68 02 02 68 01 03 04 16"))
    assert wire.heard.count(shown) == 1
    wire.bus.close()
    wire.bus.open()
    assert eventually(lambda: wire.heard.count(shown) == 2)


def test_a_window_without_devices_is_left_alone(wire: Wire) -> None:
    wire.bus.beep(6)
    wire.bus.start_rating(6, Asked(1, "C001", 120))
    wire.bus.show(6, 1, 1)
    wire.bus.work()
    wire.bus.beep(5)
    wire.bus.work()
    assert wire.hears(bytes.fromhex("FF 68 02 02 68 01 03 04 16"))
    assert len(wire.heard) == 9


def test_what_was_to_be_said_to_a_port_that_was_away_is_not_said_late(wire: Wire) -> None:
    wire.bus.close()
    wire.bus.beep(5)
    wire.bus.start_rating(5, Asked(1, "C001", 120))
    wire.bus.show(5, 0, 7)
    wire.bus.open()
    wire.bus.work()
    shown = bytes.fromhex("FF 68 08 08 68 01 02 00 00 00 00 00 07 0A 16")
    assert eventually(lambda: bytes(wire.heard) == shown)
