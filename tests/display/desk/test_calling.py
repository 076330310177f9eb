"""A clerk at work: keys and clicks become use cases, whoever else acts at the same window."""

import time
from collections.abc import Callable
from threading import Event, Thread
from typing import Any

from PySide6.QtCore import Qt
from sqlalchemy import text

from devices.keypad import Key
from display.desk.preferences import path_of, read
from shared.domain.events import TicketCalled
from shared.domain.ticket import TicketState
from tests.display.desk.conftest import Panels
from tests.display.windows.conftest import Desk
from tests.support.halls import SampleHall

K = Qt.Key


def calls(hall: SampleHall) -> list[str]:
    return [one.number for one in hall.events() if isinstance(one, TicketCalled) and not one.again]


def test_ten_tickets_by_keyboard_alone(
    panels: Panels, hall: SampleHall, record_property: Callable[[str, object], None]
) -> None:
    numbers = hall.numbers(10)
    panel = panels()
    times = []
    for place, number in enumerate(numbers):
        began = time.perf_counter()
        panel.next()
        panel.shows("number", number)
        times.append(1000 * (time.perf_counter() - began))
        match place:
            case 0:
                panel.key(K.Key_R)
                panel.answered("已重呼C001")
                panel.shows("state", "办理中 · 已呼叫2次")
            case 1:
                panel.key(K.Key_N)
                panel.answered("C002已记过号，回来后可以重新叫")
                panel.key(K.Key_F)  # nobody is there: nothing to finish
                panel.shows("number", "没有叫号")
            case 2:
                panel.key(K.Key_P)
                panel.answered("C003已挂起")
            case 3:
                panel.key(K.Key_E)
                panel.shows("rating", "已请C004评价，还没有收到")
            case 4:
                panel.key(K.Key_T)
                panel.sheet("Transfer")
                panel.key(K.Key_N)  # a letter means nothing while a sheet is open
                for _ in range(2):
                    panel.key(K.Key_Tab)
                panel.key(K.Key_Return)
                panel.answered("C005已转走")
            case _:
                pass
    panel.key(K.Key_F)
    panel.answered("C010已完成")
    panel.next()
    assert calls(hall) == numbers
    state = {number: hall.ticket(number).ticket.state for number in numbers}
    assert state.pop("C002") is TicketState.NO_SHOW
    assert state.pop("C003") is TicketState.PARKED
    assert state.pop("C005") is TicketState.TRANSFERRED
    assert set(state.values()) == {TicketState.DONE}
    assert hall.ticket("C005").ticket.for_window == 1
    record_property("desk_key_to_number_ms", round(sorted(times)[len(times) // 2], 1))


def test_why_it_is_next_and_what_the_lists_do(panels: Panels, hall: SampleHall) -> None:
    hall.numbers(3)
    hall.clock.forward(minutes=9)
    hall.issue(green=True, service="公司变更登记")
    hall.clock.forward(minutes=2)
    panel = panels()
    panel.shows("next-number", "G001")
    panel.shows("why", "绿色通道，即来即办；等了2分钟，优先于先到的3位")
    panel.click("help-G001")
    panel.answered("已应答，请到G001那里去")
    panel.click("help-G001")
    panel.answered("已陪同G001")
    panel.click("row-C002")
    panel.click("call-this")
    panel.shows("number", "C002")
    panel.next()
    panel.shows("number", "G001")
    panel.click("park")
    panel.answered("G001已挂起")
    panel.click("list-parked")
    panel.click("row-G001")
    panel.click("call-back")
    panel.shows("number", "G001")
    panel.click("no-show")
    panel.click("list-missed")
    panel.click("row-G001")
    panel.click("put-back")
    panel.answered("G001已重新排队")
    panel.click("list-waiting")
    panel.click("row-C003")
    panel.click("green-elderly")
    panel.answered("C003已开通绿色通道")
    assert hall.ticket("C003").ticket.category == "elderly"


def test_a_double_click_calls_one(panels: Panels, hall: SampleHall) -> None:
    hall.numbers(3)
    panel = panels()
    panel.click("call-next")
    panel.click_at_once("call-next")
    panel.shows("number", "C001")
    panel.rest()
    panel.seconds += 0.5
    panel.click_at_once("call-next")  # the second click came when the first was answered already
    panel.rest()
    assert calls(hall) == ["C001"]
    panel.click("settings")
    panel.click("switch-keys")
    panel.key(K.Key_Escape)
    panel.sheet("")
    panel.next()
    panel.key(K.Key_N)
    panel.rest()
    assert calls(hall) == ["C001"]
    assert hall.ticket("C001").ticket.state is TicketState.SERVING
    assert not read(path_of(hall.folder, 3)).keys
    panel.click("call-next")
    panel.shows("number", "C002")


def test_what_others_did_meanwhile_is_not_ended_unseen(panels: Panels, hall: SampleHall) -> None:
    """Whoever presses has seen C001; the window has called C002 before the press arrives."""
    hall.numbers(4)
    panel = panels()
    panel.next()
    panel.shows("number", "C001")
    held, stopped = Event(), Event()

    def hold() -> None:
        held.set()
        assert stopped.wait(60)

    panel.opened.jobs.run(hold, lambda _: None)  # what the panel wants now waits behind
    assert held.wait(60)
    panel.next()
    hall.call(3)
    stopped.set()
    panel.answered("C002刚刚已叫到本窗口，没有再叫下一位", bad=True)
    panel.shows("number", "C002")
    assert calls(hall) == ["C001", "C002"]


def test_keypad_and_panel_at_once(panels: Panels, desk: Desk) -> None:
    hall = desk.hall
    hall.numbers(8)
    desk.serve()
    panel = panels()
    desk.press(3, Key.CALL_NEXT)
    panel.shows("number", "C001")
    desk.press(3, Key.RECALL)
    panel.shows("state", "办理中 · 已呼叫2次")
    panel.next()
    panel.shows("number", "C002")
    desk.called(3, "C002")
    for _ in range(2):
        before = calls(hall)
        panel.rest()
        finger = Thread(target=desk.press, args=(3, Key.CALL_NEXT))
        finger.start()
        panel.next()
        panel.rest()
        finger.join()
        refused = bool(panel.model.property("answer")["bad"])
        expected = len(before) + (1 if refused else 2)
        panel.until(lambda: len(calls(hall)) >= expected)  # noqa: B023
        now = calls(hall)
        assert len(now) == expected
        assert len(set(now)) == len(now)  # one owner each
        panel.shows("number", now[-1])
        desk.called(3, now[-1])


def test_a_hall_that_does_not_answer_is_said(panels: Panels, hall: SampleHall) -> None:
    hall.numbers(2)
    panel = panels()

    def rename(old: str, new: str) -> None:
        with hall.ctx.database.write() as tx:
            tx.execute(text(f"ALTER TABLE {old} RENAME TO {new}"))

    rename("fact", "fact_away")
    panel.until(lambda: panel.has("lost"))
    panel.shows("why", "暂时不知道下一位是谁")
    panel.next()
    panel.until(lambda: bool(panel.model.property("answer")["bad"]))
    rename("fact_away", "fact")
    panel.until(lambda: not panel.has("lost"))
    panel.shows("next-number", "C001")
    panel.next()
    panel.shows("number", "C001")


def test_an_explicit_start(panels: Panels, hall: SampleHall) -> None:
    hall.rewrite(('start = "on_call"', 'start = "explicit"'))
    hall.numbers(2)
    panel = panels(ctx=hall.ctx)
    panel.next()
    panel.shows("state", "已呼叫1次")
    can: dict[str, Any] = panel.model.property("can")
    assert can["start"]
    assert not can["next"]
    panel.key(K.Key_S)
    panel.answered("C001开始办理")
    panel.next()
    panel.shows("number", "C002")
