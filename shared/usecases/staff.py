"""The staff's accounts: kept, given passwords, closed, unlocked."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from shared.domain.errors import BadInput, Refused
from shared.domain.events import (
    Event,
    StaffAdmitted,
    StaffKept,
    StaffPasswordSet,
    StaffTurnedAway,
    StaffUnlocked,
)
from shared.domain.post import Absent, Act, Attended, Covered, Post, Vacant
from shared.domain.post_words import told_post
from shared.domain.said import said
from shared.domain.staff import Attempts, Staff, check_password, checked, roles_text, staff_number
from shared.storage import Transaction, passwords, posts, staff
from shared.storage.passwords import COST, Cost
from shared.storage.staff import Account
from shared.storage.stored_staff import stored_digest
from shared.usecases.context import Context
from shared.usecases.permitted import SERVER, permitted
from shared.usecases.unit import hall_unit


@permitted
def keep_staff(ctx: Context, people: Sequence[Staff]) -> list[Staff]:
    """Put people into the staff, or change them by their number, all or none; returns those who
    are new or changed. BadInput names what cannot be: a field, or a B person nobody knows.
    """
    wanted = [checked(person) for person in people]
    numbers = [person.number for person in wanted]
    twice = sorted({number for number in numbers if numbers.count(number) > 1})
    if twice:
        raise BadInput(f"staff numbers stand twice: {', '.join(twice)}", "each person once")
    with hall_unit(ctx) as work:
        known = {one.staff.number: one.staff for one in staff.everybody(work.tx)}
        after = known | {person.number: person for person in wanted}
        for person in wanted:
            if person.partner and person.partner not in after:
                raise BadInput(
                    f"staff {person.number}: nobody has the number {person.partner} of B",
                    "put them into the list, too",
                )
        news = [person for person in wanted if known.get(person.number) != person]
        events: list[Event] = []
        for person in news:
            if not person.active:
                events += _leave_windows(work.tx, person.number, ctx.actor or SERVER, work.now)
            staff.keep(work.tx, person)
            events.append(
                StaffKept(
                    person.number,
                    person.card,
                    roles_text(person.roles),
                    person.active,
                    ctx.actor or SERVER,
                )
            )
        for event in events:
            work.tell(event)
    return news


@permitted
def disable_staff(ctx: Context, number: str) -> Staff:
    """Close an account: they sit nowhere from now on, and the past still names them."""
    with ctx.database.read() as tx:
        person = staff.of_number(tx, staff_number(number)).staff
    keep_staff(ctx, [replace(person, active=False)])
    return replace(person, active=False)


@permitted
def set_password(ctx: Context, number: str, password: str, *, cost: Cost = COST) -> None:
    """Give somebody a password, which unlocks the account; BadInput when it is easy to guess."""
    _set_password(ctx, staff_number(number), password, cost)


@permitted
def change_password(
    ctx: Context, number: str, old: str, password: str, *, cost: Cost = COST
) -> None:
    """Let somebody change their own password; Refused as by `admit` when the old one is wrong."""
    person = admit(ctx, number, old)
    if ctx.actor not in (None, person.number):
        raise Refused("this is somebody else's password", "the administrator sets a new one")
    _set_password(ctx, person.number, password, cost)


@permitted
def unlock_staff(ctx: Context, number: str) -> Staff:
    """Let an account that wrong passwords have locked be tried again."""
    with hall_unit(ctx) as work:
        found = staff.of_number(work.tx, staff_number(number))
        staff.set_attempts(work.tx, found.staff.number, Attempts())
        work.tell(StaffUnlocked(found.staff.number, ctx.actor or SERVER))
    return found.staff


def everybody(ctx: Context) -> list[Account]:
    """Return the whole staff by number, those who have gone too."""
    with ctx.database.read() as tx:
        return staff.everybody(tx)


def admit(ctx: Context, number: str, password: str) -> Staff:
    """Return who gave their number and password; act for them with `ctx.acting_as(number)`.

    Refused says the same for a wrong number, a wrong password and a closed account; while an
    account is locked no password is looked at, and its length is told. Wrong ones are counted.
    """
    number = staff_number(number)
    with ctx.database.read() as tx:
        found = staff.account(tx, number)
    if found is not None:
        _refuse_locked(found.attempts, ctx.clock())
    # Costly on purpose, so outside of the transaction that everybody waits for.
    fits = passwords.fits(password, found.password if found else None)
    if found is None:
        raise _wrong()
    with hall_unit(ctx) as work:
        now = staff.account(work.tx, number, hold=True)
        assert now is not None  # nobody is ever deleted
        _refuse_locked(now.attempts, work.now)  # who guesses in parallel gets no more guesses
        admitted = fits and now.password == found.password and now.staff.active
        if admitted:
            staff.set_attempts(work.tx, number, Attempts())
            work.tell(StaffAdmitted(number))
        else:
            attempts = now.attempts.failed(work.now)
            staff.set_attempts(work.tx, number, attempts)
            until = attempts.locked_until
            work.tell(
                StaffTurnedAway(number, attempts.failures, until.isoformat() if until else None)
            )
    if not admitted:
        raise _wrong()
    return now.staff


def _set_password(ctx: Context, number: str, password: str, cost: Cost) -> None:
    check_password(number, password)
    stored = passwords.hashed(password, cost)
    with hall_unit(ctx) as work:
        staff.of_number(work.tx, number)
        staff.set_password(work.tx, number, stored)
        work.tell(StaffPasswordSet(number, stored_digest(stored), ctx.actor or SERVER))


def _leave_windows(tx: Transaction, number: str, by: str, now: datetime) -> list[Event]:
    """Empty the window where somebody sits or from which they are away."""
    events: list[Event] = []
    for span in posts.now(tx).values():
        match span.post:
            case Covered(person=person, partner=partner) if person == number:
                after: Post = Attended(partner)
            case Attended(person=person) | Absent(person=person) if person == number:
                after = Vacant()
            case Covered(partner=partner) if partner == number:
                after = Vacant()
            case _:
                continue
        posts.change(tx, span.window, after, Act.DISABLE, now)
        events.append(told_post(span.window, after, Act.DISABLE, by))
    return events


def _refuse_locked(attempts: Attempts, now: datetime) -> None:
    if attempts.locked_until is not None and attempts.locked_at(now):
        minutes = max(1, -(-int((attempts.locked_until - now).total_seconds()) // 60))
        raise Refused(
            f"too many wrong passwords: the account is locked for {minutes} more minutes",
            "wait, or ask the duty manager to unlock it",
            public=said("desk", "密码错得太多，账号锁住了：请等{minutes}分钟，或请值班经理解锁").of(
                minutes=minutes
            ),
        )


def _wrong() -> Refused:
    return Refused(
        "the staff number or the password is wrong",
        "try again, or ask for a new one",
        public=said("desk", "工号或密码不对，请再试，或请管理员重设密码"),
    )
