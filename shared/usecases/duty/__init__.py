"""The duty manager's alarms: read from what the hall knows, taken, met, escalated."""

from shared.usecases.duty.acts import escalate_alarm, meet_alarm, take_alarm
from shared.usecases.duty.queries import DutyNow, alarms_now, duty_now

__all__ = [
    "DutyNow",
    "alarms_now",
    "duty_now",
    "escalate_alarm",
    "meet_alarm",
    "take_alarm",
]
