"""Who serves at a window, in stories: each ends with the facts rebuilding the tables."""

from datetime import timedelta

import pytest

from shared.domain.errors import BadInput, Refused
from shared.domain.events import PostChanged, WindowLeftEmpty
from shared.domain.post import Absent, Attended, Covered, Responsible, Vacant
from shared.usecases import posts
from shared.usecases.audit import verify
from shared.usecases.cases import due_cases, list_cases, show_case
from shared.usecases.day import close_day
from shared.usecases.permitted import NotPermitted
from tests.support.halls import SampleHall
from tests.support.pasts import check, tampered
from tests.support.staff import DUTY, LI, WANG, ZHAO, as_, employ, meeting


def states(hall: SampleHall, register: str) -> list[str]:
    return [one.state for one in list_cases(hall.ctx, register, closed=True)]


def test_a_leaves_b_stands_in_and_hands_back(hall: SampleHall) -> None:
    """Windows 3 and 4 share queue C: more than one post, so B is asked and nobody else."""
    employ(hall)
    wang, li = as_(hall, WANG), as_(hall, LI)
    assert posts.sign_in(wang, 3) == Attended("1001", "1002")
    with pytest.raises(Refused, match="sits at window 3"):
        posts.sign_in(wang, 4)
    with pytest.raises(Refused, match="1001 sits at window 3"):
        posts.sign_in(li, 3)
    with pytest.raises(NotPermitted, match="may not act for 1001"):
        posts.leave(li, 3, meeting(hall))
    began = hall.clock()
    hall.clock.forward(minutes=5)
    left = posts.leave(wang, 3, meeting(hall))
    assert isinstance(left, Absent)
    assert states(hall, "whereabouts") == ["away"]
    assert states(hall, "post") == ["away"]
    values = show_case(hall.ctx, left.whereabouts).values
    assert values["who"] == "王芳（1001）"
    assert (values["reason"], values["whereabouts"], values["contact"]) == (
        "开会",
        "三楼会议室",
        "8001",
    )
    assert values["until"].startswith("2026-11-23T11:05")
    assert {one.case.deadline.name for one in due_cases(hall.ctx, timedelta(hours=2))} == {
        "covered",
        "return",
    }
    hall.clock.forward(minutes=1)
    with pytest.raises(Refused, match="1002 is named"):
        posts.take_over(as_(hall, ZHAO), 3)
    posts.take_over(li, 3)
    assert states(hall, "post") == ["covered"]
    entries = [entry.step for entry in show_case(hall.ctx, left.handover).log]
    assert entries == ["open", "leave", "take_over"]  # without a hand-over, recorded as such
    with pytest.raises(Refused, match="1001 is away: 1002 cannot leave"):
        posts.leave(li, 3, meeting(hall), "1003")
    hall.clock.forward(minutes=9)
    posts.change_leave(wang, 3, meeting(hall, hours=2))
    with pytest.raises(BadInput, match="hand the work back"):
        posts.come_back(wang, 3)
    hall.clock.forward(minutes=1)
    posts.come_back(wang, 3, "两件已办")
    hall.clock.forward(minutes=1)
    assert (states(hall, "post"), states(hall, "whereabouts")) == (["back"], ["back"])
    posts.sign_out(wang, 3)
    assert posts.posts_now(hall.ctx)[3].post == Vacant()
    spans = posts.posts_between(hall.ctx, 3, began, hall.clock())
    assert [(span.act, span.main) for span in spans] == [
        ("sign_in", Responsible("1001", "1002")),
        ("away", Responsible("1001", "1002")),
        ("take_over", Responsible("1002", "1001")),
        ("change", Responsible("1002", "1001")),
        ("back", Responsible("1001", "1002")),
    ]
    at = posts.responsible_at(hall.ctx, 3, began + timedelta(minutes=7))
    assert at is not None
    assert at.main.main == "1002"
    assert posts.responsible_at(hall.ctx, 3, began - timedelta(minutes=1)) is None
    told = [one for one in hall.events() if isinstance(one, PostChanged)]
    assert [(one.act, one.by) for one in told][:3] == [
        ("sign_in", "1001"),
        ("away", "1001"),
        ("take_over", "1002"),
    ]
    tampering_shows(hall)


def tampering_shows(hall: SampleHall) -> None:
    assert verify(hall.ctx).differences == ()
    for change, found in (
        ("UPDATE post_span SET main = '1003' WHERE act = 'take_over'", "window 3"),
        ("DELETE FROM post_span WHERE act = 'away'", "that it was absent by 1001"),
        ("UPDATE post_span SET ended_at = NULL WHERE act = 'back'", "window 3"),
        ("UPDATE staff SET phone = '1' WHERE number = '1001'", "staff 1001: card"),
        ("UPDATE staff SET roles = 'admin' WHERE number = '1001'", "staff 1001: card"),
        ("UPDATE staff SET password = 'x' WHERE number = '1001'", "staff 1001: password"),
    ):
        with tampered(hall, change):
            assert found in check(hall), change


def test_both_away_is_for_the_duty_manager(hall: SampleHall) -> None:
    employ(hall)
    duty = as_(hall, DUTY)
    posts.sign_in(hall.ctx, 3, "1001")
    posts.sign_in(hall.ctx, 4, "1002")
    posts.leave(as_(hall, LI), 4, meeting(hall), "1003", work_given="三件在办")
    assert posts.posts_now(hall.ctx)[4].serving == ZHAO
    with pytest.raises(Refused, match="李强（1002） is away, too"):
        posts.leave(as_(hall, WANG), 3, meeting(hall))
    with pytest.raises(Refused, match="may not do"):
        posts.leave(as_(hall, WANG), 3, meeting(hall), override="都去开会")
    left = posts.leave(duty, 3, meeting(hall), override="都去开会")
    assert show_case(hall.ctx, left.handover).file.state == "empty"
    with pytest.raises(NotPermitted):
        posts.replace_partner(as_(hall, LI), 3, "1003")
    with pytest.raises(Refused, match="sits at window 4"):
        posts.replace_partner(duty, 3, "1003")
    empty = posts.both_away(duty, 4, "会议室漏水")
    assert empty.last == "1003"
    assert posts.replace_partner(duty, 3, "1003") == Covered(
        "1001", "1003", left.leave, left.whereabouts, left.handover
    )
    span = posts.responsible_at(hall.ctx, 4, hall.clock())
    assert span is not None
    assert span.main == Responsible("1003", "1002")  # who left last
    posts.sign_out(hall.ctx, 3)  # the day is over, Wang is still away
    assert posts.sign_in(as_(hall, WANG), 5) == Attended("1001", "1002")
    assert states(hall, "whereabouts").count("back") == 1
    assert verify(hall.ctx).differences == ()


def test_a_single_post_is_left_for_long_with_consent(hall: SampleHall) -> None:
    """Window 2 alone serves queue B; half a day of the hall's seven hours is three and a half."""
    employ(hall)
    wang, duty = as_(hall, WANG), as_(hall, DUTY)
    posts.sign_in(wang, 2)
    with pytest.raises(BadInput, match="has passed"):
        posts.leave(wang, 2, meeting(hall, minutes=-1))
    with pytest.raises(Refused, match="the centre has to agree beforehand"):
        posts.leave(wang, 2, meeting(hall, days=1))
    code = posts.ask_leave(wang, 2, "1001", "体检", hall.clock() + timedelta(days=1))
    with pytest.raises(NotPermitted):
        posts.consent_leave(wang, code)
    posts.consent_leave(duty, code)
    assert due_cases(hall.ctx, timedelta(hours=3)) == []  # agreed to is not left yet
    assert [one.code for one in posts.agreed_leaves(hall.ctx)] == [code]
    with pytest.raises(Refused, match="agreed to a leave until"):
        posts.leave(wang, 2, meeting(hall, days=2))
    left = posts.leave(wang, 2, meeting(hall, hours=20))
    assert left.handover == code
    with pytest.raises(Refused, match="is named"):
        posts.take_over(as_(hall, ZHAO), 2)
    posts.hand_over(wang, 2, "无")
    posts.come_back(wang, 2, "无")
    posts.leave(wang, 2, meeting(hall, hours=2))  # short: nobody has to agree
    posts.come_back(wang, 2)
    assert verify(hall.ctx).differences == ()


def test_a_window_left_empty_rings_once(hall: SampleHall) -> None:
    employ(hall)
    posts.sign_in(hall.ctx, 3, "1001")
    posts.sign_in(hall.ctx, 4, "1003")
    posts.leave(hall.ctx, 4, meeting(hall), "1002")
    posts.sign_out(hall.ctx, 3)
    left = hall.clock()
    assert posts.empty_now(hall.ctx) == [
        posts.Empty(3, left),
        posts.Empty(4, left, "1003"),  # rings by its register
    ]
    assert posts.ring_empty(hall.ctx) is None  # who relieves them may be on the way
    hall.clock.forward(minutes=5)
    assert posts.ring_empty(hall.ctx) == posts.Empty(3, left)
    assert posts.ring_empty(hall.ctx) is None
    posts.sign_in(hall.ctx, 3, "1002")
    posts.sign_out(hall.ctx, 3)
    hall.clock.now = left.replace(hour=12, minute=30)
    assert posts.ring_empty(hall.ctx) is None  # the lunch break
    hall.clock.now = left.replace(hour=13, minute=0)
    rung = posts.ring_empty(hall.ctx)
    assert rung is not None
    assert (rung.window, rung.since) == (3, left + timedelta(minutes=5))
    told = [one for one in hall.events() if isinstance(one, WindowLeftEmpty)]
    assert [one.window for one in told] == [3, 3]
    close_day(hall.ctx, "陈")
    posts.sign_in(hall.ctx, 3, "1002")
    posts.sign_out(hall.ctx, 3)
    hall.clock.forward(minutes=6)
    assert posts.ring_empty(hall.ctx) is None  # the day is over
    assert verify(hall.ctx).differences == ()
