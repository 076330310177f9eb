"""The duty as the facts tell it: evacuations, what became of alarms, helpers' keys."""

from dataclasses import dataclass, field
from datetime import datetime

AlarmKey = tuple[str, str]
"""Kind and subject."""


@dataclass
class ToldAlarm:
    """What became of an alarm: who took it and who was there, and when."""

    taken: tuple[datetime, str] | None = None
    met: tuple[datetime, str] | None = None
    escalated: datetime | None = None


@dataclass
class ToldDuty:
    """As rebuilt from facts, or as the tables have it. `evacuations` are words with beginning and
    end; `keys` maps a digest to its helper and whether the page is open.
    """

    evacuations: list[tuple[str, str, datetime, datetime | None]] = field(default_factory=list)
    alarms: dict[AlarmKey, ToldAlarm] = field(default_factory=dict)
    keys: dict[str, tuple[str, bool]] = field(default_factory=dict)
