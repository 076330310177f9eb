"""What a call sounds like, pure: chime, languages, repetition; and how loud it is at which hour."""

from collections.abc import Iterable
from datetime import time

from shared.config import VoiceToml
from shared.domain.ticket import TicketNumber
from shared.voice.reading import Reader
from shared.voice.spoken import REPEAT, SENTENCE, Clip, Language, Piece, Pieces, call, summons

CHIME = Clip("chime", "zh_CN")


def announcement(
    rules: VoiceToml, number: str, window: int, own: Language | None, others: int
) -> Pieces:
    """Return one call. `own` is the language the ticket was taken in, `others` how many calls are
    due as well: when they are many it is said once and without chime.
    """
    languages = (*rules.languages, *((own,) if own and own not in rules.languages else ()))
    ticket = TicketNumber.parse(number)
    once = _between(SENTENCE, (call(ticket, window, language) for language in languages))
    if others >= rules.busy:
        return once
    said = _between(REPEAT, [once] * rules.repeat)
    return (CHIME, *said) if rules.chime else said


def summoned(rules: VoiceToml, who: str, window: int) -> Pieces:
    """Return how staff are asked to a window: in Chinese, without chime: it is for nobody else."""
    return _between(REPEAT, [summons(who, window, "zh_CN")] * rules.repeat)


def leaving(reader: Reader, text: str, text_en: str) -> Pieces:
    """Return one saying of an evacuation."""
    parts = [reader.pieces(text, "zh_CN"), reader.pieces(text, "zh_CN")]
    return (CHIME, *_between(SENTENCE, [*parts, reader.pieces(text_en, "en")]))


def volume_at(rules: VoiceToml, moment: time) -> int:
    """Return the volume at a time of day, 0 to 100; 0 in quiet hours."""
    for hours in rules.hours:
        if hours.begins < hours.to:
            inside = hours.begins <= moment < hours.to
        else:
            inside = moment >= hours.begins or moment < hours.to
        if inside:
            return hours.volume
    return rules.volume


def _between(pause: Piece, parts: Iterable[Pieces]) -> Pieces:
    said: list[Piece] = []
    for part in parts:
        said += [pause, *part] if said else part
    return tuple(said)
