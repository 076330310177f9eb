"""A reader made of bytes, and invented cards to place on it."""

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

from devices.id_reader import codec
from devices.id_reader.card import LAYOUTS, LONG_TERM, MARK, check_digit
from devices.id_reader.codec import RequestDecoder, encode_reply
from devices.switches import Switch

PLACES = {"": "510603", "J": "810000", "Y": "951156"}


@dataclass(frozen=True)
class SimCard:
    """Somebody who does not exist. Days are YYYYMMDD; `mark` is the type mark: "", J, I or Y."""

    name: str = "张三"
    birth: str = "19540312"
    until: str = LONG_TERM
    mark: str = ""
    serial: int = 1

    @property
    def number(self) -> str:
        """A number that keeps the rules."""
        if self.mark == "I":
            return f"CAN{self.birth[2:]}{self.serial:06d}"
        digits = f"{PLACES.get(self.mark, PLACES[''])}{self.birth}{self.serial:03d}"
        return digits + check_digit(digits)

    def text(self) -> bytes:
        """Return the 256 bytes of the chip."""
        layout = LAYOUTS.get(self.mark, LAYOUTS[""])
        name = layout.names[-1] if self.name.isascii() else layout.names[0]
        text = bytearray(" ".encode("utf-16-le") * (codec.TEXT_SIZE // 2))
        fields = (
            (name, self.name),
            (layout.birth, self.birth),
            (layout.number, self.number),
            (layout.until, self.until),
            (MARK, self.mark),
        )
        for at, written in fields:
            raw = written.encode("utf-16-le")[: at.stop - at.start]
            text[at.start : at.start + len(raw)] = raw
        return bytes(text)


SAMPLES: Mapping[str, SimCard] = {
    "elder": SimCard("张建国", "19540312"),
    "adult": SimCard("李秀英", "19900518", "20350101", serial=2),
    "child": SimCard("王小明", "20190601", "20280601", serial=3),
    "expired": SimCard("赵强", "19751120", "20200630", serial=4),
    "permit": SimCard("陈大文", "19881004", "20300101", "J", 5),
    "foreigner": SimCard("SMITH JOHN", "19700101", "20320101", "I", 6),
    "foreigner2023": SimCard("MARTIN ANNE", "19850707", "20330101", "Y", 7),
    "unknown": SimCard("周某", "19800229", "20330101", "Z", 8),
}
"""Cards to place: a resident of 70 and more, one of working age, a child, one whose card is out of
date, a permit for Hong Kong, Macao and Taiwan, two cards of foreigners, a card of no known kind.
"""


class IdReaderSimulator:
    """A SAM_V reader: a card that was selected is found again only after it has left.

    Faults: `mute`, `garbage` (rubbish instead of replies), `damaged` (one bit of every reply),
    `cut` (half of every reply), `slow` (seconds before every reply), `faulty` (the module is
    broken), `lifted` (the card leaves in the middle of being read), `finds_again` (as some cheap
    readers do), `spoiled` (the chip's text is rubbish). Any thread may call it.
    """

    mute = Switch(False)
    garbage = Switch(False)
    damaged = Switch(False)
    cut = Switch(False)
    slow = Switch(0.0)
    faulty = Switch(False)
    lifted = Switch(False)
    finds_again = Switch(False)
    spoiled = Switch(False)

    def __init__(self, seed: int = 1) -> None:
        self.lock = threading.RLock()
        self.emit: Callable[[bytes], None] = lambda _data: None
        self.on_change: Callable[[], None] = lambda: None
        self.reads = 0
        self._card: SimCard | None = None
        self._selected = False
        self._decoder = RequestDecoder()
        self._random = Random(seed)  # noqa: S311

    @property
    def card(self) -> SimCard | None:
        """The card that lies on it."""
        return self._card

    def place(self, card: SimCard) -> None:
        """Place a card."""
        with self.lock:
            self._card, self._selected = card, False
        self.on_change()

    def lift(self) -> None:
        """Take the card away."""
        with self.lock:
            self._card, self._selected = None, False
        self.on_change()

    def switched(self) -> None:
        """Tell that a fault was switched."""
        self.on_change()

    def feed(self, data: bytes) -> bytes:
        """Take bytes from the host and return the replies."""
        with self.lock:
            before = self.reads, self._card
            requests = self._decoder.feed(data)
            replies = [self._reply((one.command, one.parameter)) for one in requests]
            changed = before != (self.reads, self._card)
        if changed:
            self.on_change()
        if replies and self.slow:
            time.sleep(self.slow)
        return b"".join(self._spoil(reply) for reply in replies)

    def _reply(self, request: tuple[int, int]) -> bytes:
        match request:
            case codec.STATUS:
                return encode_reply(0x60 if self.faulty else codec.OK)
            case codec.FIND:
                found = self._card and (self.finds_again or not self._selected)
                return encode_reply(codec.FOUND, bytes(4)) if found else _NONE
            case codec.SELECT:
                self._selected = self._card is not None
                return encode_reply(codec.OK, bytes(8)) if self._selected else _REFUSED
            case codec.READ:
                return self._read()
            case _:
                return encode_reply(0x21)

    def _read(self) -> bytes:
        if self.lifted:
            self._card = None
        if self._card is None or not self._selected:
            return encode_reply(codec.NOT_READ)
        self.reads += 1
        text = self._card.text()
        if self.spoiled:
            text = self._random.randbytes(codec.TEXT_SIZE)
        photo = self._random.randbytes(codec.PHOTO_SIZE)
        sizes = codec.TEXT_SIZE.to_bytes(2, "big") + codec.PHOTO_SIZE.to_bytes(2, "big")
        return encode_reply(codec.OK, sizes + text + photo)

    def _spoil(self, reply: bytes) -> bytes:
        if self.mute:
            return b""
        if self.garbage:
            return self._random.randbytes(len(reply))
        if self.damaged:
            spoiled = bytearray(reply)
            spoiled[self._random.randrange(7, len(reply))] ^= 1 << self._random.randrange(8)
            return bytes(spoiled)
        return reply[: len(reply) // 2] if self.cut else reply


_NONE = encode_reply(codec.NO_CARD)
_REFUSED = encode_reply(codec.NOT_SELECTED)
