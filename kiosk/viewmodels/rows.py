"""The list on the items page: items or groups, ready to be shown."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from kiosk.offer import Offer
from kiosk.pages import Looking, Way
from kiosk.search import Entry, Hit
from shared.domain.said import named, said


@dataclass(frozen=True)
class Row:
    """One row: `code` for an item, `group` for a department or type.

    `marked` is styled text with what matched underlined; where it is empty the name is shown.
    """

    name: str
    marked: str
    detail: str
    waiting: int = -1
    place: str = ""
    code: str = ""
    group: str = ""


def rows(offer: Offer, looking: Looking, waiting: Mapping[str, int]) -> list[Row]:
    """Return the rows for what the applicant looks at; `waiting` people per queue."""

    def item(entry: Entry, hit: Hit | None = None) -> Row:
        kind, department = named(entry.type), named(entry.department)
        detail = said("items", "{kind} · {department}").of(kind=kind, department=department)
        if hit and hit.word:
            detail = said("items", "“{word}” · {department}").of(
                word=hit.word, department=department
            )
        return Row(
            name=entry.name,
            marked=_marked(entry.name, hit.parts if hit else ()),
            detail=detail,
            waiting=waiting.get(entry.queue, 0),
            place=offer.places.get(entry.queue, ""),
            code=entry.code,
        )

    match looking.way:
        case Way.FREQUENT:
            return [item(entry) for entry in offer.frequent]
        case Way.SEARCH:
            return [item(hit.entry, hit) for hit in offer.finder.find(looking.typed)]
        case Way.DEPARTMENT:
            return _grouped(offer.entries, looking.group, lambda entry: entry.department, item)
        case Way.TYPE:
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
    return [
        Row(named(name), "", said("items", "{count}项").of(count=count), group=name)
        for name, count in largest_first
    ]


def _marked(name: str, parts: Sequence[tuple[int, int]]) -> str:
    """The name as styled text; matched parts are underlined, for colour alone tells some people
    nothing.
    """
    shown, done = "", 0
    for start, end in parts:
        shown += f"{escape(name[done:start])}<u>{escape(name[start:end])}</u>"
        done = end
    return shown + escape(name[done:])
