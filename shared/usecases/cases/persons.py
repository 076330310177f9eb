"""What the registers hold of one person, found by a number of theirs."""

from shared.domain.errors import BadInput, Unavailable
from shared.domain.events import CasesDisclosed
from shared.storage import cases
from shared.storage.vault import Locked
from shared.usecases.cases.queries import ShownCase, show_case
from shared.usecases.cases.reading import about
from shared.usecases.context import Context
from shared.usecases.permitted import permitted
from shared.usecases.unit import unit

_SHORTEST = 5


def cases_of(ctx: Context, number: str) -> list[str]:
    """Return the cases, going on and closed, in which an identity or telephone number stands.

    Closed cases keep no hash, so every encrypted entry is opened (about 20,000 in a second);
    Unavailable when a key is missing, for then nobody can say that these are all.
    """
    wanted = _folded(number)
    if len(wanted) < _SHORTEST:
        raise BadInput(f"“{number}” is no number of a person", "an identity or telephone number")
    found: dict[str, None] = {}
    with ctx.database.read() as tx:
        for code, ordinal, private in cases.private_entries(tx):
            if code in found:
                continue
            match ctx.vault.unseal(private, about(code, ordinal)):
                case Locked(key):
                    raise Unavailable(
                        f"{code} cannot be read: hall.key is missing the key {key}",
                        "put the key back; without it nobody can say what is kept of whom",
                    )
                case values:
                    if any(_folded(value) == wanted for value in values.values()):
                        found[code] = None
    return [*found]


def person_file(ctx: Context, number: str, by: str) -> list[ShownCase]:
    """Return all that is kept of a person, to be handed to them; that it was is a fact."""
    found = [show_case(ctx, code) for code in cases_of(ctx, number)]
    disclose(ctx, "person", len(found), by)
    return found


@permitted
def disclose(ctx: Context, what: str, count: int, by: str) -> None:
    """Tell that personal fields left the hall in a file."""
    with unit(ctx) as work:
        work.tell(CasesDisclosed(what, count, by))


def _folded(value: str) -> str:
    return "".join(value.split()).upper()
