"""What a call consists of, and how loud it is when."""

from datetime import time

from display.voice.words import CHIME, announcement, volume_at
from shared.config.schema import VoiceHoursToml, VoiceToml
from shared.domain.ticket import TicketNumber
from shared.voice.spoken import REPEAT, SENTENCE, call

CALL = call(TicketNumber("A", 12), 3, "zh_CN")
ENGLISH = call(TicketNumber("A", 12), 3, "en")


def test_a_call_is_said_twice_after_a_chime() -> None:
    said = announcement(VoiceToml(), "A012", 3, None, 0)
    assert said == (CHIME, *CALL, REPEAT, *CALL)
    assert announcement(VoiceToml(repeat=1, chime=False), "A012", 3, None, 0) == CALL


def test_the_language_of_a_ticket_is_said_too() -> None:
    both = (*CALL, SENTENCE, *ENGLISH)
    assert announcement(VoiceToml(), "A012", 3, "en", 0) == (CHIME, *both, REPEAT, *both)
    assert announcement(VoiceToml(), "A012", 3, "zh_CN", 5) == CALL
    rules = VoiceToml(languages=("zh_CN", "en"), repeat=1)
    assert announcement(rules, "A012", 3, "en", 0) == (CHIME, *both)


def test_when_many_wait_a_call_is_said_once() -> None:
    assert announcement(VoiceToml(busy=2), "A012", 3, None, 1)[0] == CHIME
    assert announcement(VoiceToml(busy=2), "A012", 3, None, 2) == CALL


def test_volume_by_time_of_day() -> None:
    rules = VoiceToml(
        volume=70,
        hours=(
            VoiceHoursToml(time(12), time(13, 30), 30),
            VoiceHoursToml(time(22), time(6), 0),
        ),
    )
    times = [(11, 59), (12, 0), (13, 29), (13, 30), (21, 59), (22, 0), (0, 0), (5, 59), (6, 0)]
    assert [volume_at(rules, time(*at)) for at in times] == [70, 30, 30, 70, 70, 0, 0, 0, 70]
