"""What the registers say for the appraisal (考核): counted, never judged."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class CasePast:
    """A case of the period. `people` acted in it for the hall, `late` when a binding deadline was
    missed; `halving` is its promised limit over its legal one, None where either is missing.
    """

    register: str
    window: str
    department: str
    people: frozenset[str]
    late: bool
    halving: float | None = None


@dataclass
class Tally:
    """How many cases of each register, and how many of them were late."""

    cases: Counter[str] = field(default_factory=Counter)
    late: Counter[str] = field(default_factory=Counter)

    def add(self, case: CasePast) -> None:
        """Count a case."""
        self.cases[case.register] += 1
        self.late[case.register] += case.late


@dataclass(frozen=True)
class Appraisal:
    """Tallies of the hall and of each window, person and department that is known.

    `halving` is the mean of promised over legal limits (004 限时办结制 第六条: at most 0.5).
    """

    hall: Tally
    windows: Mapping[str, Tally]
    people: Mapping[str, Tally]
    departments: Mapping[str, Tally]
    halving: float | None


def appraise(cases: Iterable[CasePast]) -> Appraisal:
    """Count the cases; one in which two people acted counts for both."""
    hall = Tally()
    windows: defaultdict[str, Tally] = defaultdict(Tally)
    people: defaultdict[str, Tally] = defaultdict(Tally)
    departments: defaultdict[str, Tally] = defaultdict(Tally)
    shares = []
    for case in cases:
        hall.add(case)
        if case.window:
            windows[case.window].add(case)
        if case.department:
            departments[case.department].add(case)
        for person in case.people:
            people[person].add(case)
        if case.halving is not None:
            shares.append(case.halving)
    return Appraisal(
        hall,
        dict(sorted(windows.items(), key=lambda one: (len(one[0]), one[0]))),
        dict(sorted(people.items())),
        dict(sorted(departments.items())),
        sum(shares) / len(shares) if shares else None,
    )
