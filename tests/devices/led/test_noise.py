"""Damaged frames by the thousand (a million under proof): no crash, no false word, resync."""

from collections.abc import Callable

import pytest

from devices.led.alpha import codec as alpha
from devices.led.alpha.driver import _ear_for_ack
from devices.led.alpha.packet import Packet, PacketDecoder, encode_packet
from devices.led.modbus import rtu
from devices.led.onbon import codec as onbon
from devices.led.onbon.area import Area
from devices.led.onbon.frame import FrameDecoder, encode_frame
from tests.devices.noise import FRAMES, noise

ONBON = [
    encode_frame(onbon.encode(command), destination=address)
    for address in (1, 8)
    for command in (
        onbon.Ping(),
        onbon.Dim(12),
        onbon.Update((Area("请A023号到3号窗口"),)),
        onbon.Update(delete=(onbon.ALL_AREAS,)),
    )
] + [encode_frame(onbon.encode_answer(onbon.Ack()), destination=0x8000, source=1)]
ALPHA = [
    encode_packet(Packet(address, alpha.encode(command)))
    for address in (1, 8)
    for command in (alpha.WriteText("A023 > 03"), alpha.Acknowledge(), alpha.AskErrors())
]
MODBUS = [
    rtu.encode(message)
    for message in (
        rtu.Read(1, 16, 1),
        rtu.Write(1, 16, tuple(range(0xA0A0, 0xA0B0))),
        rtu.Write(2, 0, (1,)),
    )
]
Heard = Callable[[bytes], int]


def onbon_ear(known: list[bytes]) -> Heard:
    decoder = FrameDecoder()
    return lambda data: sum(
        encode_frame(frame.data, destination=frame.destination, source=frame.source) not in known
        for frame in decoder.feed(data)
    )


def alpha_ear(known: list[bytes]) -> Heard:
    decoder = PacketDecoder()
    bodies = {packet.body for packet in PacketDecoder().feed(b"".join(known))}
    return lambda data: sum(packet.body not in bodies for packet in decoder.feed(data))


def modbus_ear(known: list[bytes]) -> Heard:
    decoder = rtu.Decoder("requests")
    return lambda data: sum(rtu.encode(message) not in known for message in decoder.feed(data))


@pytest.mark.parametrize(
    ("ear", "frames", "allowed"),
    [
        # A CRC lets one in 65,536 frames of the right shape through, and two where FFFF means
        # "not checked"; a sum is weaker: a flip up and a flip down of the same bit cancel out,
        # which is 2/7 × 1/3 of the mishaps × 1/16 of the pairs × about a third inside the sum.
        (onbon_ear, ONBON, 2 / 65_536),
        (alpha_ear, ALPHA, 1 / 500),
        (modbus_ear, MODBUS, 2 / 65_536),
    ],
    ids=["onbon", "alpha", "modbus"],
)
def test_frames_nobody_sent_are_hardly_ever_heard(
    ear: Callable[[list[bytes]], Heard],
    frames: list[bytes],
    allowed: float,
    record_property: Callable[[str, object], None],
) -> None:
    listen = ear(frames)
    false = sum(listen(data) for data in noise(frames, FRAMES, 20261121))
    record_property("damaged frames", FRAMES)
    record_property("false accepts", false)
    record_property("allowed by the checksum", allowed)
    assert false <= allowed * FRAMES + 3 * (allowed * FRAMES) ** 0.5 + 1
    # Resynchronised: after a silence of rubbish the next good frame is heard as it was sent.
    for good in frames:
        assert listen(bytes(300)) == 0
        assert listen(good) == 0


def test_an_alpha_acknowledgement_has_no_checksum_and_noise_can_look_like_one(
    record_property: Callable[[str, object], None],
) -> None:
    """Two bytes, 06 or 15 and a status: this is why ack=no is the better choice on a bad line."""
    count = FRAMES
    false = 0
    for data in noise([b"\x06\x40", b"\x15\x60"], count, 7):
        heard = _ear_for_ack()(data)
        false += heard is not None and heard not in {(True, 0x40), (False, 0x60)}
    record_property("damaged acknowledgements", count)
    record_property("false acknowledgements", false)
    assert 0 < false / count < 0.5


def test_an_alpha_checksum_does_not_cover_type_and_address(
    record_property: Callable[[str, object], None],
) -> None:
    """On the wire parity guards them (7E1); here three of some 25 bytes stand unguarded."""
    decoder, known = PacketDecoder(), set(PacketDecoder().feed(b"".join(ALPHA)))
    false = sum(
        packet not in known for data in noise(ALPHA, FRAMES, 3) for packet in decoder.feed(data)
    )
    record_property("damaged packets", FRAMES)
    record_property("packets for another sign", false)
    assert 0 < false / FRAMES < 2 / 7 * 3 / 25
