"""What happens to the cases of the registers; personal fields are told by a digest alone."""

from dataclasses import dataclass


@dataclass(frozen=True)
class CaseOpened:
    """A case was opened in a register. `private` is the SHA-256 of the encrypted personal fields,
    "" when there are none.
    """

    case: str
    register: str
    origin: str
    role: str
    by: str
    state: str
    values: dict[str, str]
    private: str = ""


@dataclass(frozen=True)
class CaseStepped:
    """A step was taken: what was written with it, and the state after it."""

    case: str
    step: str
    role: str
    by: str
    state: str
    closed: bool
    values: dict[str, str]
    private: str = ""


@dataclass(frozen=True)
class CaseImported:
    """A case with a past of its own was taken in, beginning with its first step, taken `at`."""

    case: str
    register: str
    origin: str
    role: str
    by: str
    state: str
    values: dict[str, str]
    at: str
    imported_by: str
    private: str = ""


@dataclass(frozen=True)
class StepImported:
    """A further step of a case that was taken in, taken `at`."""

    case: str
    step: str
    role: str
    by: str
    state: str
    values: dict[str, str]
    at: str
    private: str = ""


@dataclass(frozen=True)
class DeadlineSet:
    """How a deadline stands now. Moments are ISO; `year` is the one the calendar lacks."""

    case: str
    deadline: str
    phase: str
    round: int
    start: str
    due: str | None = None
    ended: str | None = None
    count: int | None = None
    year: int | None = None


@dataclass(frozen=True)
class CaseAlarmed:
    """An alarm of a deadline, which was to ring `at`, has rung for `to`."""

    case: str
    deadline: str
    alarm: str
    at: str
    to: str


@dataclass(frozen=True)
class CaseForgotten:
    """The personal fields of a closed case are gone: its time was over, or with `on_request` the
    person asked.
    """

    case: str
    on_request: bool = False
    by: str = ""


@dataclass(frozen=True)
class CasesDisclosed:
    """Personal fields left the hall in a file: `what` says which, never whose."""

    what: str
    cases: int
    by: str


@dataclass(frozen=True)
class CalendarLoaded:
    """The calendar of these years was put in, or changed."""

    years: tuple[int, ...]
    by: str
