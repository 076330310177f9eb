"""What each fact of the duty does to the rebuilt hall."""

from shared.domain.events import (
    AlarmEscalated,
    AlarmMet,
    AlarmTaken,
    EvacuationBegan,
    EvacuationEnded,
    HelperKeyEnded,
    HelperKeyMade,
)
from shared.domain.rebuilding import Contradiction, Rebuilding
from shared.domain.rebuilt_duty import ToldAlarm
from shared.domain.seal import RawFact
from shared.domain.steps import step


@step.register
def _(event: EvacuationBegan, fact: RawFact, hall: Rebuilding) -> None:
    told = hall.duty.evacuations
    if told and told[-1][3] is None:
        raise Contradiction("the hall was being evacuated already")
    told.append((event.text, event.text_en, fact.at, None))


@step.register
def _(_event: EvacuationEnded, fact: RawFact, hall: Rebuilding) -> None:
    told = hall.duty.evacuations
    if not told or told[-1][3] is not None:
        raise Contradiction("the hall was not being evacuated")
    told[-1] = (*told[-1][:3], fact.at)


@step.register
def _(event: AlarmTaken, fact: RawFact, hall: Rebuilding) -> None:
    _alarm(event, hall).taken = (fact.at, event.by)


@step.register
def _(event: AlarmMet, fact: RawFact, hall: Rebuilding) -> None:
    alarm = _alarm(event, hall)
    alarm.met = (fact.at, event.by)
    alarm.taken = alarm.taken or alarm.met


@step.register
def _(event: AlarmEscalated, fact: RawFact, hall: Rebuilding) -> None:
    _alarm(event, hall).escalated = fact.at


@step.register
def _(event: HelperKeyMade, _fact: RawFact, hall: Rebuilding) -> None:
    hall.duty.keys[event.digest] = (event.helper, True)


@step.register
def _(event: HelperKeyEnded, _fact: RawFact, hall: Rebuilding) -> None:
    hall.duty.keys[event.digest] = (event.helper, False)


def _alarm(event: AlarmTaken | AlarmMet | AlarmEscalated, hall: Rebuilding) -> ToldAlarm:
    return hall.duty.alarms.setdefault((event.kind, event.subject), ToldAlarm())
