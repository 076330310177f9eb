"""What each value of `hall.toml` allows by itself but the file as a whole does not."""

import re
from collections.abc import Iterator, Sequence
from datetime import time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from shared.config.keys import wrong_keys
from shared.config.schema import HallFile, PhoneToml, SessionToml
from shared.domain.ticket import GREEN_PREFIX, TicketClass

Problem = tuple[str, str]
"""Path of the value, and what is wrong with it."""


def contradictions(file: HallFile) -> Iterator[Problem]:
    """Yield every contradiction, in the order of the file's tables."""
    yield from _hall(file)
    yield from _queues(file)
    yield from _windows(file)
    yield from _green(file)
    yield from _led(file)
    yield from _references(file)
    yield from wrong_keys(file)
    yield from _phone(file.phone)


def _hall(file: HallFile) -> Iterator[Problem]:
    try:
        ZoneInfo(file.hall.timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        yield "$.hall.timezone", f"there is no time zone {file.hall.timezone}"
    if len(file.dispatch.rates) < len(TicketClass):
        yield "$.dispatch.rates", "every class needs a rate: green, booked and ordinary"
    last = time.min
    for i, (begins, ends) in enumerate(file.work.hours):
        if not last <= begins < ends:
            yield f"$.work.hours[{i}]", "working hours follow one another within a day"
        last = ends
    for i, hours in enumerate(file.voice.hours):
        if hours.begins == hours.to:
            yield f"$.voice.hours[{i}].to", "these hours are empty: they end when they begin"


def _queues(file: HallFile) -> Iterator[Problem]:
    letters = [queue.letter for queue in file.queue]
    for i in _repeated(letters):
        yield f"$.queue[{i}].letter", f"queue {letters[i]} is named twice"
    if GREEN_PREFIX not in letters:
        yield "$.queue", "the green channel needs a [[queue]] with letter G"


def _windows(file: HallFile) -> Iterator[Problem]:
    numbers = [window.number for window in file.window]
    for i in _repeated(numbers):
        yield f"$.window[{i}].number", f"window {numbers[i]} is named twice"
    for i, window in enumerate(file.window):
        if GREEN_PREFIX in window.queues:
            yield f"$.window[{i}].queues", "G is green alone: write green = true instead"
        yield from _unknown(file, window.queues, f"$.window[{i}].queues")


def _green(file: HallFile) -> Iterator[Problem]:
    if not any(window.green for window in file.window):
        yield "$.window[0]", "the green channel needs a window with green = true"


def _led(file: HallFile) -> Iterator[Problem]:
    moments = [dim.start for dim in file.led.dim]
    for i in _repeated(moments):
        yield f"$.led.dim[{i}].from", f"{moments[i]} is named twice"


def _references(file: HallFile) -> Iterator[Problem]:
    for i, session in enumerate(file.session):
        yield from _times(session, f"$.session[{i}]")
        if session.queues != "all":
            yield from _unknown(file, session.queues, f"$.session[{i}].queues")
    for i, route in enumerate(file.route):
        if route.queue == GREEN_PREFIX:
            yield f"$.route[{i}].queue", "G is green alone: no item can go there"
        yield from _unknown(file, (route.queue,), f"$.route[{i}].queue")
    for i, bundle in enumerate(file.bundle):
        if bundle.queue == GREEN_PREFIX:
            yield f"$.bundle[{i}].queue", "G is green alone: no bundle can go there"
        if bundle.queue is not None:
            yield from _unknown(file, (bundle.queue,), f"$.bundle[{i}].queue")
    for name, codes in (
        ("bundle", [bundle.code for bundle in file.bundle]),
        ("category", [category.code for category in file.category]),
    ):
        for i in _repeated(codes):
            yield f"$.{name}[{i}].code", f"{name} {codes[i]} is named twice"
    for name, things in (("kiosk", file.kiosk), ("board", file.board)):
        ids = [thing.id for thing in things]
        for i in _repeated(ids):
            yield f"$.{name}[{i}].id", f"{name} {ids[i]} is named twice"


_BASE_URL = re.compile(r"https://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~-]+)*")
_LISTEN = re.compile(r"(\[[0-9A-Fa-f:]+\]|[A-Za-z0-9.-]+):[0-9]{1,5}")


def _phone(phone: PhoneToml) -> Iterator[Problem]:
    if phone.base_url is not None and not _BASE_URL.fullmatch(phone.base_url):
        yield (
            "$.phone.base_url",
            "the phones' address is https://NAME or https://NAME/PATH, with no / at the end",
        )
    if not _LISTEN.fullmatch(phone.listen):
        yield "$.phone.listen", "listen is HOST:PORT, as in 127.0.0.1:8080"


def _times(session: SessionToml, where: str) -> Iterator[Problem]:
    opens = session.opens.hour * 60 + session.opens.minute
    closes = session.to.hour * 60 + session.to.minute or 24 * 60
    if closes <= opens:
        yield f"{where}.to", "a session ends on the day it begins, after it began (00:00: midnight)"
    elif closes - opens <= session.last_intake_min:
        yield f"{where}.last_intake_min", "intake would end before it begins"


def _unknown(file: HallFile, letters: Sequence[str], where: str) -> Iterator[Problem]:
    known = {queue.letter for queue in file.queue}
    for letter in letters:
        if letter not in known:
            yield where, f"there is no [[queue]] {letter}"


def _repeated(values: Sequence[object]) -> Iterator[int]:
    return (i for i, value in enumerate(values) if value in values[:i])
