import pytest
import zxingcpp
from PySide6.QtGui import QImage

from devices.dock import words
from devices.dock.draw import draw_led, draw_paper, text_dots
from devices.dock.panel import BENDS, draw_digits, draw_face, draw_pad
from devices.led import Color, LedBoardState
from devices.printer import PrintedFeed, PrintedQr, PrintedText, Slip

pytestmark = pytest.mark.usefixtures("qapp")


def lit(image: QImage) -> int:
    """Count bright pixels."""
    return sum(
        image.pixelColor(x, y).value() > 150
        for y in range(image.height())
        for x in range(image.width())
    )


def ink(image: QImage) -> tuple[int, int]:
    """Return the first and last column that is not white."""
    columns = [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y).lightness() < 128 for y in range(image.height()))
    ]
    return columns[0], columns[-1]


def read_codes(image: QImage) -> list[str]:
    gray = image.convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = memoryview(bytes(gray.constBits())).cast("B", (gray.height(), gray.bytesPerLine()))
    return [code.text for code in zxingcpp.read_barcodes(pixels)]


@pytest.mark.parametrize("module", [3, 6, 8])
@pytest.mark.parametrize("level", ["L", "M", "Q", "H"])
def test_a_code_can_be_read_from_the_paper(module: int, level: str) -> None:
    data = "https://hall.example/t/7Q2F?号=C012"
    image = draw_paper(Slip((PrintedText("C012"), PrintedQr(data, module, level, "center"))))
    assert image.width() == 576
    assert read_codes(image) == [data]


def test_sizes_are_multiples_of_the_font() -> None:
    small = draw_paper(Slip((PrintedText("口口"),)))
    large = draw_paper(Slip((PrintedText("口口", width=3, height=4),)))
    assert (small.height(), large.height()) == (30, 4 * 24 + 6)
    assert ink(small)[1] < 48
    assert 96 < ink(large)[1] < 144


def test_chinese_takes_two_columns_and_latin_one() -> None:
    assert 24 <= ink(draw_paper(Slip((PrintedText("  口"),))))[0] < 30
    assert 48 <= ink(draw_paper(Slip((PrintedText("中文口"),))))[1] < 72


def test_alignment_and_margin() -> None:
    left, middle, right = (
        ink(draw_paper(Slip((PrintedText("口口", align=side),))))
        for side in ("left", "center", "right")
    )
    assert left[1] < 48
    assert 263 < middle[0] < middle[1] < 313
    assert right[0] >= 528
    image = draw_paper(Slip((PrintedText("口口"),)), margin=32)
    assert (image.width(), image.height()) == (640, 94)
    assert ink(image)[0] >= 32


def test_bold_is_blacker() -> None:
    plain, bold = (
        sum(image.pixelColor(x, y).lightness() < 128 for x in range(96) for y in range(30))
        for image in (draw_paper(Slip((PrintedText("政务", bold=bold),))) for bold in (False, True))
    )
    assert bold > plain


def test_what_is_fed_past_the_knife_is_not_on_the_slip() -> None:
    assert draw_paper(Slip((PrintedText("1"), PrintedFeed(7)))).height() == 30 + 2 * 30
    assert draw_paper(Slip((PrintedFeed(2), PrintedText("1")))).height() == 3 * 30
    assert not draw_paper(Slip()).isNull()


def test_a_torn_edge_is_cut_out() -> None:
    image = draw_paper(Slip((PrintedText("1"),)), torn=True)
    bottom = [image.pixelColor(x, image.height() - 1).alpha() for x in range(image.width())]
    assert min(bottom) == 0


def test_an_empty_board_is_dark_and_a_text_lights_it() -> None:
    empty = draw_led(LedBoardState())
    assert (empty.width(), empty.height()) == (800, 80)
    assert lit(empty) == 0
    assert empty.pixelColor(2, 2) != empty.pixelColor(0, 0)  # unlit dots can be seen
    assert lit(draw_led(LedBoardState("请A012号到3号窗口"))) > 2000


def test_boards_differ_by_text_and_color() -> None:
    texts = ["请A012号到3号窗口", "请A013号到3号窗口", "暂停服务"]
    colors: list[Color] = ["red", "green", "yellow"]
    images = [draw_led(LedBoardState(text, color=color)) for text in texts for color in colors]
    assert all(one != two for i, one in enumerate(images) for two in images[:i])


def test_a_long_text_moves_by_its_offset() -> None:
    state = LedBoardState("请到二楼会议室办理，谢谢您的配合")
    assert text_dots(state) == 16 * 16 > state.width
    assert draw_led(state, 2, 16).copy(0, 0, 288, 32) == draw_led(state, 2).copy(32, 0, 288, 32)
    assert lit(draw_led(state, 2, -160)) == lit(draw_led(state, 2, 256)) == 0


def test_digits_faces_and_pads_differ() -> None:
    digits = [draw_digits(text, 28) for text in ("---", *"0123456789")]
    faces = [draw_face(code, 64, lit=on) for code in words.PAD for on in (False, True)]
    pads = [draw_pad("3号窗口", "002 012", lit=on) for on in (False, True)]
    for images in (digits, faces, pads):
        assert all(one != two for i, one in enumerate(images) for two in images[:i])
    assert set(BENDS) | {words.COMPLAINT} == set(words.PAD)
