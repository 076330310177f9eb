"""Every use case of the table tried as every role: who may is asked further, who may not is not."""

import inspect
from typing import Any

import pytest

from shared.domain.permission import PERMISSIONS
from shared.domain.register.declaration import Role
from shared.domain.staff import Staff, StaffRole
from shared.usecases import (
    backup,
    calendar,
    call_next,
    catalog,
    day,
    evacuation,
    green,
    helpers,
    import_guides,
    line_actions,
    papers,
    posts,
    rate,
    staff,
    window_actions,
)
from shared.usecases.cases import advance_case, forgetting, importing, open_case, persons
from shared.usecases.duty import acts, pages
from shared.usecases.permitted import GUARDED, NotPermitted
from shared.usecases.staff import disable_staff, keep_staff
from tests.support.halls import SampleHall
from tests.support.staff import DUTY, LI, WANG, as_, employ

EVERYWHERE = (
    *(backup, calendar, call_next, catalog, day, evacuation, green, helpers, import_guides),
    *(line_actions, papers, posts, rate, staff, window_actions),
    *(acts, pages, forgetting, importing, persons),
)


class Reached(Exception):
    """The use case was begun."""


class Nothing:
    """An argument whose every use tells that the use case was begun."""

    def __getattribute__(self, name: str) -> Any:
        raise Reached

    def __iter__(self) -> Any:
        raise Reached

    def __str__(self) -> str:
        raise Reached

    def __eq__(self, other: object) -> bool:
        raise Reached

    __hash__ = None  # type: ignore[assignment]


def tried(hall: SampleHall, act: str, number: str) -> bool:
    """Whether somebody gets past the table."""
    use_case = GUARDED[act]
    _, *rest = inspect.signature(use_case).parameters.values()
    needed = [one for one in rest if one.default is one.empty]
    positional = [Nothing() for one in needed if one.kind is not one.KEYWORD_ONLY]
    named = {one.name: Nothing() for one in needed if one.kind is one.KEYWORD_ONLY}
    try:
        use_case(hall.ctx.acting_as(number), *positional, **named)
    except NotPermitted:
        return False
    except Exception:
        return True
    return True


def test_the_table_is_what_happens(hall: SampleHall) -> None:
    assert GUARDED.keys() == PERMISSIONS.keys(), EVERYWHERE
    numbers = {role: f"R{place}" for place, role in enumerate(StaffRole)}
    people = [Staff(number, "某", roles=frozenset({role})) for role, number in numbers.items()]
    keep_staff(hall.ctx, people)
    found = {
        act: frozenset(role for role in StaffRole if tried(hall, act, numbers[role]))
        for act in PERMISSIONS
    }
    assert found == dict(PERMISSIONS)


def test_roles_are_those_of_this_moment(hall: SampleHall) -> None:
    employ(hall)
    hall.numbers(2)
    wang = as_(hall, WANG)
    assert call_next.call_next(wang, 3) is not None
    with pytest.raises(NotPermitted, match="may not do this"):
        day.close_day(wang, "王")
    disable_staff(hall.ctx, WANG.number)
    with pytest.raises(NotPermitted, match="account 1001 is closed"):
        call_next.call_next(wang, 3)
    assert hall.ticket("C002").window is None


def test_registers_are_acted_in_with_roles_of_ones_own(hall: SampleHall) -> None:
    employ(hall)
    code = open_case(as_(hall, LI), "complaint", {"method": "onsite"}, role=Role.APPLICANT).code
    handler = {"handler": "陈主任"}
    with pytest.raises(NotPermitted, match="李强（1002） is no manager"):
        advance_case(as_(hall, LI), code, "arrive", handler, role=Role.MANAGER, by="李强")
    with pytest.raises(NotPermitted, match="is no system"):
        open_case(as_(hall, LI), "letter_box", {}, role=Role.SYSTEM)
    assert advance_case(
        as_(hall, DUTY), code, "arrive", handler, role=Role.MANAGER, by="陈主任"
    ).code
