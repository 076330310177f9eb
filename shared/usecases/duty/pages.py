"""Helpers' pages on their phones: opened by a key nobody can guess, closed for good."""

import secrets
from hashlib import sha256

from shared.domain.errors import BadInput, Refused
from shared.domain.events import HelperKeyEnded, HelperKeyMade
from shared.storage import helper_keys
from shared.storage.database import lock_facts
from shared.storage.helper_keys import HelperKey
from shared.usecases.context import Context
from shared.usecases.permitted import permitted
from shared.usecases.unit import unit

BYTES = 18
"""Random bytes of a key: 144 bits."""

LONGEST = 20


@permitted
def open_page(ctx: Context, helper: str, by: str) -> str:
    """Return the key of a helper's new page: told this once, the hall keeps its digest alone.

    A page the helper had before is closed.
    """
    name = helper.strip()
    if not 0 < len(name) <= LONGEST:
        raise BadInput(f"“{helper}” is no name", f"a name has 1 to {LONGEST} characters")
    key = secrets.token_urlsafe(BYTES)
    with unit(ctx) as work:
        lock_facts(work.tx)
        ended = helper_keys.open_ones(work.tx, name)
        for one in ended:
            helper_keys.end(work.tx, one.digest, work.now)
        helper_keys.add(work.tx, _digest(key), name, work.now)
        for one in ended:
            work.tell(HelperKeyEnded(one.digest, name, by))
        work.tell(HelperKeyMade(_digest(key), name, by))
    return key


@permitted
def close_page(ctx: Context, helper: str, by: str) -> None:
    """Close a helper's page for good; Refused when none is open."""
    name = helper.strip()
    with unit(ctx) as work:
        lock_facts(work.tx)
        ended = helper_keys.open_ones(work.tx, name)
        if not ended:
            raise Refused(f"{helper} has no page", "hall duty pages shows whose are open")
        for one in ended:
            helper_keys.end(work.tx, one.digest, work.now)
        for one in ended:
            work.tell(HelperKeyEnded(one.digest, name, by))


def open_pages(ctx: Context) -> list[HelperKey]:
    """Return whose pages are open."""
    with ctx.database.read() as tx:
        return helper_keys.open_ones(tx)


def helper_of(ctx: Context, key: str) -> str | None:
    """Return whose page a key opens, None for a key that opens none."""
    with ctx.database.read() as tx:
        found = helper_keys.find(tx, _digest(key))
    return found.name if found else None


def _digest(key: str) -> str:
    return sha256(key.encode()).hexdigest()
