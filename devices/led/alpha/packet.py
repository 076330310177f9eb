"""Packets of the Alpha sign protocol (Adaptive Micro Systems 9708-8061), always with checksum."""

from dataclasses import dataclass

SOH, STX, ETX, EOT = 0x01, 0x02, 0x03, 0x04
WAKE_UP = bytes(5)  # a sign finds the speed of the line from these
ALL_SIGNS = "Z"
ANSWER = "0"  # the type a sign puts into its own packets
BROADCAST = 0
LONGEST = 512  # bytes between SOH and EOT; ours are far shorter


@dataclass(frozen=True)
class Packet:
    """One command: sign type (a letter), address 0 (all) to 255, command and data."""

    address: int
    body: bytes
    kind: str = ALL_SIGNS


def checksum(body: bytes) -> int:
    """Return the 16-bit sum from STX to ETX, both included."""
    return (STX + sum(body) + ETX) & 0xFFFF


def encode_packet(packet: Packet) -> bytes:
    """Return the packet on the wire."""
    head = WAKE_UP + b"\x01" + packet.kind.encode("ascii") + b"%02X" % packet.address
    return head + b"\x02" + packet.body + b"\x03%04X\x04" % checksum(packet.body)


class PacketDecoder:
    """Finds packets in a stream; noise is skipped and bad packets are counted in `rejected`."""

    def __init__(self) -> None:
        self.rejected = 0
        self._open: bytearray | None = None

    def feed(self, data: bytes) -> list[Packet]:
        """Return the packets completed by data."""
        packets: list[Packet] = []
        for byte in data:
            if byte == SOH:  # stands at the beginning only: whatever was begun is broken
                self.rejected += self._open is not None
                self._open = bytearray()
            elif self._open is None:
                continue
            elif byte == EOT:
                packet = parse(bytes(self._open))
                self._open = None
                if packet is None:
                    self.rejected += 1
                else:
                    packets.append(packet)
            elif len(self._open) > LONGEST:
                self._open = None
                self.rejected += 1
            else:
                self._open.append(byte)
        return packets


def parse(inner: bytes) -> Packet | None:
    """Return the packet between SOH and EOT, None when anything about it is wrong."""
    head, body, tail = inner[:3], inner[4:-5], inner[-5:]
    if len(inner) < 10 or inner[3] != STX or tail[0] != ETX or max(inner) > 0x7F:
        return None
    try:
        address, summed = int(head[1:3], 16), int(tail[1:], 16)
    except ValueError:
        return None
    # int() is lenient about signs, spaces and small letters: only one spelling is right.
    if b"%02X" % address != head[1:3] or b"%04X" % summed != tail[1:]:
        return None
    if summed != checksum(body):
        return None
    return Packet(address, body, chr(head[0]))
