"""Guides of items, for every screen that shows them."""

from dataclasses import dataclass

from shared.domain.guide import Guide
from shared.storage import guides, items
from shared.usecases.context import Context


def guide_of(ctx: Context, item: str) -> Guide | None:
    """Return the guide of the item with this code, None when the hall has none for it."""
    with ctx.database.read() as tx:
        return guides.find(tx, item)


def all_guides(ctx: Context) -> dict[str, Guide]:
    """Return every guide by its item's code, as far as the hall offers the item."""
    with ctx.database.read() as tx:
        offered = {item.code for item in items.everything(tx)}
        return {one.item: one for one in guides.everything(tx) if one.item in offered}


@dataclass(frozen=True)
class Covered:
    """How many items there are, how many have a guide, and how many of those were made up."""

    items: int
    guides: int
    samples: int


def covered(ctx: Context) -> Covered:
    """Count the items with and without a guide."""
    with ctx.database.read() as tx:
        offered = len(items.everything(tx))
    known = all_guides(ctx)
    return Covered(offered, len(known), sum(guide.sample for guide in known.values()))
