"""What the hall does by itself, in a thread of its own, on a real clock."""

import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from shared import duty as duty_module
from shared.domain.register.declaration import Role
from shared.duty import Duty
from shared.usecases.cases import advance_case, open_case, show_case
from shared.usecases.context import Context, open_hall
from shared.usecases.helpers import alerts_now
from shared.usecases.issue_ticket import Request, issue_ticket
from shared.usecases.overview import day_now
from tests.support.halls import rewrite


def until(true: Callable[[], bool]) -> bool:
    for _ in range(1000):
        if true():
            return True
        time.sleep(0.01)
    return False


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(duty_module, "EVERY_S", 0.02)


def with_duty(ctx: Context, true: Callable[[], bool]) -> None:
    duty = Duty(ctx)
    duty.start()
    try:
        assert until(true)
    finally:
        duty.stop()
        ctx.database.dispose()


def test_the_day_begins_though_nobody_takes_a_number(hall_folder: Path, quick: None) -> None:
    ctx = open_hall(hall_folder)
    assert day_now(ctx).began_at is None
    with_duty(ctx, lambda: day_now(ctx).began_at is not None)


def test_an_alert_nobody_takes_escalates_once(hall_folder: Path, quick: None) -> None:
    rewrite(hall_folder, ("[pad]", "[green]\nhelper_s = 1\n\n[pad]"))
    ctx = open_hall(hall_folder)
    issue_ticket(ctx, Request(green=True))
    with_duty(ctx, lambda: alerts_now(ctx)[0].escalated_at is not None)


def test_a_lost_database_is_asked_again(
    hall_folder: Path, quick: None, caplog: pytest.LogCaptureFixture
) -> None:
    ctx = open_hall(hall_folder)
    away = hall_folder / "hall.away"
    (hall_folder / "hall.db").rename(away)
    ctx.database.dispose()
    duty = Duty(ctx)
    duty.start()
    try:
        assert until(lambda: "the hall's duty waits" in caplog.text)
        away.rename(hall_folder / "hall.db")
        assert until(lambda: day_now(ctx).began_at is not None)
    finally:
        duty.stop()
        ctx.database.dispose()


def test_a_case_that_is_due_rings(hall_folder: Path, quick: None) -> None:
    ctx = open_hall(hall_folder)
    fields = {"channel": "person", "first": "王芳", "matter": "咨询"}
    code = open_case(ctx, "first_contact", fields).code
    promised = {"deadline": (ctx.clock() - timedelta(days=1)).date().isoformat()}
    advance_case(ctx, code, "promise", promised, role=Role.CLERK, by="王芳")

    def rung() -> bool:
        return any(alarm.raised_at for alarm in show_case(ctx, code).alarms)

    with_duty(ctx, rung)
