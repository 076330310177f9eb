"""Halls to test with: real folders, real databases, a clock that stands until it is moved."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from queue import Empty, Queue
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from shared.config import load_hall
from shared.domain.events import DayBegan, Event, Fact
from shared.domain.ticket import TicketNumber
from shared.storage import open_database
from shared.storage.facts import since
from shared.usecases.call_next import Called, call_next
from shared.usecases.context import Context
from shared.usecases.issue_ticket import IssuedTicket, Request, issue_ticket
from shared.usecases.queries import ShownTicket, show_ticket
from shared.usecases.unit import unit

SAMPLE = "luojiang"
ROOT = Path(__file__).parents[2]
ZONE = ZoneInfo("Asia/Shanghai")
MONDAY_10 = datetime(2026, 11, 23, 10, 0, tzinfo=ZONE)

COMPANY = "公司设立登记"  # queue C: windows 3 and 4
SOCIAL_CARD = "社会保障卡申领"  # queue E: window 5, which is green too
INVOICE = "发票领用"  # queue D: windows 5 and 6
LAND = "不动产登记"  # queue H: window 7

_T = TypeVar("_T")


class HandClock:
    """A clock that shows what it was set to."""

    def __init__(self, now: datetime = MONDAY_10) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **delta: float) -> None:
        self.now += timedelta(**delta)


@dataclass
class SampleHall:
    """A sample hall of its own, and short names for what tests do with it most."""

    ctx: Context
    clock: HandClock

    @property
    def folder(self) -> Path:
        return self.ctx.config.folder

    @property
    def file(self) -> Path:
        return self.folder / "hall.db"

    def issue(
        self, service: str | None = COMPANY, *, green: bool = False, printer: str | None = None
    ) -> IssuedTicket:
        return issue_ticket(self.ctx, Request(service, green, printer))

    def want(self, *services: str, **more: Any) -> str:
        """Ask for a visit of these services; returns its number."""
        first, *rest = services or (None,)
        return str(issue_ticket(self.ctx, Request(first, more=tuple(rest), **more)).number)

    def numbers(self, count: int, service: str = COMPANY) -> list[str]:
        return [str(self.issue(service).number) for _ in range(count)]

    def call(self, window: int = 3) -> Called:
        called = call_next(self.ctx, window)
        assert called is not None
        return called

    def next_number(self, window: int = 3) -> str | None:
        """Call the next ticket; returns its number, None when nobody waits."""
        called = call_next(self.ctx, window)
        return None if called is None else str(called.number)

    def ticket(self, number: str) -> ShownTicket:
        return show_ticket(self.ctx, TicketNumber.parse(number))

    def facts(self, after: int = 0) -> list[Fact]:
        with self.ctx.database.read() as tx:
            return since(tx, after, limit=10_000)

    def events(self, after: int = 0) -> list[Event]:
        """What has happened, without the beginning of days."""
        found = [fact.event for fact in self.facts(after)]
        return [event for event in found if not isinstance(event, DayBegan)]

    def begin_day(self) -> None:
        """Do what the first step of a day does besides its own work."""
        with unit(self.ctx):
            pass

    def rewrite(self, *changes: tuple[str, str]) -> None:
        """Change hall.toml (old text, new text) and read it again."""
        rewrite(self.folder, *changes)
        self.ctx.database.dispose()
        self.ctx = open_hall_with(self.folder, self.clock)


def open_hall_with(folder: Path, clock: Callable[[], datetime]) -> Context:
    config = load_hall(folder)
    return Context(config, open_database(config.database_url), clock)


def copy_hall(template: Path, folder: Path) -> Path:
    shutil.copytree(template, folder)
    return folder


def rewrite(folder: Path, *changes: tuple[str, str]) -> None:
    path = folder / "hall.toml"
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, f"{old!r} is not in hall.toml"
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def move_to_noon(folder: Path) -> None:
    """Put a hall where it is about noon: real clocks must not meet midnight during a test."""
    east = 12 - datetime.now(UTC).hour
    zone = f"Etc/GMT{-east:+d}" if east else "Etc/GMT"
    rewrite(folder, ('timezone = "Asia/Shanghai"', f'timezone = "{zone}"'))


def drain(queue: "Queue[_T]", count: int, seconds: float = 20.0) -> list[_T]:
    """Take `count` things out of a queue, or as many as come."""
    taken: list[_T] = []
    while len(taken) < count:
        try:
            taken.append(queue.get(timeout=seconds))
        except Empty:
            break
    return taken
