"""Who serves at a window, who is away, who stands in, and who is responsible (004 服务双岗制)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from shared.domain.errors import Refused


@dataclass(frozen=True)
class Leave:
    """What whoever leaves a window tells (004 去向留言制 第三条): 事由、去向、联系方式、返岗时间.

    `until` is when they are back; texts are as people wrote them.
    """

    reason: str
    place: str
    contact: str
    until: datetime


class Act(StrEnum):
    """What changed who is at a window."""

    SIGN_IN = "sign_in"
    SIGN_OUT = "sign_out"
    AWAY = "away"
    CHANGE = "change"  # the message of whoever is away
    BACK = "back"
    HAND_OVER = "hand_over"  # A gave B the work first
    TAKE_OVER = "take_over"  # B came without being given it
    BOTH_AWAY = "both_away"  # the duty manager let B go, too
    REPLACE = "replace"  # the duty manager sent somebody
    DISABLE = "disable"  # the account was closed


@dataclass(frozen=True)
class Vacant:
    """Nobody has signed in."""


@dataclass(frozen=True)
class Attended:
    """A sits at the window; `partner` is who would stand in, "" when nobody is named."""

    person: str
    partner: str = ""


@dataclass(frozen=True)
class Absent:
    """A has left and nobody stands in: the window is empty, which is an alarm.

    `whereabouts` and `handover` are the cases of the registers; `last` is who served last, for
    somebody who stood in may have been let go.
    """

    person: str
    partner: str
    leave: Leave
    whereabouts: str
    handover: str
    last: str


@dataclass(frozen=True)
class Covered:
    """B (`partner`) serves for A with A's rights."""

    person: str
    partner: str
    leave: Leave
    whereabouts: str
    handover: str


Post = Vacant | Attended | Absent | Covered


@dataclass(frozen=True)
class Responsible:
    """Who answers for a window: `main` first, `second` beside ("" for nobody)."""

    main: str
    second: str = ""


def seated(post: Post) -> str:
    """Return who sits at the window, "" when nobody does."""
    match post:
        case Attended(person=person):
            return person
        case Covered(partner=partner):
            return partner
        case _:
            return ""


def responsible(post: Post) -> Responsible | None:
    """Tell who answers for the window (004 服务双岗制 第五条); None when nobody signed in.

    A while there, B beside; B while standing in, A beside. A window left without anybody is for
    whoever left it last: A who did not hand over, or B who was let go.
    """
    match post:
        case Attended(person, partner):
            return Responsible(person, partner)
        case Covered(person, partner):
            return Responsible(partner, person)
        case Absent(person=person, partner=partner, last=last):
            return Responsible(last, partner if last == person else person)
        case _:
            return None


def leaving(post: Post, number: str, partner: str, window: int) -> Attended:
    """Check that `number` may leave for `partner` to stand in; Refused says why not."""
    if isinstance(post, Covered) and post.partner == number:
        raise Refused(
            f"{post.person} is away: {number} cannot leave window {window} as well "
            "(004 服务双岗制 第五条)",
            "the duty manager may send somebody else, or allow it with a reason",
        )
    if not isinstance(post, Attended) or post.person != number:
        raise Refused(f"{number} does not sit at window {window}", "sign in there first")
    if not partner:
        raise Refused(
            f"nobody is named to stand in at window {window} (004 服务双岗制 第四条)",
            "name the B person, here or in the staff list",
        )
    if partner == number:
        raise Refused("A and B are one person", "name somebody else as B")
    return post


def standing_in(post: Post, number: str, window: int, *, named_only: bool) -> Absent:
    """Check that `number` may stand in at a window; Refused says why not.

    `named_only`: whoever comes by themselves has to be the B that was named.
    """
    match post:
        case Absent():
            pass
        case Vacant():
            raise Refused(f"nobody has left window {window}", "sign in there")
        case Attended(person=person):
            raise Refused(f"{person} sits at window {window}", "nobody needs to stand in")
        case Covered(partner=partner):
            raise Refused(f"{partner} stands in at window {window} already", "there is one B")
    if number == post.person:
        raise Refused(f"{number} is the one who is away", "come back with: hall window back")
    if named_only and number != post.partner:
        raise Refused(
            f"{post.partner} is named to stand in at window {window}",
            "the duty manager may send somebody else",
        )
    return post
