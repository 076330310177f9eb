"""What is known of the hall's devices, and which changes are worth telling."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

WINDOW = timedelta(minutes=10)
MOST_CHANGES = 12
"""So many changes of one device are told within WINDOW; then it is called unsteady, once."""


class DeviceState(StrEnum):
    """How a device is, as far as anybody knows."""

    WORKING = "working"
    AWAY = "away"  # its port cannot be opened, or was lost
    SILENT = "silent"  # the port is fine, the device does not answer
    REFUSING = "refusing"  # it answers that it will not
    TROUBLE = "trouble"  # it says what is wrong: no paper, cover open
    UNSTEADY = "unsteady"  # it changed so often that single changes are not told for a while
    OFF = "off"  # the program that drives it was stopped


@dataclass(frozen=True)
class KnownDevice:
    """The last known state of a device, `since` then. `changes` were told since `counted_from`."""

    device: str
    state: DeviceState
    reason: str
    since: datetime
    changes: int = 1
    counted_from: datetime | None = None

    def after(self, state: DeviceState, reason: str, now: datetime) -> "KnownDevice | None":
        """Return what is known when this is heard; None when it is no news, or too much of it."""
        if (state, reason) == (self.state, self.reason):
            return None
        start = self.counted_from or self.since
        # A clock that was set back begins to count anew, rather than waiting for its old time.
        if not start <= now < start + WINDOW:
            return KnownDevice(self.device, state, reason, now, 1, now)
        if self.state is DeviceState.UNSTEADY:
            return None
        if self.changes < MOST_CHANGES:
            return KnownDevice(self.device, state, reason, now, self.changes + 1, start)
        minutes = int(WINDOW.total_seconds() // 60)
        why = f"{self.changes} changes within {minutes} minutes"
        return KnownDevice(self.device, DeviceState.UNSTEADY, why, now, self.changes + 1, now)
