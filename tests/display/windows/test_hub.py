"""Keys, boards and pads of the windows over real pseudo-terminals."""

import logging

import pytest

from devices.bus import Frame
from devices.keypad import Key
from display.windows.running import Windows
from shared.domain.events import PadPressed, RatingAsked, TicketCalled
from shared.domain.ticket import TicketState
from tests.display.windows.conftest import Desk
from tests.support.halls import INVOICE, LAND


def calls(desk: Desk) -> list[tuple[str, int]]:
    events = desk.hall.events()
    return [(one.number, one.window) for one in events if isinstance(one, TicketCalled)]


def test_call_shows_the_ticket_and_who_waits(desk: Desk) -> None:
    desk.hall.numbers(3)
    desk.serve()
    assert desk.led(3) == "3号窗口 分领域综窗·市场监管"
    assert desk.board(3).mode == "scroll"
    assert desk.digits(3) == "003---"
    desk.press(3, Key.CALL_NEXT)
    desk.called(3, "C001")
    assert desk.board(3).mode == "static"
    desk.until(lambda: desk.digits(3) == "002001")
    desk.until(lambda: desk.digits(4) == "002---")
    assert desk.bench.keypad("3").acknowledged == 1
    desk.press(4, Key.CALL_NEXT)
    desk.called(4, "C002")
    desk.until(lambda: desk.digits(3) == "001001")
    assert desk.hall.ticket("C001").window == 3


def test_the_number_of_the_issue(desk: Desk) -> None:
    """请A012号到3号窗口, of a window 3 that serves A."""
    desk.hall.rewrite(
        (
            'number = 3\nname = "分领域综窗·市场监管"\nqueues = ["C"]',
            'number = 3\nname = "综合"\nqueues = ["A"]',
        )
    )
    desk.hall.numbers(12, "人防警报试鸣及宣传咨询服务")
    desk.serve()
    for _ in range(11):
        desk.hall.call(3)
    desk.press(3, Key.CALL_NEXT)
    desk.called(3, "A012")
    assert desk.led(3) == "请A012号到3号窗口"


def test_nobody_waits(desk: Desk) -> None:
    desk.serve()
    desk.press(3, Key.CALL_NEXT)
    desk.until(lambda: desk.beeps(3) == 1)
    assert desk.led(3).startswith("3号窗口")
    assert calls(desk) == []


@pytest.mark.parametrize(
    ("key", "state"), [(Key.NO_SHOW, TicketState.NO_SHOW), (Key.PARK, TicketState.PARKED)]
)
def test_keys_that_end_the_call(desk: Desk, key: Key, state: TicketState) -> None:
    desk.hall.numbers(1)
    desk.serve()
    desk.press(3, Key.CALL_NEXT)
    desk.called(3, "C001")
    desk.press(3, key)
    desk.until(lambda: desk.led(3).startswith("3号窗口"))
    desk.until(lambda: desk.digits(3) == "000---")
    assert desk.hall.ticket("C001").ticket.state is state
    assert desk.beeps(3) == 0


def test_a_parked_ticket_is_called_back(desk: Desk) -> None:
    desk.hall.numbers(1)
    desk.serve()
    desk.press(3, Key.CALL_NEXT)
    desk.called(3, "C001")
    desk.press(3, Key.PARK)
    desk.until(lambda: desk.led(3).startswith("3号窗口"))
    desk.press(3, Key.CALL_BACK)
    desk.called(3, "C001")
    desk.press(4, Key.CALL_BACK)
    desk.until(lambda: desk.beeps(4) == 1)


def test_recall_shows_the_text_again(desk: Desk) -> None:
    desk.hall.numbers(1)
    desk.serve()
    desk.press(3, Key.CALL_NEXT)
    desk.called(3, "C001")
    board = desk.bench.led_line("led").boards
    board[3] = type(board[3])(text="somebody wrote over it")
    desk.press(3, Key.RECALL)
    desk.called(3, "C001")
    assert [one.again for one in desk.hall.events() if isinstance(one, TicketCalled)] == [
        False,
        True,
    ]


@pytest.mark.parametrize("key", [Key.CANCEL, Key.PAUSE, Key.TRANSFER])
def test_keys_that_need_the_desk_only_beep(desk: Desk, key: Key) -> None:
    desk.hall.numbers(1)
    desk.serve()
    desk.press(3, key)
    desk.until(lambda: desk.beeps(3) == 1)
    assert desk.hall.ticket("C001").ticket.state is TicketState.WAITING


def test_a_key_does_what_the_hall_lets_it_do(desk: Desk) -> None:
    desk.hall.rewrite(
        (
            'keypad = "bus+sim:bus?address=3"\n',
            """keypad = "bus+sim:bus?address=3"
keypad_keys = { 0E = "call_next", 13 = "transfer:H" }
""",
        )
    )
    desk.hall.numbers(1)
    desk.serve()
    desk.press(3, Key.CALL_NEXT)
    desk.until(lambda: desk.beeps(3) == 1)
    desk.press(3, Key.CANCEL)
    desk.called(3, "C001")
    desk.press(3, Key.TRANSFER)
    desk.until(lambda: desk.led(3).startswith("3号窗口"))
    assert desk.hall.ticket("C001").ticket.queue == "H"


def test_evaluate_opens_the_pad_and_its_key_is_the_rating(desk: Desk) -> None:
    desk.hall.numbers(1)
    desk.serve()
    desk.press(3, Key.CALL_NEXT)
    desk.called(3, "C001")
    desk.press(3, Key.EVALUATE)
    desk.until(lambda: desk.bench.pad("3").rating_open)
    desk.rate(3, 1)
    desk.until(lambda: desk.ratings() == [("pad", 4)])
    desk.until(lambda: desk.pad_acknowledged(103) == 1)


def test_a_pad_nobody_opened_rates_nothing(desk: Desk) -> None:
    desk.hall.numbers(1)
    desk.serve()
    desk.press(3, Key.EVALUATE)
    desk.until(lambda: desk.beeps(3) == 1)
    desk.press(3, Key.CALL_NEXT)
    desk.called(3, "C001")
    desk.rate(3, 0)
    desk.until(lambda: any(isinstance(one, PadPressed) for one in desk.hall.events()))
    assert desk.hall.events()[-1] == PadPressed(3, 0, "not_asked")
    assert desk.ratings() == []


def test_a_keypad_and_a_pad_at_one_address(desk: Desk) -> None:
    desk.bench.stop()
    desk.hall.rewrite(("bus+sim:bus?address=103", "bus+sim:bus?address=3"))
    shared = Desk(desk.hall)
    desk.bench, desk.changed = shared.bench, shared.changed
    desk.hall.numbers(1)
    desk.serve()
    desk.press(3, Key.CALL_NEXT)
    desk.called(3, "C001")
    desk.press(3, Key.EVALUATE)
    desk.until(lambda: RatingAsked("C001", 3) in desk.hall.events())
    desk.until(lambda: desk.bench.pad("3").rating_open)
    desk.rate(3, 0)
    desk.until(lambda: desk.ratings() == [("pad", 5)])
    desk.until(lambda: desk.digits(3) == "000001")


def test_explicit_start_beeps_until_the_person_is_started_or_gone(desk: Desk) -> None:
    desk.hall.rewrite(('start = "on_call"', 'start = "explicit"'))
    desk.hall.numbers(2)
    desk.serve()
    desk.press(3, Key.CALL_NEXT)
    desk.called(3, "C001")
    assert desk.hall.ticket("C001").ticket.state is TicketState.CALLED
    desk.press(3, Key.EVALUATE)
    desk.until(lambda: desk.beeps(3) == 1)
    desk.press(3, Key.NO_SHOW)
    desk.until(lambda: desk.led(3).startswith("3号窗口"))
    desk.press(3, Key.CALL_NEXT)
    desk.called(3, "C002")
    assert desk.hall.ticket("C001").ticket.state is TicketState.NO_SHOW


def test_a_frame_from_nowhere_is_told_and_nothing_else(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    desk.hall.numbers(1)
    desk.serve()
    with caplog.at_level(logging.WARNING, logger="hallcall"):
        desk.speak(Frame(77, 0x01, b"\x0c"))
        desk.speak(Frame(78, 0x11, b"\x00"))
        desk.speak(Frame(1, 0x55, b"\x00"))
        desk.until(lambda: "a frame nobody knows" in caplog.text)
    assert "a keypad at address 77 is not in hall.toml" in caplog.text
    assert "a pad at address 78 is not in hall.toml" in caplog.text
    desk.press(3, Key.CALL_NEXT)
    desk.called(3, "C001")


def test_a_board_that_answers_again_gets_the_text_of_now(desk: Desk) -> None:
    desk.hall.numbers(2)
    desk.serve()
    line = desk.bench.led_line("led")
    desk.board_fault(3, "nack")
    desk.press(3, Key.CALL_NEXT)
    desk.press(4, Key.CALL_NEXT)
    desk.until(lambda: desk.led(4).startswith("请"))
    assert not desk.led(3).startswith("请")
    line.boards[3] = type(line.boards[3])()
    desk.board_fault(3, "nack", on=False)
    desk.press(3, Key.RECALL)
    desk.until(lambda: desk.led(3).startswith("请C00"))


def test_a_cable_that_comes_back_brings_everything(desk: Desk) -> None:
    desk.hall.numbers(2)
    desk.serve()
    desk.press(3, Key.CALL_NEXT)
    desk.called(3, "C001")
    desk.until(lambda: desk.digits(3) == "001001")
    desk.bench.stop()
    desk.hall.call(4)
    fresh = Desk(desk.hall)  # other devices: they show nothing yet
    desk.bench, desk.changed = fresh.bench, fresh.changed
    desk.called(3, "C001")
    desk.called(4, "C002")
    desk.until(lambda: desk.digits(3) == "000001")
    desk.until(lambda: desk.led(7) == "7号窗口 要素保障")
    desk.press(3, Key.CALL_NEXT)
    desk.until(lambda: desk.beeps(3) == 1)


def test_a_hub_that_starts_again_shows_the_open_tickets(desk: Desk) -> None:
    desk.hall.numbers(1, LAND)
    desk.hall.numbers(2, INVOICE)
    desk.hall.call(7)
    desk.hall.call(6)
    desk.serve()
    desk.called(7, "H001")
    desk.leave()
    desk.hall.call(6)
    desk.serve()
    desk.called(6, "D002")
    desk.called(7, "H001")
    desk.until(lambda: desk.digits(6) == "000002")


def test_devices_that_are_not_there_yet(desk: Desk) -> None:
    desk.hall.numbers(1)
    desk.bench.stop()
    desk.windows = Windows(desk.hall.ctx)
    desk.windows.start()
    fresh = Desk(desk.hall)
    desk.bench, desk.changed = fresh.bench, fresh.changed
    desk.until(lambda: desk.led(3).startswith("3号窗口"))
    desk.until(lambda: desk.digits(3) == "001---")
