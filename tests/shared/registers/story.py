"""Reads the stories: a line each for the clock, a step, a refusal, and what is true after it."""

import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from shared.domain.errors import HallError
from shared.domain.register.declaration import Role
from shared.storage import case_clocks
from shared.usecases.cases import advance_case, open_case, show_case
from shared.usecases.cases.alarms import raise_alarm
from tests.support.halls import MONDAY_10, ZONE, SampleHall

STORIES = Path(__file__).parent / "stories"
_UNITS = {"m": "minutes", "h": "hours", "d": "days"}


@dataclass
class Seen:
    """What the stories of a register have shown."""

    steps: set[str] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    phases: set[tuple[str, str]] = field(default_factory=set)
    ways: set[str] = field(default_factory=set)


def stories(register: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each story's title and lines."""
    text = (STORIES / f"{register}.txt").read_text(encoding="utf-8")
    for part in text.split("# ")[1:]:
        title, *lines = part.strip().splitlines()
        yield title, [line for line in lines if line.strip()]


class Teller:
    """Plays stories in a hall; every one begins on Monday at ten."""

    def __init__(self, hall: SampleHall, register: str) -> None:
        self.seen = Seen()
        self._hall, self._register = hall, register
        self._code = ""
        self._proposed: tuple[str, ...] = ()
        self._rung: list[str] = []
        self._opened_by_alarm = 0

    def play(self, title: str, lines: list[str]) -> None:
        self.seen.ways.add(title.partition(":")[0].partition(",")[0])
        self._hall.clock.now = MONDAY_10
        for line in lines:
            try:
                self._line(line)
            except HallError as error:
                pytest.fail(f"{title} | {line}: {error.message} ({error.hint})")

    def _line(self, line: str) -> None:
        match line.split(maxsplit=1)[0]:
            case "open":
                self._open(line)
            case "!open":
                what, _, words = line[1:].partition(" ~ ")
                with pytest.raises(HallError, match=words.strip()):
                    self._open(what)
            case "!":
                what, _, words = line[2:].partition(" ~ ")
                before = show_case(self._hall.ctx, self._code).log
                with pytest.raises(HallError, match=words.strip()):
                    self._step(what)
                assert show_case(self._hall.ctx, self._code).log == before
            case "=":
                self._expect(line.split()[1], line.split()[2:])
            case "rings":
                self._ring()
                assert set(line.split()[1:]) <= set(self._rung), f"{line}: {self._rung}"
            case "papers":
                shown = show_case(self._hall.ctx, self._code).papers
                assert sorted(paper.title for paper in shown) == sorted(line.split()[1:])
            case "proposed":
                (code,) = self._proposed
                assert show_case(self._hall.ctx, code).register.code == line.split()[1]
            case "proposed_by_alarm":
                assert self._opened_by_alarm > 0
            case clock if clock[0] == "+":
                self._hall.clock.now += timedelta(**{_UNITS[clock[-1]]: int(clock[1:-1])})
            case clock if clock[0] == "@":
                self._hall.clock.now = datetime.fromisoformat(clock[1:]).replace(tzinfo=ZONE)
            case _:
                self._step(line)

    def _open(self, line: str) -> None:
        words = shlex.split(line)[1:]
        role = Role.CLERK
        if "as" in words:
            place = words.index("as")
            role = Role(words[place + 1])
            del words[place : place + 2]
        fields = dict(word.split("=", 1) for word in words)
        opened = open_case(self._hall.ctx, self._register, fields, role=role, by="测试员")
        self._code, self._proposed = opened.code, opened.proposed
        self._rung.clear()
        self.seen.steps.add("open")
        self._look()

    def _step(self, line: str) -> None:
        role, step, *words = shlex.split(line)
        fields = dict(word.split("=", 1) for word in words)
        done = advance_case(self._hall.ctx, self._code, step, fields, role=Role(role), by="测试员")
        self._proposed = done.proposed
        self.seen.steps.add(step)
        self._look()

    def _expect(self, state: str, deadlines: list[str]) -> None:
        shown = show_case(self._hall.ctx, self._code)
        assert shown.file.state == state
        found = {one.name: one for one in shown.deadlines}
        for wanted in deadlines:
            name, _, rest = wanted.partition(":")
            phase, _, due = rest.partition("@")
            assert name in found, f"{wanted}: {sorted(found)}"
            assert found[name].phase == phase, f"{wanted}: {found[name]}"
            if due:
                is_due = found[name].due
                assert is_due is not None
                assert is_due.astimezone(ZONE).isoformat()[:16] == due, wanted

    def _ring(self) -> None:
        with self._hall.ctx.database.read() as tx:
            before = len(list(case_clocks.to_reckon(tx)))
        while (rung := raise_alarm(self._hall.ctx)) is not None:
            if rung.code == self._code:
                self._rung.append(f"{rung.alarm.name}@{rung.alarm.deadline}")
        with self._hall.ctx.database.read() as tx:
            self._opened_by_alarm += len(list(case_clocks.to_reckon(tx))) - before

    def _look(self) -> None:
        shown = show_case(self._hall.ctx, self._code)
        self.seen.states.add(shown.file.state)
        self.seen.phases |= {(one.name, one.phase) for one in shown.deadlines}
