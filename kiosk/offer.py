"""What the kiosk offers: the hall's items, what people call them, those asked for most."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from kiosk.search import CommonWord, Entry, Finder
from shared.assets import CATALOG
from shared.domain.errors import BadInput
from shared.domain.hall import window_place
from shared.usecases.context import Context
from shared.usecases.list_catalog import ListedItem, list_catalog
from shared.usecases.queries import asked_for_most

COMMON_WORDS = "common_words.csv"
LATELY = timedelta(days=14)
"""How far back 常办 looks (*ours*)."""
MOST = 16
"""How many items 常办 holds at most; those the hall names are always there."""


@dataclass(frozen=True)
class Offer:
    """What the kiosk can show: items, the frequent ones, and where each queue is served."""

    entries: tuple[Entry, ...]
    frequent: tuple[Entry, ...]
    places: Mapping[str, str]
    finder: Finder

    def entry(self, code: str) -> Entry | None:
        """Return the item with this code."""
        return next((entry for entry in self.entries if entry.code == code), None)

    def with_frequent(self, codes: tuple[str, ...]) -> "Offer":
        """Return the same offer with other frequent items."""
        found = (self.entry(code) for code in codes)
        return replace(self, frequent=tuple(entry for entry in found if entry))


def load_offer(ctx: Context) -> Offer:
    """Read what the kiosk offers: every item somebody serves."""
    entries = tuple(_entry(one) for one in list_catalog(ctx))
    places = {
        queue.letter: window_place(ctx.hall.windows_for(queue.letter)) for queue in ctx.hall.queues
    }
    finder = Finder(entries, common_words(ctx.config.folder))
    return Offer(entries, (), places, finder).with_frequent(frequent_now(ctx, entries))


def frequent_now(ctx: Context, entries: tuple[Entry, ...]) -> tuple[str, ...]:
    """Return the codes of the frequent items: the hall's own, then those asked for most lately."""
    codes = {entry.name: entry.code for entry in entries} | {e.code: e.code for e in entries}
    named = [codes[name] for name in ctx.hall.frequent if name in codes]
    asked = [code for code in asked_for_most(ctx, LATELY, MOST) if code in codes]
    wanted = tuple(dict.fromkeys((*named, *asked)))
    return wanted[: max(MOST, len(named))]


def common_words(folder: Path) -> tuple[CommonWord, ...]:
    """Read what people call things: the hall's own table, else the one that ships."""
    own = folder / COMMON_WORDS
    path = own if own.is_file() else CATALOG / COMMON_WORDS
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return tuple(
                CommonWord(
                    row["word"], row["pinyin"], row["initials"], tuple(row["items"].split("|"))
                )
                for row in csv.DictReader(file)
            )
    except (KeyError, AttributeError, OSError, UnicodeDecodeError) as error:
        raise BadInput(
            f"{path} cannot be read: {error!r}", "its columns are word,pinyin,initials,items"
        ) from error


def _entry(listed: ListedItem) -> Entry:
    item = listed.item
    return Entry(
        code=item.code,
        name=item.name,
        type=item.type,
        department=item.department,
        queue=listed.queue,
        pinyin=item.pinyin,
        initials=item.initials,
    )
