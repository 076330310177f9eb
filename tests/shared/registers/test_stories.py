"""A story per register, from request to closure: on time, late, refused, corrected, abandoned."""

import pytest

from shared.registers.load import SHIPPED
from shared.usecases.cases import list_cases
from tests.shared.registers.story import STORIES, Teller, stories
from tests.support.halls import SampleHall
from tests.support.pasts import check

REGISTERS = sorted(path.stem for path in SHIPPED.glob("*.toml"))
SYSTEMS = {
    "one_time_notice",  # S2
    "first_contact",  # S3
    "acceptance",  # S4
    "post",  # S5
    "whereabouts",  # S6
    "evaluation",  # S8
    "complaint",  # S9
    "letter_box",  # S9, its daily task
    "cannot_be_done",  # S10
    "appointment",  # S11
    "extended_hours",  # S12
    "home_visit",  # S13
    "help",  # S14
    "agency",  # S15
    "full_agency",  # S16
    "bundle",  # S17
    "accountability",  # S18
}
TIMELESS = {"one_time_notice"}
"""No document gives it a deadline."""

ALONE = {"letter_box"}
"""A task of the hall itself: nobody asks, nobody gives up, nothing is corrected."""


def test_every_system_has_its_register_and_its_stories() -> None:
    assert {*REGISTERS} == SYSTEMS
    assert {path.stem for path in STORIES.glob("*.txt")} == SYSTEMS


@pytest.mark.parametrize("register", REGISTERS)
def test_from_request_to_closure(hall: SampleHall, register: str) -> None:
    teller = Teller(hall, register)
    for title, lines in stories(register):
        teller.play(title, lines)
    declared, seen = hall.ctx.registers.known[register], teller.seen
    ways = {"on time", "refused"}
    ways |= set() if register in TIMELESS else {"late"}
    ways |= set() if register in ALONE else {"corrected", "abandoned"}
    assert ways <= seen.ways
    assert seen.steps == {*declared.steps}
    assert seen.states == {*declared.states}
    for rule in declared.deadlines.values():
        if not rule.limit:
            assert {(rule.name, "met"), (rule.name, "late")} <= seen.phases, rule.name
    assert len(list_cases(hall.ctx, register, closed=True)) > 1
    assert check(hall) == ""
