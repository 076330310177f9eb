"""What happens to the hall as a whole: its day, its queues, its helpers."""

from dataclasses import dataclass


@dataclass(frozen=True)
class DayBegan:
    """A business day began: numbers start from 001, every queue is open by its sessions."""

    day: str


@dataclass(frozen=True)
class DayClosed:
    """No number is given out any more on this day; `left_over` is void or carried."""

    day: str
    by: str


@dataclass(frozen=True)
class DayReopened:
    """Numbers are given out again on this day."""

    day: str
    by: str


@dataclass(frozen=True)
class QueueClosed:
    """A queue takes nobody in until it is opened again or the day ends."""

    queue: str
    reason: str
    by: str


@dataclass(frozen=True)
class QueueOpened:
    """A queue takes people in again."""

    queue: str
    by: str


@dataclass(frozen=True)
class DeviceChanged:
    """A device is in another state (DeviceState), and why; the ports' names are no persons."""

    device: str
    state: str
    reason: str = ""


@dataclass(frozen=True)
class HelperAsked:
    """A helper (帮办员) is needed for a green ticket; unanswered, the alert escalates at `due`.

    `window` is where to go, 0 where nobody knows.
    """

    number: str
    alert: int
    due: str
    window: int = 0


@dataclass(frozen=True)
class HelperTaken:
    """A helper has taken the alert."""

    number: str
    alert: int
    by: str


@dataclass(frozen=True)
class HelperMet:
    """The helper is with the person."""

    number: str
    alert: int
    by: str


@dataclass(frozen=True)
class HelperEscalated:
    """Nobody took the alert in time; it goes to the duty manager."""

    number: str
    alert: int


@dataclass(frozen=True)
class KioskTended:
    """Staff did something at a kiosk itself: entered (or was refused) by the PIN, closed it, put in
    paper … `at` is when (ISO 8601), if the database was away then and it is told late.
    """

    kiosk: str
    act: str
    detail: str = ""
    at: str | None = None
