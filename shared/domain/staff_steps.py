"""What the facts of the staff do to the rebuilt hall."""

from dataclasses import replace
from datetime import datetime

from shared.domain.events import (
    PostChanged,
    StaffAdmitted,
    StaffKept,
    StaffPasswordSet,
    StaffTurnedAway,
    StaffUnlocked,
)
from shared.domain.post import responsible, seated
from shared.domain.post_words import post_told
from shared.domain.rebuilding import Contradiction, Rebuilding
from shared.domain.rebuilt_staff import ToldSpan, ToldStaff
from shared.domain.seal import RawFact
from shared.domain.steps import step


@step.register
def _(event: StaffKept, _fact: RawFact, hall: Rebuilding) -> None:
    before = hall.staff.get(event.number, ToldStaff("", "", active=True))
    hall.staff[event.number] = replace(
        before, card=event.card, roles=event.roles, active=event.active
    )


@step.register
def _(event: StaffPasswordSet, _fact: RawFact, hall: Rebuilding) -> None:
    known = _known(hall, event.number)
    hall.staff[event.number] = replace(known, stored=event.stored, failures=0, locked_until=None)


@step.register(StaffAdmitted)
@step.register(StaffUnlocked)
def _(event: StaffAdmitted | StaffUnlocked, _fact: RawFact, hall: Rebuilding) -> None:
    known = _known(hall, event.number)
    hall.staff[event.number] = replace(known, failures=0, locked_until=None)


@step.register
def _(event: StaffTurnedAway, _fact: RawFact, hall: Rebuilding) -> None:
    until = datetime.fromisoformat(event.locked_until) if event.locked_until else None
    known = _known(hall, event.number)
    hall.staff[event.number] = replace(known, failures=event.failures, locked_until=until)


@step.register
def _(event: PostChanged, fact: RawFact, hall: Rebuilding) -> None:
    post = post_told(event)
    if event.window in hall.posts:
        hall.spans.append(replace(hall.posts.pop(event.window), ended=fact.at))
    main = responsible(post)
    if main is None:
        return
    for number in {event.post_a, main.main}:
        _known(hall, number)
    hall.posts[event.window] = ToldSpan(
        event.window,
        event.state,
        event.act,
        event.post_a,
        event.post_b,
        seated(post),
        main.main,
        main.second,
        event.message,
        event.whereabouts,
        event.handover,
        fact.at,
    )


def _known(hall: Rebuilding, number: str) -> ToldStaff:
    if number not in hall.staff:
        raise Contradiction(f"nobody of the staff has the number {number}")
    return hall.staff[number]
