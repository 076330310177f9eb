"""What an ID-card reader says, byte by byte, and what a card's text means."""

from collections.abc import Callable
from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.id_reader import (
    AgeBand,
    CardKind,
    CardRead,
    IdReaderSimulator,
    SimCard,
    UnknownCard,
    Unreadable,
    codec,
)
from devices.id_reader.card import age_band, check_digit, read_card
from devices.id_reader.codec import (
    Reply,
    ReplyDecoder,
    Request,
    RequestDecoder,
    encode,
    encode_reply,
)
from tests.devices.noise import FRAMES, noise

HEAD = "AA AA AA 96 69 "
KEY = b"k" * 32
TODAY = date(2026, 11, 23)
ZHANG = SimCard("张三", "19540312")


def wire(text: str) -> bytes:
    return bytes.fromhex(HEAD + text)


@pytest.mark.parametrize(
    ("request_", "told"),
    [
        (codec.STATUS, "00 03 11 FF ED"),
        (codec.FIND, "00 03 20 01 22"),
        (codec.SELECT, "00 03 20 02 21"),
        (codec.READ, "00 03 30 01 32"),
    ],
)
def test_the_requests(request_: tuple[int, int], told: str) -> None:
    assert encode(Request(*request_)) == wire(told)
    assert RequestDecoder().feed(wire(told)) == [Request(*request_)]


@pytest.mark.parametrize(
    ("told", "reply"),
    [
        ("00 08 00 00 9F 00 00 00 00 97", Reply(codec.FOUND, bytes(4), 4)),
        ("00 04 00 00 80 84", Reply(codec.NO_CARD)),
        ("00 0C 00 00 90 00 00 00 00 00 00 00 00 9C", Reply(codec.OK, bytes(8), 8)),
    ],
)
def test_the_replies(told: str, reply: Reply) -> None:
    assert ReplyDecoder().feed(wire(told)) == [reply]
    assert encode_reply(reply.status, reply.data) == wire(told)


def test_a_read_is_1295_bytes_and_its_photo_is_not_kept() -> None:
    reader = IdReaderSimulator()
    reader.place(ZHANG)
    reader.feed(encode(Request(*codec.SELECT)))
    reply = reader.feed(encode(Request(*codec.READ)))
    assert len(reply) == 1295
    assert reply[5:14] == bytes.fromhex("05 08 00 00 90 01 00 04 00")
    (heard,) = ReplyDecoder().feed(reply)
    assert heard.size == 4 + 256 + 1024
    assert len(heard.data) == 4 + 256
    assert codec.text_of(heard) == ZHANG.text()


replies = st.builds(
    encode_reply, st.integers(0, 255), st.binary(max_size=300).map(lambda data: data[:260])
)


@given(st.lists(replies, max_size=4))
def test_replies_survive_the_wire_in_single_bytes(many: list[bytes]) -> None:
    decoder = ReplyDecoder()
    found = [r for b in b"".join(many) for r in decoder.feed(bytes((b,)))]
    assert [encode_reply(reply.status, reply.data) for reply in found] == many
    assert (decoder.rejected, decoder.damaged, decoder.pending) == (0, 0, False)


@given(st.binary(max_size=40).filter(lambda data: b"\xaa" not in data), replies)
def test_a_reply_behind_rubbish_is_heard(rubbish: bytes, reply: bytes) -> None:
    decoder = ReplyDecoder()
    assert len(decoder.feed(rubbish + b"\xaa" + reply)) == 1
    assert decoder.rejected >= len(rubbish)


@given(replies, st.data())
def test_one_damaged_byte_is_always_noticed(reply: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(7, len(reply) - 1))
    bad = data.draw(st.integers(1, 255))
    spoiled = reply[:at] + bytes((reply[at] ^ bad,)) + reply[at + 1 :]
    assert ReplyDecoder().feed(spoiled) == []


def test_damaged_replies(record_property: Callable[[str, object], None]) -> None:
    """XOR lets one in 256 random errors pass, and any two equal flips: no more than that."""
    good = [
        encode_reply(codec.FOUND, bytes(4)),
        encode_reply(codec.OK, b"12345678"),
        wire("00 04 00 00 80 84"),
    ]
    known = {(reply.status, reply.data) for one in good for reply in ReplyDecoder().feed(one)}
    false = 0
    for frame in noise(good, FRAMES, 7):
        decoder = ReplyDecoder()
        false += sum((one.status, one.data) not in known for one in decoder.feed(frame))
    record_property("SDT replies damaged", FRAMES)
    record_property("SDT replies falsely accepted", false)
    assert false / FRAMES < 0.02


def test_random_bodies_pass_once_in_256(record_property: Callable[[str, object], None]) -> None:
    random, passed = Random(8), 0
    for _ in range(FRAMES):
        body = random.randbytes(9)
        passed += bool(ReplyDecoder().feed(wire("00 0A") + b"\0\0" + body[2:] + body[:1]))
    record_property("SDT random replies tried", FRAMES)
    record_property("SDT random replies accepted", passed)
    expected = FRAMES / 256
    assert abs(passed - expected) < 6 * expected**0.5 + 1


def test_damaged_texts_are_no_cards(record_property: Callable[[str, object], None]) -> None:
    """What XOR lets pass, the check digit, the days and the type mark have to catch."""
    text, random, false, right = ZHANG.text(), Random(9), 0, 0
    whole = read_card(text, KEY, TODAY)
    assert isinstance(whole, CardRead)
    for _ in range(FRAMES):
        spoiled = bytearray(text)
        a, b = random.sample(range(len(text)), 2)
        flip = 1 << random.randrange(8)
        spoiled[a] ^= flip
        spoiled[b] ^= flip  # XOR does not see it
        result = read_card(bytes(spoiled), KEY, TODAY)
        if isinstance(result, CardRead):
            right += result == whole
            false += result.holder.digest != whole.holder.digest
    record_property("card texts with two equal flips", FRAMES)
    record_property("card texts with a wrong number accepted", false)
    assert right > FRAMES / 4  # address and issuer are not looked at
    # A digit's lowest bits make another digit; MOD 11-2 sees every single wrong digit, and two
    # that are wrong together with 10 chances in 11.
    assert false / FRAMES < 0.005


@pytest.mark.parametrize(
    ("card", "kind", "age"),
    [
        (ZHANG, CardKind.RESIDENT, AgeBand(70, 80)),
        (SimCard("李四", "20260101", "20310101"), CardKind.RESIDENT, AgeBand(0, 16)),
        (
            SimCard("陈大文", "19900229".replace("0229", "0228"), "20300101", "J"),
            CardKind.RESIDENCE_PERMIT,
            AgeBand(18, 60),
        ),
        (SimCard("史密斯", "19660101", "20300101", "I"), CardKind.FOREIGNER, AgeBand(60, 70)),
        (SimCard("SMITH, JOHN", "19660101", "20300101", "I"), CardKind.FOREIGNER, AgeBand(60, 70)),
        (SimCard("SMITH, JOHN", "19400101", "20300101", "Y"), CardKind.FOREIGNER, AgeBand(80)),
    ],
)
def test_every_kind_of_card(card: SimCard, kind: CardKind, age: AgeBand) -> None:
    result = read_card(card.text(), KEY, TODAY)
    assert isinstance(result, CardRead)
    holder = result.holder
    assert (holder.kind, holder.age, holder.name, holder.expired) == (kind, age, card.name, False)


def test_a_card_out_of_date_says_so() -> None:
    for until, expired in (("20261122", True), ("20261123", False), ("长期", False)):
        result = read_card(SimCard(until=until).text(), KEY, TODAY)
        assert isinstance(result, CardRead)
        assert result.holder.expired is expired


def test_an_unknown_kind_is_said() -> None:
    assert read_card(SimCard(mark="Q").text(), KEY, TODAY) == UnknownCard("Q")
    assert isinstance(read_card(SimCard(mark="港").text(), KEY, TODAY), Unreadable)


@pytest.mark.parametrize(
    "card",
    [
        SimCard(birth="19541312"),
        SimCard(birth="19540231"),
        SimCard(birth="20991231"),
        SimCard(name=""),
        SimCard(until="2030"),
    ],
)
def test_a_text_that_cannot_be_right_is_unreadable(card: SimCard) -> None:
    result = read_card(card.text(), KEY, TODAY)
    assert isinstance(result, Unreadable)
    assert card.number not in repr(result)


def test_the_digest_is_keyed_and_the_same_for_the_same_person() -> None:
    def digest(card: SimCard, key: bytes = KEY) -> str:
        result = read_card(card.text(), key, TODAY)
        assert isinstance(result, CardRead)
        return result.holder.digest

    assert digest(ZHANG) == digest(SimCard("张三丰", "19540312"))
    assert digest(ZHANG) != digest(SimCard("张三", "19540312", serial=2))
    assert digest(ZHANG) != digest(ZHANG, b"j" * 32)


@pytest.mark.parametrize(
    ("birth", "today", "age"),
    [
        (date(1966, 11, 23), date(2026, 11, 23), AgeBand(60, 70)),
        (date(1966, 11, 24), date(2026, 11, 23), AgeBand(18, 60)),
        (date(2004, 2, 29), date(2022, 2, 28), AgeBand(16, 18)),
        (date(2004, 2, 29), date(2022, 3, 1), AgeBand(18, 60)),
        (date(1900, 1, 1), date(2026, 1, 1), AgeBand(80)),
    ],
)
def test_ages_turn_on_the_day(birth: date, today: date, age: AgeBand) -> None:
    assert age_band(birth, today) == age


def test_the_check_digit_of_the_standard() -> None:
    assert check_digit("11010519491231002") == "X"
    assert check_digit("44052418800101001") == "4"
