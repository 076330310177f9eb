"""The green channel: who is entitled, and by what; only a class code is ever kept of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from shared.domain.errors import BadInput


@dataclass(frozen=True)
class GreenCategory:
    """A group of people served first. `code` is all that is stored of a visitor's reason.

    `min_age` in years, None where age does not decide; `proof` is what may be shown, empty when
    nothing is asked for; `expires` says how long the proof holds, in the hall's own words.
    """

    code: str
    name: str
    basis: str
    min_age: int | None = None
    proof: str = ""
    expires: str = ""


class Revocation(StrEnum):
    """Why a green ticket became an ordinary one; codes, so that nothing personal is written."""

    MISTAKE = "mistake"
    NOT_ENTITLED = "not_entitled"
    OWN_WISH = "own_wish"


def category(categories: Sequence[GreenCategory], wanted: str) -> GreenCategory:
    """Return the category with this code or name; BadInput names those the hall has."""
    for one in categories:
        if wanted.strip() in (one.code, one.name):
            return one
    known = ", ".join(f"{one.code} {one.name}" for one in categories)
    raise BadInput(f"there is no green category {wanted}", f"categories of this hall: {known}")


def revocation(reason: str) -> Revocation:
    """Return the reason with this code; BadInput names the codes."""
    try:
        return Revocation(reason.strip())
    except ValueError:
        raise BadInput(
            f"“{reason}” is not a reason to revoke", f"reasons: {', '.join(Revocation)}"
        ) from None
