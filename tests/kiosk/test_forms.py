"""What a request asks, and what a key of the number pad does: pure rules."""

import pytest

from kiosk import flow, requests
from kiosk.forms import QUESTIONS, Draft, Form, Menu, Question, is_enough, spaced, typed_more
from kiosk.pages import Choice, Digits, Items, OtherWays


def typed(question: Question, signs: str) -> str:
    text = ""
    for sign in signs:
        text = typed_more(question, text, sign)
    return text


@pytest.mark.parametrize(
    ("question", "signs", "becomes"),
    [
        (Question.PHONE, "13812345678", "13812345678"),
        (Question.PHONE, "1A3", "13"),
        (Question.PHONE, "0" * 20, "0" * 12),
        (Question.TICKET, "1C02C", "C02"),
        (Question.TICKET, "C123456", "C1234"),
    ],
)
def test_keys_that_do_not_fit_change_nothing(question: Question, signs: str, becomes: str) -> None:
    assert typed(question, signs) == becomes


def test_what_is_an_answer() -> None:
    assert [is_enough(Question.PHONE, "1" * count) for count in (0, 6, 7)] == [False, False, True]
    assert [is_enough(Question.TICKET, text) for text in ("", "C", "C1")] == [False, False, True]
    assert spaced(Question.PHONE, "13812345678") == "138 1234 5678"
    assert spaced(Question.PHONE, "08381234567") == "08381234567"


def test_questions_come_one_after_the_other_and_back_keeps_their_answers() -> None:
    visit = requests.pick(requests.open_menu(flow.home(), Menu.HELP), Form.VISIT)
    assert requests.answered(visit, "") is None  # who needs it cannot be passed over
    for answer, page in (("old", Items), ("", Digits)):
        draft = requests.answered(visit, answer)
        assert draft is not None
        visit = requests.ask_next(visit, draft)
        assert isinstance(visit.page, page)
    assert requests.answered(visit, "") is None  # nor can the telephone of a home visit
    for sign in "1381234567":
        visit = requests.type_sign(visit, sign)
    visit = requests.erase(visit)
    assert requests.typed(visit) == "138123456"
    whole = requests.answered(visit, requests.typed(visit))
    assert whole is not None
    assert whole.question is None
    assert whole.fields == {"channel": "kiosk", "group": "old", "phone": "138123456"}
    assert isinstance(flow.back(visit).page, Items)
    assert requests.draft_of(flow.back(visit)) == Draft(Form.VISIT, ((Question.GROUP, "old"),))


def test_steps_that_do_not_fit_the_page_change_nothing() -> None:
    home = flow.home()
    menu = requests.open_menu(home, Menu.REPORT)
    assert requests.pick(home, Form.HELP) is home
    assert requests.pick(menu, Form.HELP) is menu  # not behind this door
    assert requests.pick(menu, "nothing") is menu
    assert isinstance(requests.pick(menu, "other_ways").page, OtherWays)
    assert requests.open_menu(menu, Menu.HELP) is menu
    assert requests.type_sign(menu, "1") is menu
    assert requests.erase(menu) is menu
    assert requests.answered(menu, "attitude") is None
    question = requests.pick(menu, Form.COMPLAINT)
    assert isinstance(question.page, Choice)
    assert requests.answered(flow.asking(question), "attitude") is None


def test_every_form_asks_something_and_shows_nothing_typed_when_printed() -> None:
    assert set(QUESTIONS) == set(Form)
    draft = Draft(Form.AGENCY, ((Question.ITEM, ""), (Question.PHONE, "13812345678")))
    assert "13812345678" not in repr(Digits(draft, "13812345678"))
    with pytest.raises(ValueError, match="no more questions"):
        draft.with_answer("")
