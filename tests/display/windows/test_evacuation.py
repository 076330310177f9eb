"""LEDs and pads say it at once, whatever else is going on, and come back."""

from devices.keypad import Key
from shared.usecases.evacuation import begin_evacuation, end_evacuation
from tests.display.windows.conftest import Desk

WORDS = "请立即有序撤离"


def test_leds_and_pads_take_it_over_and_come_back(desk: Desk) -> None:
    desk.hall.numbers(2)
    desk.serve()
    desk.press(3, Key.CALL_NEXT)
    desk.called(3, "C001")
    begin_evacuation(desk.hall.ctx, "王主任")
    for window in desk.hall.ctx.hall.windows:
        if desk.bench.has(str(window.number))[0]:
            desk.until(lambda: desk.led(window.number) == WORDS)  # noqa: B023
    desk.press(3, Key.CALL_NEXT)
    desk.until(lambda: desk.beeps(3) == 1)
    assert desk.led(3) == WORDS
    desk.leave()
    desk.serve()  # the hub was started again meanwhile
    desk.until(lambda: desk.led(3) == WORDS)
    end_evacuation(desk.hall.ctx, "王主任")
    desk.called(3, "C001")
    desk.until(lambda: desk.led(1).startswith("1号窗口"))
