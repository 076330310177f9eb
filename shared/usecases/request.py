"""What an applicant asks for, and the items and queues that become of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from shared.domain.errors import BadInput
from shared.domain.visit import Bundle, Errand
from shared.storage import Transaction, items
from shared.storage.items import OfferedItem
from shared.usecases.context import Context


@dataclass(frozen=True)
class Request:
    """What the applicant wants. `service` is an item's or a bundle's code or full name, `more`
    further items of the same visit; green may do without any.

    `printer` names the worker that shall print the slip; None when no slip is wanted. `category`
    is the code or name of a green category, where staff open the green channel. `booked_for` is
    the time of an appointment, today. `by` is who acts for the applicant, if anybody does,
    `language` the one to call in besides the hall's own: "zh_CN", "en", or empty.
    """

    service: str | None = None
    green: bool = False
    printer: str | None = None
    origin: str = "kiosk"
    more: tuple[str, ...] = ()
    category: str | None = None
    booked_for: datetime | None = None
    by: str = ""
    language: str = ""


@dataclass(frozen=True)
class Wanted:
    """The items of a visit in the order they are gone to, and what the whole is called."""

    errands: tuple[Errand, ...]
    name: str | None


def wanted(ctx: Context, tx: Transaction, request: Request) -> Wanted:
    """Find what was asked for; BadInput for an item the hall does not have."""
    if request.service is None:
        if request.green and not request.more:
            return Wanted((), None)
        raise BadInput("no service was named", "name one, or ask for a green ticket (--green)")
    errands: list[Errand] = []
    names: list[str] = []
    for text in (request.service, *request.more):
        bundle = _bundle(ctx.hall.bundles, text.strip())
        found = _bundled(ctx, tx, bundle) if bundle else [_errand(ctx, tx, text)]
        errands += [errand for errand in found if errand not in errands]
        names.append(bundle.name if bundle else found[0].name)
    return Wanted(tuple(errands), "、".join(dict.fromkeys(names)))


def queue_of(ctx: Context, item: OfferedItem) -> str:
    """Return the queue of an item: the one its list states, else the one the routes give."""
    if item.stated_queue:
        return ctx.hall.queue(item.stated_queue).letter
    return ctx.hall.route(item.code, item.department, item.type)


def _bundle(bundles: Sequence[Bundle], text: str) -> Bundle | None:
    for bundle in bundles:
        if text in (bundle.code, bundle.name):
            return bundle
    return None


def _bundled(ctx: Context, tx: Transaction, bundle: Bundle) -> list[Errand]:
    errands = [_errand(ctx, tx, item) for item in bundle.items]
    if bundle.queue is None:
        return errands
    return [Errand(errand.item, errand.name, bundle.queue) for errand in errands]


def _errand(ctx: Context, tx: Transaction, text: str) -> Errand:
    named = text.strip()
    item = items.find(tx, named)
    if item is not None:
        return Errand(item.code, item.name, queue_of(ctx, item))
    similar = "、".join(items.names_like(tx, named)) if named else ""
    raise BadInput(
        f"there is no service “{text}”",
        f"did you mean: {similar}" if similar else "hall catalog list shows every code and name",
    )
