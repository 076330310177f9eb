"""The list on the items screen: items or groups, ready to be shown."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from kiosk.flow import Looking, Mode
from kiosk.search import Entry, find

MARK_COLOUR = "#0B3A82"
"""Theme.action; styled text takes no binding."""


@dataclass(frozen=True)
class Row:
    """One row: `code` for an item, `group` for a department or type. `marked` is styled text."""

    name: str
    marked: str
    detail: str
    waiting: int = -1
    place: str = ""
    code: str = ""
    group: str = ""


@dataclass(frozen=True)
class Offer:
    """What the kiosk can show: items, the frequent ones, and where each queue is served."""

    entries: tuple[Entry, ...]
    frequent: tuple[Entry, ...]
    places: Mapping[str, str]


def rows(offer: Offer, looking: Looking, waiting: Mapping[str, int]) -> list[Row]:
    """Return the rows for what the applicant looks at; `waiting` people per queue."""

    def item(entry: Entry, parts: Sequence[tuple[int, int]] = ()) -> Row:
        return Row(
            name=entry.name,
            marked=_marked(entry.name, parts),
            detail=f"{entry.type} · {entry.department}",
            waiting=waiting.get(entry.queue, 0),
            place=offer.places.get(entry.queue, ""),
            code=entry.code,
        )

    match looking.mode:
        case Mode.FREQUENT:
            return [item(entry) for entry in offer.frequent]
        case Mode.SEARCH:
            return [item(hit.entry, hit.parts) for hit in find(offer.entries, looking.typed)]
        case Mode.DEPARTMENT:
            return _grouped(offer.entries, looking.group, lambda entry: entry.department, item)
        case Mode.TYPE:
            return _grouped(offer.entries, looking.group, lambda entry: entry.type, item)


def _grouped(
    entries: Sequence[Entry],
    chosen: str,
    group_of: Callable[[Entry], str],
    item: Callable[[Entry], Row],
) -> list[Row]:
    if chosen:
        return [item(entry) for entry in entries if group_of(entry) == chosen]
    counts: dict[str, int] = {}
    for entry in entries:
        counts[group_of(entry)] = counts.get(group_of(entry), 0) + 1
    largest_first = sorted(counts.items(), key=lambda pair: -pair[1])
    return [Row(name, escape(name), f"{count}项", group=name) for name, count in largest_first]


def _marked(name: str, parts: Sequence[tuple[int, int]]) -> str:
    """The name as styled text; matched parts underlined as well, for colour alone tells some
    people nothing.
    """
    shown, done = "", 0
    for start, end in parts:
        mark = f'<u><font color="{MARK_COLOUR}">{escape(name[start:end])}</font></u>'
        shown += escape(name[done:start]) + mark
        done = end
    return shown + escape(name[done:])
