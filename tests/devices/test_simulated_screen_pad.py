"""A simulated pad with a screen, told by words, on the network of a hub."""

import pytest

from devices.pad.screen import Face, PadEvent, Question, ScreenPadServer, Serving, Submitted
from devices.simulated import SimulatedDevice
from devices.transport import transport_for
from tests.devices.wires import at_work, eventually

KEY = b"k" * 32


class Hall:
    """The hub's side and the pad; `pressed` is what the hub took."""

    def __init__(self) -> None:
        self.pressed: list[int] = []
        self.server = ScreenPadServer(("127.0.0.1", 0), KEY, {"PAD3": (3, "综合受理")}, self._take)
        self.server.open()
        wire = transport_for(self.server.name.replace("listen", "tcp"))
        self.device = SimulatedDevice("pad-screen", wire, pad="PAD3", key=KEY)

    def _take(self, event: PadEvent) -> None:
        if isinstance(event, Submitted):
            self.pressed.append(event.code)
            self.server.settle(event, stored=True)


def test_a_pad_with_a_screen_told_by_word() -> None:
    hall = Hall()
    server, device, pressed = hall.server, hall.device, hall.pressed
    assert device.lines == [f'pad = "screen+{server.name}?id=PAD3"']
    with at_work(server):
        device.start()
        server.show("PAD3", Serving("A012"))
        assert eventually(lambda: device.shows == "PAD3: connected, 综合受理: serving A012")
        server.ask("PAD3", Question("71", "A012", 60, (Face(1, 5, "非常满意"),), 7))
        asks = "PAD3: connected, 综合受理: serving A012, asks A012 for a rating (1 非常满意)"
        assert eventually(lambda: device.shows == asks)
        device.do("press 1")
        assert eventually(lambda: pressed == [1])
        device.do("unplugged on")
        assert eventually(lambda: device.shows == "PAD3: not connected")
        assert eventually(lambda: not server.online)
        device.do("press 7")  # nobody hears it now; it is said when the cable is back
        device.do("unplugged off")
        assert eventually(lambda: pressed == [1, 7])
        device.do("hang_up")
        assert eventually(lambda: not server.online)
        assert eventually(lambda: device.shows.startswith("PAD3: connected"))
        device.stop()


@pytest.mark.parametrize(
    "fault", ["baud 115200", "delay 0.1", "slow 0.0005", "double 1", "doubled on"]
)
def test_on_a_bad_wire_its_keys_come_once(fault: str) -> None:
    hall = Hall()
    hall.device.do(fault)
    with at_work(hall.server):
        hall.device.start()
        assert eventually(lambda: bool(hall.server.online))
        for code in (0, 7):
            hall.device.do(f"press {code}")
        assert eventually(lambda: set(hall.pressed) == {0, 7})
        hall.device.stop()
    assert sorted(hall.pressed) == [0, 7]


def test_a_key_is_heard_through_rubbish() -> None:
    """What arrives may be wrong, since JSON lines have no sum: TCP never hands rubbish on."""
    hall = Hall()
    hall.device.do("wire_garbage 0.001")
    with at_work(hall.server):
        hall.device.start()
        hall.device.do("press 7")
        assert eventually(lambda: bool(hall.pressed))
        hall.device.stop()
