"""A window's post as a fact tells it, and as it is stored."""

import hashlib
import json
from datetime import UTC, datetime
from typing import assert_never

from shared.domain.events.staff import PostChanged
from shared.domain.post import Absent, Act, Attended, Covered, Leave, Post, Vacant

VACANT, ATTENDED, ABSENT, COVERED = "vacant", "attended", "absent", "covered"
"""The states a fact and the table name."""


def told_post(window: int, post: Post, act: Act, by: str) -> PostChanged:
    """Return the fact that a window's post is so from now on."""
    match post:
        case Vacant():
            return PostChanged(window, VACANT, act, by)
        case Attended(person, partner):
            return PostChanged(window, ATTENDED, act, by, person, partner)
        case Absent():
            names = post.person, post.partner, post.last
            state = ABSENT
        case Covered():
            names = post.person, post.partner, ""
            state = COVERED
        case _:
            assert_never(post)
    leave = message_digest(post.leave)
    return PostChanged(window, state, act, by, *names, leave, post.whereabouts, post.handover)


def state_of(post: Post) -> str:
    """Return the name of a post's state."""
    return told_post(0, post, Act.SIGN_IN, "").state


def message_digest(leave: Leave | None) -> str:
    """Return what a fact tells of a message: its SHA-256, "" when there is none."""
    if leave is None:
        return ""
    until = leave.until.astimezone(UTC).isoformat()
    text = json.dumps([leave.reason, leave.place, leave.contact, until], ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def made_post(
    state: str,
    person: str,
    partner: str,
    last: str,
    leave: Leave | None,
    whereabouts: str,
    handover: str,
) -> Post:
    """Return the post in one of the states; ValueError when there is none such."""
    match state, leave:
        case "vacant", _:
            return Vacant()
        case "attended", _:
            return Attended(person, partner)
        case "absent", Leave():
            return Absent(person, partner, leave, whereabouts, handover, last)
        case "covered", Leave():
            return Covered(person, partner, leave, whereabouts, handover)
        case _:
            raise ValueError(f"a window cannot be {state} with {leave or 'no message'}")


UNTOLD = Leave("", "", "", datetime.min.replace(tzinfo=UTC))
"""The message of a post as facts alone tell it: they hold only its digest."""


def post_told(event: PostChanged) -> Post:
    """Return the post a fact tells of, without its message; ValueError when it tells of none."""
    names = event.post_a, event.post_b, event.last
    return made_post(event.state, *names, UNTOLD, event.whereabouts, event.handover)
