"""Scanners: framing, encodings, what is seen twice, and typing that is never a scan."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.scanner import (
    LIMIT,
    CodeForm,
    Framing,
    KnownCode,
    LineScanner,
    Scanned,
    ScannerSimulator,
    ScanResult,
    Typed,
    UnknownCode,
    Unreadable,
    WedgeDecoder,
    recognised,
)
from devices.scanner.codec import STALE_S, Encoding, ScanDecoder, Torn, encode
from devices.scanner.driver import AGAIN_S
from devices.scanner.wedge import GAP_S
from tests.devices.noise import FRAMES, noise
from tests.devices.wires import KINDS, wired

FORMS = (CodeForm("ticket", re.compile(r"HC1:(?P<key>[A-Za-z0-9_-]{16})")),)
TICKET = "HC1:abcdefgh01234567"

payloads = st.text(
    st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=LIMIT // 4
).filter(lambda text: text.isprintable())


def framed(prefix: str, suffix: str, encoding: Encoding = "utf-8") -> Framing:
    return Framing(prefix.encode(), suffix.encode(), encoding)


framings = st.builds(
    framed,
    st.sampled_from(("", "\x02", "QR:")),
    st.sampled_from(("\r", "\n", "\r\n", "\x03")),
    st.sampled_from(("utf-8", "gb18030")),
)


@given(framings, st.lists(payloads, max_size=4))
def test_scans_survive_the_wire_in_single_bytes(framing: Framing, many: list[str]) -> None:
    decoder = ScanDecoder(framing)
    stream = b"".join(encode(text, framing) for text in many)
    assert [one for b in stream for one in decoder.feed(bytes((b,)), 0)] == many


def test_both_line_ends_are_one_end() -> None:
    for suffix in ("\r", "\n"):
        decoder = ScanDecoder(framed("", suffix))
        assert decoder.feed(b"\r\nA\r\nB\r\n", 0) == ["A", "B"]
        assert decoder.feed(b"C\r\n", STALE_S + 1) == ["C"]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"A" * (LIMIT + 1), "longer than 512"),
        (b"A" * 5000, "longer than 512"),
        (b"\xff\xfe", "not utf-8"),
    ],
)
def test_what_is_no_scan_is_said_and_the_next_one_read(line: bytes, why: str) -> None:
    decoder = ScanDecoder(Framing())
    torn, text = decoder.feed(line + b"\rnext\r", 0)
    assert isinstance(torn, Torn)
    assert why in torn.why
    assert text == "next"
    in_pieces = [one for b in line + b"\rnext\r" for one in decoder.feed(bytes((b,)), 0)]
    assert in_pieces == [torn, "next"]


def test_the_longest_scan_fits() -> None:
    longest = "A" * LIMIT
    framing = framed("\x02", "\r\n")
    assert ScanDecoder(framing).feed(encode(longest, framing), 0) == [longest]


def test_without_its_prefix_it_is_none() -> None:
    assert ScanDecoder(framed("QR:", "\r")).feed(b"noise\rQR:A\r", 0) == [
        Torn("it does not begin with the prefix"),
        "A",
    ]


def test_half_a_scan_is_not_glued_to_the_next() -> None:
    decoder = ScanDecoder(Framing())
    assert decoder.feed(b"HC1:abc", 0) == []
    assert decoder.feed(b"HC1:whole\r", STALE_S + 0.1) == [Torn("a scan came in part"), "HC1:whole"]


@pytest.mark.parametrize("text", ["", "A" * (LIMIT + 1), "A\rB"])
def test_what_cannot_be_scanned(text: str) -> None:
    with pytest.raises(ValueError, match=r"scan is 1 to|holds the suffix"):
        encode(text, Framing())
    with pytest.raises(ValueError, match="suffix"):
        Framing(suffix=b"")


def test_damaged_scans(record_property: Callable[[str, object], None]) -> None:
    """A scan has no checksum of its own (the code has): what differs is told apart by its form."""
    framing = framed("\x02", "\x03\r")
    decoder = ScanDecoder(framing)
    false = 0
    for line in noise([encode(TICKET, framing)], FRAMES, 12):
        for found in decoder.feed(line + b"\x03\r", 0):
            known = isinstance(found, str) and isinstance(recognised(found, FORMS), KnownCode)
            false += known and found != TICKET
    record_property("scans damaged", FRAMES)
    record_property("damaged scans that look like a ticket's code", false)
    assert false / FRAMES < 0.4
    assert decoder.feed(b"\x03\r" + encode("after", framing), 0)[-1] == "after"


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@contextmanager
def scanning(
    simulator: ScannerSimulator, kind: str, folder: Path, clock: Clock, framing: Framing
) -> Iterator[LineScanner]:
    with wired(simulator, kind, folder) as transport:
        scanner = LineScanner(transport, framing, FORMS, clock)
        scanner.open()
        yield scanner
        scanner.close()


def heard(scanner: LineScanner, patience: int = 20) -> list[ScanResult]:
    """Poll until something whole has come."""
    for _ in range(patience):
        if results := scanner.poll(0.2):
            return results
    return []


@pytest.mark.parametrize("kind", KINDS)
def test_codes_of_this_hall_and_others(kind: str, tmp_path: Path) -> None:
    clock, simulator = Clock(), ScannerSimulator(framed("\x02", "\r", "gb18030"))
    with scanning(simulator, kind, tmp_path, clock, framed("\x02", "\r", "gb18030")) as scanner:
        simulator.scan(TICKET)
        known = KnownCode("ticket", TICKET, {"key": "abcdefgh01234567"})
        assert heard(scanner) == [known]
        simulator.scan("健康码")
        assert heard(scanner) == [UnknownCode("健康码")]
        assert TICKET not in repr(known)


def test_a_code_that_stays_in_sight_is_told_once(tmp_path: Path) -> None:
    clock, simulator = Clock(), ScannerSimulator()
    simulator.doubled = True
    with scanning(simulator, "memory", tmp_path, clock, Framing()) as scanner:
        simulator.scan("A")
        assert heard(scanner) == [UnknownCode("A")]
        for _ in range(4):
            clock.now += AGAIN_S - 0.1
            simulator.scan("A")
            assert scanner.poll(0.2) == []
        simulator.scan("B")
        assert heard(scanner) == [UnknownCode("B")]
        clock.now += AGAIN_S
        simulator.scan("A")
        assert heard(scanner) == [UnknownCode("A")]


def test_a_torn_scan_is_said(tmp_path: Path) -> None:
    clock, simulator = Clock(), ScannerSimulator()
    with scanning(simulator, "pty", tmp_path, clock, Framing()) as scanner:
        simulator.torn = True
        simulator.scan(TICKET)
        assert scanner.poll(0.5) == []
        simulator.torn = False
        clock.now += STALE_S + 0.1
        simulator.scan(TICKET)
        first, second = heard(scanner)
        assert isinstance(first, Unreadable)
        assert isinstance(second, KnownCode)


def typed(decoder: WedgeDecoder, text: str, gap: float, at: float = 0.0) -> list[Scanned | Typed]:
    found: list[Scanned | Typed] = []
    for character in text:
        at += gap
        found += decoder.feed(character, at)
    return found + decoder.flush(at + GAP_S + 0.01)


def whole(found: list[Scanned | Typed]) -> str:
    return "".join(one.text if isinstance(one, Typed) else f"<{one.text}>" for one in found)


def test_a_fast_scan_between_typing_is_a_scan() -> None:
    decoder = WedgeDecoder("~", "\r")
    assert whole(typed(decoder, "李~HC1:A\r12~", 0.005)) == "李<HC1:A>12~"
    assert not decoder.holds


def test_the_same_typed_slowly_is_typing() -> None:
    decoder = WedgeDecoder("~", "\r")
    assert whole(typed(decoder, "~HC1:A\r", GAP_S + 0.01)) == "~HC1:A\r"


def test_a_pause_in_the_middle_makes_it_typing() -> None:
    decoder = WedgeDecoder("~~", "\r")
    found = [one for c in "~~AB" for one in decoder.feed(c, 0)]
    assert found == []
    assert decoder.holds
    assert decoder.flush(GAP_S) == []
    assert decoder.feed("C", 1.0) == [Typed("~~AB"), Typed("C")]


texts = st.text(st.sampled_from("~!ab\r1"), max_size=30)


@given(texts, st.sampled_from(("~", "~!", "~~")), st.sampled_from(("\r", "\r1")))
def test_typing_by_hand_is_never_a_scan_and_never_lost(text: str, prefix: str, suffix: str) -> None:
    found = typed(WedgeDecoder(prefix, suffix), text, GAP_S * 1.01)
    assert all(isinstance(one, Typed) for one in found)
    assert whole(found) == text


@given(texts, st.sampled_from(("~", "~!", "~~")), st.sampled_from(("\r", "\r1")))
def test_fast_or_slow_every_character_comes_out(text: str, prefix: str, suffix: str) -> None:
    found = typed(WedgeDecoder(prefix, suffix), text, 0.001)
    parts = [prefix + one.text + suffix if isinstance(one, Scanned) else one.text for one in found]
    assert "".join(parts) == text


@given(texts.filter(lambda text: "~" not in text), payloads)
def test_a_scan_after_any_typing_is_heard(before: str, text: str) -> None:
    found = typed(WedgeDecoder("~", "\r"), f"{before}~{text}\r", 0.001)
    assert found[-1] == Scanned(text)


def test_a_scan_without_end_is_typing() -> None:
    decoder = WedgeDecoder("~", "\r")
    long = "~" + "A" * 600 + "\r"
    assert whole(typed(decoder, long, 0.001)) == long
    assert whole(typed(decoder, "~" + "政" * 300 + "\r", 0.001, 9)) == "~" + "政" * 300 + "\r"


@pytest.mark.parametrize(("prefix", "suffix"), [("", "\r"), ("~", "")])
def test_typing_could_be_taken_for_a_scan_without_a_prefix(prefix: str, suffix: str) -> None:
    with pytest.raises(ValueError, match="needs a prefix"):
        WedgeDecoder(prefix, suffix)
