"""What every change of a window's post shares: one transaction, one fact at its end."""

from collections.abc import Iterable

from shared.domain.errors import Refused
from shared.domain.events import Event
from shared.domain.post import Act, Post, seated
from shared.domain.post_words import told_post
from shared.domain.staff import Staff, StaffRole
from shared.storage import posts, staff
from shared.usecases.permitted import SERVER
from shared.usecases.unit import Unit

AT_WINDOWS = frozenset(
    {StaffRole.WINDOW, StaffRole.HELPER, StaffRole.AGENT, StaffRole.DUTY_MANAGER}
)
"""Who may serve at a window; 帮办代办 is one of them (S20)."""


def person_of(work: Unit, number: str) -> Staff:
    """Return somebody who may serve; Refused when the account is closed or has no such role."""
    person = staff.of_number(work.tx, number).staff
    if not person.active:
        raise Refused(f"the account of {person.called} is closed", "ask the administrator")
    if not person.roles & AT_WINDOWS:
        raise Refused(
            f"{person.called} does not serve at windows",
            "give them the role window: hall staff add",
        )
    return person


def check_free(work: Unit, person: Staff) -> None:
    """Refused when somebody sits at a window, or is away from one: one person, one window."""
    span = posts.place_of(work.tx, person.number)
    if span is None:
        return
    if seated(span.post) == person.number:
        raise Refused(
            f"{person.called} sits at window {span.window}",
            f"sign out there first: hall window sign-out {span.window}",
        )
    raise Refused(
        f"{person.called} is away from window {span.window}",
        f"come back there first: hall window back {span.window}",
    )


def settle(work: Unit, window: int, post: Post, act: Act, events: Iterable[Event] = ()) -> Post:
    """Write what a window is from now on, and tell it after what happened with it."""
    told = told_post(window, post, act, work.ctx.actor or SERVER)
    posts.change(work.tx, window, post, act, work.now)
    for event in events:
        work.tell(event)
    work.tell(told)
    return post
