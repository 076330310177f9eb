"""LEDs and pads say it at once, whatever else is going on, and come back."""

from devices.keypad import Key
from devices.pad.screen import Away, ScreenPadSimulator, Serving
from shared.usecases.evacuation import begin_evacuation, end_evacuation
from tests.display.windows.conftest import Desk
from tests.display.windows.test_screen_line import screen  # noqa: F401

WORDS = "请立即有序撤离"


def test_leds_and_pads_take_it_over_and_come_back(
    screen: tuple[Desk, ScreenPadSimulator],  # noqa: F811
) -> None:
    desk, pad = screen
    desk.hall.numbers(2)
    desk.press(3, Key.CALL_NEXT)
    desk.called(3, "C001")
    desk.press(3, Key.EVALUATE)
    desk.until(lambda: pad.question is not None)
    begin_evacuation(desk.hall.ctx, "王主任")
    for window in desk.hall.ctx.hall.windows:
        if desk.bench.has(str(window.number))[0]:
            desk.until(lambda: desk.led(window.number) == WORDS)  # noqa: B023
    desk.until(lambda: pad.question is None)
    desk.until(lambda: pad.shown is not None and pad.shown.scene == Away(WORDS))
    desk.press(3, Key.CALL_NEXT)
    desk.until(lambda: desk.beeps(3) == 1)
    assert desk.led(3) == WORDS
    desk.leave()
    desk.serve()  # the hub was started again meanwhile
    desk.until(lambda: desk.led(3) == WORDS)
    desk.until(lambda: pad.shown is not None and pad.shown.scene == Away(WORDS))
    end_evacuation(desk.hall.ctx, "王主任")
    desk.called(3, "C001")
    desk.until(lambda: desk.led(1).startswith("1号窗口"))
    desk.until(lambda: pad.shown is not None and pad.shown.scene == Serving("C001"))
