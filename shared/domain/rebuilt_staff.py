"""The staff and the windows' posts as the facts tell them, and how the tables differ."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class ToldStaff:
    """Somebody of the staff; `stored` is the digest of the password's hash, "" without one."""

    card: str
    roles: str
    active: bool
    stored: str = ""
    failures: int = 0
    locked_until: datetime | None = None


@dataclass(frozen=True)
class ToldSpan:
    """From when to when a window was in one state, and who answered for it; `ended` None: still.

    `message` is the digest of what visitors are told of whoever is away.
    """

    window: int
    state: str
    act: str
    person: str
    partner: str
    seated: str
    main: str
    second: str
    message: str
    whereabouts: str
    handover: str
    began: datetime
    ended: datetime | None = None


def staff_differences(told: dict[str, ToldStaff], found: dict[str, ToldStaff]) -> Iterator[str]:
    """Tell what the tables say differently of the staff; no secret is named."""
    for number in sorted(told.keys() | found.keys()):
        one, other = told.get(number), found.get(number)
        if one is None or other is None:
            where = "no fact tells of it" if one is None else "it is not in the tables"
            yield f"staff {number}: {where}"
            continue
        for name in ("card", "roles", "active", "stored", "failures", "locked_until"):
            if getattr(one, name) != getattr(other, name):
                what = "password" if name == "stored" else name
                yield f"staff {number}: {what} is not as the facts tell it"


def span_differences(told: list[ToldSpan], found: list[ToldSpan]) -> Iterator[str]:
    """Tell what the tables say differently of who was at which window when."""
    missing, strange = set(told) - set(found), set(found) - set(told)
    for span in sorted(missing, key=_order):
        yield f"window {span.window}: that it was {_words(span)} is not in the tables"
    for span in sorted(strange, key=_order):
        yield f"window {span.window}: no fact tells that it was {_words(span)}"
    if not missing and not strange and len(told) != len(found):
        yield f"posts of windows: {len(found)} are in the tables, {len(told)} by the facts"


def _order(span: ToldSpan) -> tuple[int, datetime]:
    return span.window, span.began


def _words(span: ToldSpan) -> str:
    return f"{span.state} by {span.main} since {span.began.isoformat()}"
