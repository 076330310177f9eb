"""What is said, pure: numbers and calls as the keys of clips, in Chinese and English."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from shared.domain.errors import BadInput
from shared.domain.ticket import TicketNumber

Language = Literal["zh_CN", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


def named(language: str) -> Language:
    """Return the language with this name; BadInput names those there are."""
    for known in LANGUAGES:
        if known == language:
            return known
    raise BadInput(f"the voice speaks no “{language}”", f"languages: {', '.join(LANGUAGES)}")


@dataclass(frozen=True)
class Clip:
    """One recorded or generated sound, by its key in the script of a language."""

    key: str
    language: Language


@dataclass(frozen=True)
class Pause:
    """Silence of `ms` milliseconds: a breath between the parts of a sentence."""

    ms: int


Piece = Clip | Pause
Pieces = tuple[Piece, ...]

BREATH = Pause(70)
"""Between the parts of a call."""

SENTENCE = Pause(220)
"""Between two sentences of a screen."""

REPEAT = Pause(450)
"""Between a call and the same call again."""

_ONES_WORDS = 20
MOST = 9_999


def number(value: int, language: Language) -> Pieces:
    """Say a number as a name or a rank: 十二, twelve; 二 stays 二. From 0 to 9999."""
    if not 0 <= value <= MOST:
        raise BadInput(f"{value} cannot be spoken", f"numbers from 0 to {MOST} can")
    keys = _chinese(value) if language == "zh_CN" else _english(value)
    return tuple(Clip(key, language) for key in keys)


def count(value: int, language: Language) -> Pieces:
    """Say how many there are: two of something is 两 in Chinese, twelve is 十二."""
    if language == "zh_CN" and value == 2:
        return (Clip("two", language),)
    return number(value, language)


def digits(text: str, language: Language) -> Pieces:
    """Say digits one by one, as of a ticket: 零一二."""
    return tuple(Clip(f"number-{int(digit)}", language) for digit in text)


def ticket(ticket_number: TicketNumber, language: Language) -> Pieces:
    """Say a ticket's number: its letter, then digit by digit as it is printed."""
    letter = Clip(f"letter-{ticket_number.prefix}", language)
    return (letter, *digits(str(ticket_number)[1:], language))


def call(ticket_number: TicketNumber, window: int, language: Language) -> Pieces:
    """Say one call: 请A零一二号，到三号窗口 / Ticket A zero one two, please go to window three."""
    name, place = ticket(ticket_number, language), number(window, language)
    if language == "zh_CN":
        please, ask, to, at = (
            Clip(f"call-{word}", language) for word in ("please", "number", "to", "window")
        )
        return (please, *name, ask, BREATH, to, *place, at)
    return (Clip("call-ticket", language), *name, BREATH, Clip("call-go", language), *place)


def summons(who: str, window: int, language: Language) -> Pieces:
    """Ask staff to a window: 请帮办员到一号窗口 / Assistant, please go to window one. `who` is the
    key of the clip that names them.
    """
    name, place = Clip(who, language), number(window, language)
    if language == "zh_CN":
        please, to, at = (Clip(f"call-{word}", language) for word in ("please", "to", "window"))
        return (please, name, BREATH, to, *place, at)
    return (name, BREATH, Clip("call-go", language), *place)


HELPER, DUTY = "call-helper", "call-duty"
"""Who is asked to a window: the clips that name them."""


def _chinese(value: int) -> Iterator[str]:
    if value < 10:
        yield f"number-{value}"
        return
    thousands, hundreds, tens, ones = value // 1000, value // 100 % 10, value // 10 % 10, value % 10
    if thousands:
        yield from ("two" if thousands == 2 else f"number-{thousands}", "thousand")
    if hundreds:
        yield from (f"number-{hundreds}", "hundred")
    elif thousands and (tens or ones):
        yield "number-0"
    if tens:
        # 十二 alone, but 一百一十二
        if tens > 1 or thousands or hundreds:
            yield f"number-{tens}"
        yield "number-10"
    elif hundreds and ones:
        yield "number-0"
    if ones:
        yield f"number-{ones}"


def _english(value: int) -> Iterator[str]:
    if value < _ONES_WORDS:
        yield f"number-{value}"
        return
    rest = value
    for unit, name in ((1000, "thousand"), (100, "hundred")):
        if rest >= unit:
            yield from (f"number-{rest // unit}", name)
            rest %= unit
    if not rest:
        return
    if value > 100:
        yield "and"
    if rest < _ONES_WORDS:
        yield f"number-{rest}"
        return
    yield f"number-{rest // 10 * 10}"
    if rest % 10:
        yield f"number-{rest % 10}"
