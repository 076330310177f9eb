"""Asking for help and reporting, as steps of a visit: one question after the other."""

from dataclasses import replace

from kiosk import flow
from kiosk.flow import Visit
from kiosk.forms import (
    MENUS,
    OTHER_WAYS,
    Draft,
    Form,
    Menu,
    Question,
    is_enough,
    may_skip,
    typed_more,
)
from kiosk.pages import Choice, Digits, Filed, Home, Items, OtherWays, Page, Paper, Purpose, Receipt


def open_menu(visit: Visit, menu: Menu) -> Visit:
    """Open one of the two doors."""
    return flow.go(visit, Choice(menu)) if isinstance(visit.page, Home) else visit


def pick(visit: Visit, answer: str) -> Visit:
    """Choose behind a door what is asked for."""
    page = visit.page
    if not isinstance(page, Choice) or not isinstance(page.asks, Menu):
        return visit
    if answer not in MENUS[page.asks]:
        return visit
    if answer == OTHER_WAYS:
        return flow.go(visit, OtherWays())
    return flow.go(visit, _page_for(Draft(Form(answer))))


def answered(visit: Visit, answer: str) -> Draft | None:
    """Return what is asked for with the question on the screen answered, None if none is."""
    draft = draft_of(visit)
    if visit.busy or draft is None or draft.question is None:
        return None
    if not answer and not may_skip(draft.form, draft.question):
        return None
    return draft.with_answer(answer)


def typed(visit: Visit) -> str:
    """Return what stands on the number page as an answer, "" while it is none."""
    page = visit.page
    if not isinstance(page, Digits) or page.draft.question is None:
        return ""
    return page.typed if is_enough(page.draft.question, page.typed) else ""


def ask_next(visit: Visit, draft: Draft) -> Visit:
    """Ask the next question."""
    return flow.go(visit, _page_for(draft))


def type_sign(visit: Visit, sign: str) -> Visit:
    """Press a key of the number pad."""
    page = visit.page
    if not isinstance(page, Digits) or page.draft.question is None:
        return visit
    return flow.turn(visit, replace(page, typed=typed_more(page.draft.question, page.typed, sign)))


def erase(visit: Visit) -> Visit:
    """Take the last sign back."""
    page = visit.page
    if not isinstance(page, Digits):
        return visit
    return flow.turn(visit, replace(page, typed=page.typed[:-1]))


def filed(visit: Visit, receipt: Receipt, paper: Paper) -> Visit:
    """The case is there, its slip on the way; nothing that was typed is kept."""
    return Visit(page=Filed(receipt, paper), modes=visit.modes)


def draft_of(visit: Visit) -> Draft | None:
    """Return what is being asked for on this page."""
    match visit.page:
        case Choice(asks=Draft() as draft) | Digits(draft=draft) | Items(draft=Draft() as draft):
            return draft
        case _:
            return None


def _page_for(draft: Draft) -> Page:
    match draft.question:
        case Question.NEED | Question.GROUP | Question.GROUND | Question.CAUSE:
            return Choice(draft)
        case Question.PHONE | Question.TICKET:
            return Digits(draft)
        case Question.ITEM:
            return Items(purpose=Purpose.REQUEST, draft=draft)
        case None:
            raise ValueError(f"{draft.form} has no more questions")
