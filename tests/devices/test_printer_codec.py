import subprocess
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.printer import (
    Columns,
    Cut,
    Document,
    Feed,
    PrintedFeed,
    PrintedQr,
    PrintedText,
    PrinterSimulator,
    Profile,
    Qr,
    Rule,
    Slip,
    Text,
    encode,
    load_profile,
)

TICKET: Document = (
    Text("清河县政务服务中心", align="center", bold=True, width=2, height=2),
    Text("A023", width=6, height=6, align="center", bold=True),
    Rule(),
    Columns("事项：", "居民身份证补领（换领）"),
    Columns("等候人数：", "12 人"),
    Columns("预计等候：", "18–25 分钟"),
    Columns("窗口：", "1、2、3 号"),
    Columns("工本费", "¥30"),
    Text("取号时间 2026-03-02 09:15"),
    Text("请在大厅等候叫号；过号请到导办台。"),
    Text("①身份证原件 ②照片，〇〇"),
    Rule(),
    Qr("https://hall.example/t/7Q2M9X4KD1", module=6),
    Feed(1),
    Text("扫码查看排队进度", align="center"),
    Cut(),
)


def wide(columns: int) -> Profile:
    return replace(load_profile("generic-80"), columns=columns)


def printed(data: bytes, columns: int = 48) -> Slip:
    simulator = PrinterSimulator(columns=columns)
    assert simulator.feed(data) == b""
    assert simulator.unknown == []
    (slip,) = simulator.slips
    assert simulator.unfinished == Slip()
    return slip


def iconv(data: bytes) -> str:
    """Decode by a decoder that is not Python's."""
    done = subprocess.run(
        ["iconv", "-f", "GB18030", "-t", "UTF-8"], input=data, capture_output=True, check=True
    )
    return done.stdout.decode()


def walk_text(data: bytes) -> bytes:
    """Strip the commands our tickets use, by hand and not by the simulator's tokenizer."""
    text, at = b"", 0
    while at < len(data):
        if data[at : at + 2] in {b"\x1b@", b"\x1c&"}:
            at += 2
        elif data[at : at + 2] in {b"\x1ba", b"\x1bE", b"\x1bd", b"\x1d!", b"\x1dV"}:
            at += 3
        elif data[at : at + 2] == b"\x1d(":
            at += 5 + data[at + 3] + 256 * data[at + 4]
        else:
            assert data[at] >= 0x20 or data[at] == 0x0A, data[at:].hex()
            text += data[at : at + 1]
            at += 1
    return text


def test_a_ticket_is_small_ends_in_its_cut_and_loses_no_character() -> None:
    data = encode(TICKET).data
    assert len(data) < 700
    assert data.startswith(b"\x1b@\x1c&")
    assert data.count(b"\x1c&") == 1
    assert data.endswith(b"\x1dV\x00")
    assert b"\x3f" not in data
    assert b"\xa3\xa430" in data  # ￥30
    assert b"\x10\x04" not in data


def test_an_independent_decoder_reads_the_ticket() -> None:
    text = iconv(walk_text(encode(TICKET).data))
    for words in (
        "清河县政务服务中心",
        "居民身份证补领（换领）",
        "￥30",
        "①身份证原件 ②照片，〇〇",
    ):
        assert words in text


def test_the_simulator_prints_the_ticket() -> None:
    slip = printed(encode(TICKET).data)
    assert slip.raw == encode(TICKET).data
    assert slip.elements[:2] == (
        PrintedText("清河县政务服务中心", 2, 2, "center", bold=True),
        PrintedText("A023", 6, 6, "center", bold=True),
    )
    assert PrintedQr("https://hall.example/t/7Q2M9X4KD1", 6, "M", "center") in slip.elements
    assert PrintedText("-" * 48) in slip.elements
    assert PrintedFeed(1) in slip.elements
    line = next(e for e in slip.elements if isinstance(e, PrintedText) and "￥30" in e.text)
    assert line.text.startswith("工本费 ")
    assert len(line.text.encode("gbk")) == 48


@pytest.mark.parametrize("columns", [32, 48])
def test_wrapping_counts_chinese_as_two_columns(columns: int) -> None:
    document = (Text("政" * columns), Text("务" * columns, width=2), Text("x" * columns), Cut())
    lines = list(printed(encode(document, wide(columns)).data, columns).elements)
    half, quarter = columns // 2, columns // 4
    assert lines[:-1] == (
        [PrintedText("政" * half)] * 2
        + [PrintedText("务" * quarter, width=2)] * 4
        + [PrintedText("x" * columns)]
    )


def test_columns_that_do_not_fit_stand_below_each_other() -> None:
    slip = printed(encode((Columns("甲" * 15, "乙" * 15), Cut())).data)
    assert slip.elements[:2] == (
        PrintedText("甲" * 15),
        PrintedText("乙" * 15, align="right"),
    )


@pytest.mark.parametrize(
    ("given_text", "paper"),
    [
        ("费用¥30", "费用￥30"),
        ("：，。（）", "：，。（）"),
        ("第一行\n\n第三行", None),
        ("a\x10\x04\x01b\x1b@c", "abc"[:1] + "\x00"),
    ],
)
def test_odd_characters(given_text: str, paper: str | None) -> None:
    elements = printed(encode((Text(given_text), Cut())).data).elements
    if paper is None:
        assert elements[:3] == (PrintedText("第一行"), PrintedFeed(1), PrintedText("第三行"))
    elif "\x00" in paper:
        assert elements[0] == PrintedText("a\x04\x01b@c".replace("\x04\x01", ""))
    else:
        assert elements[0] == PrintedText(paper)


def test_without_fs_ampersand_the_paper_would_show_rubbish() -> None:
    data = encode((Text("大厅"), Cut())).data.replace(b"\x1c&", b"")
    assert printed(data).elements[0] != PrintedText("大厅")
    four_bytes = b"\x1b@\x1c&" + "¥".encode("gb18030") + b"\n\x1dV\x00"
    assert printed(four_bytes).elements[0] == PrintedText("06")


def test_the_process_id_stands_directly_before_the_last_cut() -> None:
    data = encode((Text("一"), Cut(), Text("二"), Cut()), job=36**3 + 35).data
    assert data.endswith(b"\x1d(H\x06\x000010" + b"0Z" + b"\x1dV\x00")
    assert data.count(b"\x1d(H") == 1
    simulator = PrinterSimulator()
    assert simulator.feed(data) == b'7"100Z\x00'
    assert len(simulator.slips) == 2


@pytest.mark.parametrize(
    "make",
    [
        lambda: Text("x", width=9),
        lambda: Qr(""),
        lambda: Qr("a\x10\x04\x01"),
        lambda: Qr("x", module=17),
        lambda: Feed(0),
    ],
)
def test_impossible_elements_are_refused(make: type) -> None:
    with pytest.raises(ValueError, match=r"."):
        make()


# Mostly what a ticket says; what must be drawn makes pictures, and one byte at a time they last.
words = st.one_of(
    st.text("政务服务大厅号码：，。（）①￥¥ABCxyz 0123456789-/é\t\x10\x04\x1b", max_size=60),
    st.text(max_size=6),
)
elements = st.one_of(
    st.builds(
        Text,
        words,
        width=st.sampled_from([1, 2, 8]),
        height=st.sampled_from([1, 2, 8]),
        align=st.sampled_from(["left", "center", "right"]),
        bold=st.booleans(),
    ),
    st.builds(Columns, words, words),
    st.just(Rule()),
    st.builds(Feed, st.integers(1, 9)),
    st.builds(Qr, st.text("abcXYZ019:/?=&政", min_size=1, max_size=80), st.integers(1, 16)),
)


@given(st.lists(elements, max_size=4), st.sampled_from([32, 48]))
def test_any_document_prints_and_one_byte_delivery_changes_nothing(
    body: list[Text | Columns | Rule | Feed | Qr], columns: int
) -> None:
    data = encode((*body, Cut()), wide(columns), job=7).data
    whole, drops = PrinterSimulator(columns=columns), PrinterSimulator(columns=columns)
    answer = whole.feed(data)
    assert answer == b'7"0007\x00'
    assert b"".join(drops.feed(data[i : i + 1]) for i in range(len(data))) == answer
    assert whole.slips == drops.slips
    assert len(whole.slips) == 1
    assert whole.unknown == []
    assert [e for e in whole.slips[0].elements if isinstance(e, PrintedQr)] == [
        PrintedQr(e.data, e.module, "M", "center") for e in body if isinstance(e, Qr)
    ]


@given(st.binary(max_size=200), st.binary(max_size=40))
def test_noise_never_stops_the_simulator(noise: bytes, more: bytes) -> None:
    simulator = PrinterSimulator()
    simulator.feed(noise)
    for byte in more:
        simulator.feed(bytes((byte,)))
    assert isinstance(simulator.unfinished, Slip)
