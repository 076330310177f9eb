"""Every character comes out: written as two bytes, or drawn where it belongs."""

import subprocess
from dataclasses import replace

import pytest
from PIL import Image, ImageChops

from devices.printer import (
    Cut,
    Document,
    PrintedPicture,
    PrintedText,
    PrinterSimulator,
    Text,
    encode,
    load_profile,
)
from devices.printer.bitmap import Bitmap, box, from_strip, without_real_time
from devices.printer.charset import ENCODINGS, cells, written
from devices.printer.codec import KANJI_ON
from devices.printer.commands import Char, RealTime, next_token
from devices.printer.glyphs import draw
from devices.printer.paper import PICTURE
from tests.devices.two_bytes import CHARACTERS, LINES, PAIRS, range_bytes

GENERIC = load_profile("generic-80")


def paper(document: Document, profile: str = "generic-80") -> tuple[list[object], bytes, str]:
    known = load_profile(profile)
    encoded = encode((*document, Cut()), known)
    simulator = PrinterSimulator(columns=known.columns, encoding=known.encoding)
    assert simulator.feed(encoded.data) == b""
    assert simulator.unknown == []
    made = simulator.slips[0].elements if simulator.slips else simulator.unfinished.elements
    return list(made), encoded.data, encoded.missing


def iconv(data: bytes) -> str:
    """Decode with a decoder that is neither Python's nor ours."""
    done = subprocess.run(
        ["iconv", "-f", "GB18030", "-t", "UTF-8"], input=data, capture_output=True, check=True
    )
    return done.stdout.decode()


def test_the_whole_two_byte_range_is_read_back_by_two_other_decoders() -> None:
    standard = [pair.decode("gb18030") for pair in PAIRS]
    # Left out, and drawn where a font has them: private use areas, which makers fill differently.
    assert len(PAIRS) - len(CHARACTERS) == sum(0xE000 <= ord(char) <= 0xF8FF for char in standard)
    assert len(CHARACTERS) > 21_000
    stream, text = bytearray(range_bytes()), b""
    while token := next_token(stream, kanji=True):
        del stream[: len(token.raw)]
        if isinstance(token, Char):
            text += token.raw
        elif token.raw == b"\n":
            text += b"\n"
    assert stream == b""
    for decoded in (text.decode("gb18030"), iconv(text)):
        assert decoded.split("\n")[:-1] == LINES


def test_each_line_of_the_range_prints_alone() -> None:
    """Nothing needs a Chinese neighbour, as python-escpos' own text() does."""
    for words in ("：，。（）", "①", "￥30", "〇", "％", "é", "Я", "αβ", "─", "々"):
        made, data, missing = paper((Text(words),))
        assert made[0] == PrintedText(words)
        assert KANJI_ON in data
        assert missing == ""


@pytest.mark.parametrize("char", ["㐂", "𠮷", "€", "😀", "☎", "ñ", "ẽ", "한", "ก"])
def test_what_is_not_two_bytes_is_drawn_or_told(char: str) -> None:
    (cell,) = cells(char)
    made, _, missing = paper((Text(f"姓名{char}A"),))
    line = made[0]
    assert isinstance(line, PrintedText)
    if cell.data is not None:
        shown = "〓" if cell.lost else char
        assert line == PrintedText(f"姓名{shown}A")
        assert missing == cell.lost
        return
    assert missing == ""
    assert line.text == f"姓名{PICTURE}A"
    (picture,) = line.pictures
    assert (picture.width, picture.height) == (12 * cell.columns, 24)
    assert picture == from_strip(without_real_time(columns(draw(char, picture.width, 24))))


def columns(picture: Bitmap) -> bytes:
    return b"".join(
        sum(picture.dot(x, y) << 23 - y for y in range(24)).to_bytes(3, "big")
        for x in range(picture.width)
    )


def test_names_of_the_four_byte_plane_keep_their_columns() -> None:
    made, _, _ = paper((Text("㐂" * 25),))
    assert [line.text for line in made if isinstance(line, PrintedText)] == [PICTURE, PICTURE]
    pictures = [line.pictures[0] for line in made if isinstance(line, PrintedText)]
    assert [one.width for one in pictures] == [576, 24]


def test_an_enlarged_line_becomes_one_picture_of_its_size() -> None:
    made, data, _ = paper((Text("请𠮷先生", width=2, height=3, align="center"),))
    picture = made[0]
    assert isinstance(picture, PrintedPicture)
    assert (picture.picture.width, picture.picture.height) == (4 * 48, 72)
    assert picture.align == "center"
    assert data.count(b"\x1dv0") == 1


def test_a_printer_without_strips_gets_the_line_as_a_picture() -> None:
    made, _, _ = paper((Text("姓名㐂"), Text("电话")), "pos-5890")
    assert isinstance(made[0], PrintedPicture)
    assert made[1] == PrintedText("电话")


def test_drawn_characters_look_like_the_font_draws_them() -> None:
    """The picture survives the wire dot by dot, and is the character and not a box or a blank."""
    one, other, hollow = draw("㐂", 24, 24), draw("𠮷", 24, 24), box(24, 24)
    assert len({one.rows, other.rows, hollow.rows}) == 3
    for picture in (one, other):
        image = Image.frombytes("1", (24, 24), picture.rows)
        black = image.convert("L").histogram()[255]
        assert 60 < black < 400
        assert ImageChops.difference(image, Image.new("1", (24, 24))).getbbox() is not None


def test_what_no_font_has_is_a_geta_and_told() -> None:
    made, _, missing = paper((Text("姓\U0001f9ff\U00030edd名\ue000"),))
    line = made[0]
    assert isinstance(line, PrintedText)
    assert set(missing) <= {"\U0001f9ff", "\U00030edd", "\ue000"}
    assert "\ue000" in missing
    assert line.text.count("〓") == len(missing)


@pytest.mark.parametrize(
    ("profile", "sent"),
    [("generic-80", "大厅".encode("gb18030")), ("utf8-80", "大厅".encode()), ("reliance", None)],
)
def test_encodings(profile: str, sent: bytes | None) -> None:
    made, data, missing = paper((Text("大厅 hall"),), profile)
    assert missing == ""
    if sent is None:
        line = made[0]
        assert isinstance(line, PrintedText)
        assert line.text == f"{PICTURE} hall"
        assert line.pictures[0].width == 48
    else:
        assert sent in data
        assert made[0] == PrintedText("大厅 hall")
    assert (KANJI_ON in data) is (profile == "generic-80")


def test_a_small_font_gets_pictures_of_what_it_lacks() -> None:
    assert written("镕", "gb18030") is not None
    assert written("镕", "gb2312") is None
    assert written("容", "gb2312") == "容".encode("gb2312")


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_yen_and_control_characters_do_no_harm(encoding: str) -> None:
    profile = replace(GENERIC, encoding=encoding)  # type: ignore[arg-type]
    data = encode((Text("¥30￥\x10\x04\x01\x1b@\u200d\ufe0f\u202e"),), profile).data
    assert list(RealTime().feed(data)) == []
    assert data.count(b"\x1b@") == 1
    assert b"\x81\x30" not in data  # the four-byte ¥


@pytest.mark.parametrize("second", [0x04, 0x05, 0x14])
def test_no_picture_holds_a_real_time_request(second: int) -> None:
    rows = bytes((0x10, second, 0x01)) * 24
    picture = Bitmap(24, 24, rows)
    for command in (picture.raster(), picture.strip()):
        assert not any(bytes((0x10, code)) in command for code in (0x04, 0x05, 0x14))
    wrong = sum(
        bin(one ^ other).count("1")
        for one, other in zip(rows, without_real_time(rows), strict=True)
    )
    assert wrong == 24  # one dot for each request, and nothing else
