"""What happens to the staff: accounts, sign-ins, who serves where. No name, no secret: a person is
a staff number, a card or a stored password is told by its SHA-256.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class StaffKept:
    """Somebody was put into the staff, or changed; `roles` with commas."""

    number: str
    card: str
    roles: str
    active: bool
    by: str


@dataclass(frozen=True)
class StaffPasswordSet:
    """Somebody has a new password; the account is unlocked. `stored`: the digest of its hash."""

    number: str
    stored: str
    by: str


@dataclass(frozen=True)
class StaffAdmitted:
    """Somebody gave the right password; earlier wrong ones are forgotten."""

    number: str


@dataclass(frozen=True)
class StaffTurnedAway:
    """Somebody gave a wrong password, so many in a row; `locked_until` (ISO) when that locks."""

    number: str
    failures: int
    locked_until: str | None = None


@dataclass(frozen=True)
class StaffUnlocked:
    """An account that was locked is open again."""

    number: str
    by: str


@dataclass(frozen=True)
class PostChanged:
    """Who is at a window has changed by `act`: from now on the window is in `state`.

    `post_a` and `post_b` are the numbers of A and B, `last` of who served last while nobody does;
    `message` is the digest of what visitors are told of whoever is away, `whereabouts` and
    `handover` the cases of the registers. `by` acted.
    """

    window: int
    state: str
    act: str
    by: str
    post_a: str = ""
    post_b: str = ""
    last: str = ""
    message: str = ""
    whereabouts: str = ""
    handover: str = ""


@dataclass(frozen=True)
class WindowLeftEmpty:
    """Nobody has been at a window since `since` (ISO) though it is working time: an alarm."""

    window: int
    since: str
