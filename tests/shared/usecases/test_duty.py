"""The duty's alarms over what the hall knows: taken by one, met, escalated once, and audited."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from shared.domain.devices import DeviceState
from shared.domain.errors import BadInput, Refused
from shared.domain.events import AlarmEscalated, AlarmMet, AlarmTaken
from shared.domain.rating import RatingSource, Score
from shared.usecases.audit import verify
from shared.usecases.cases import open_case
from shared.usecases.devices import device_changed
from shared.usecases.duty import alarms_now, duty_now, escalate_alarm, meet_alarm, take_alarm
from shared.usecases.rate import press_pad, rate
from tests.support.halls import SampleHall

COMPLAINT_KEY = 7


def ids(hall: SampleHall) -> list[str]:
    return [one.id for one in alarms_now(hall.ctx)]


def test_all_kinds_by_urgency_taken_met_escalated(hall: SampleHall) -> None:
    ctx, clock = hall.ctx, hall.clock
    assert ids(hall) == []
    hall.issue()
    hall.call(3)
    rate(ctx, 3, Score.BAD, RatingSource.PAD)
    device_changed(ctx, "kiosk K1 printer", DeviceState.TROUBLE, "打印机缺纸")
    device_changed(ctx, "window 3 LED", DeviceState.SILENT, "no answer")
    device_changed(ctx, "window 4 LED", DeviceState.OFF)
    device_changed(ctx, "kiosk K2 printer", DeviceState.WORKING, "打印纸即将用完")
    clock.forward(seconds=30)
    hall.issue(None, green=True)
    press_pad(ctx, 3, COMPLAINT_KEY)
    press_pad(ctx, 3, COMPLAINT_KEY)  # somebody who presses twice complains once
    found = alarms_now(ctx)
    assert [one.kind for one in found] == [
        *("helper", "complaint", "device", "paper", "paper", "rating"),
    ]
    helper, complaint, device, first, _, bad = found
    assert (complaint.window, helper.window, bad.window) == (3, 1, 3)
    assert (complaint.due - complaint.since).total_seconds() == 300  # 004 举报投诉 三（二）
    assert (first.what, first.detail) == ("kiosk K1 printer", "打印机缺纸")
    assert (bad.what, bad.detail) == ("C001", "不满意")

    for alarm in (helper, complaint, bad):
        take_alarm(ctx, alarm.id, " 李明 ")
        with pytest.raises(Refused, match="李明 has taken"):
            take_alarm(ctx, alarm.id, "王芳")
    assert hall.events()[-1] == AlarmTaken("rating", bad.subject, "李明")
    taken = {one.id: one.taken_by for one in alarms_now(ctx)}
    assert [taken[one.id] for one in (helper, complaint, bad, device)] == ["李明"] * 3 + [""]

    clock.forward(seconds=271)  # 301 s after the devices, 271 s after the complaint
    escalated = [escalate_alarm(ctx) for _ in range(4)]
    assert [one and one.kind for one in escalated] == ["device", "paper", "paper", None]
    assert hall.events()[-3] == AlarmEscalated("device", device.subject)
    assert not next(one for one in alarms_now(ctx) if one.id == complaint.id).is_overdue(clock.now)
    clock.forward(seconds=29)
    late = alarms_now(ctx)[0]
    assert (late.id, late.escalated, late.is_overdue(clock.now)) == (complaint.id, True, True)

    for alarm in (helper, complaint, bad, first):
        meet_alarm(ctx, alarm.id, "李明")
        with pytest.raises(Refused, match="no alarm"):
            meet_alarm(ctx, alarm.id, "李明")
    assert hall.events()[-1] == AlarmMet("paper", first.subject, "李明")
    device_changed(ctx, "window 3 LED", DeviceState.WORKING)
    assert [one.partition("@")[0] for one in ids(hall)] == ["paper:kiosk-K2-printer"]
    now = duty_now(ctx)
    assert [one.kind for one in now.dealt] == ["paper", "rating", "complaint", "helper"]
    assert {one.by for one in now.dealt} == {"李明"}
    assert verify(ctx).whole
    with ctx.database.write() as tx:
        tx.exec_driver_sql("UPDATE alarm SET met_by = '王芳' WHERE kind = 'rating'")
    (difference,) = verify(ctx).differences
    assert difference.startswith("alarm rating")


def test_what_comes_again_is_another_alarm(hall: SampleHall) -> None:
    ctx = hall.ctx
    device_changed(ctx, "kiosk K1 printer", DeviceState.TROUBLE, "打印机缺纸")
    (first,) = ids(hall)
    meet_alarm(ctx, first, "李明")
    assert ids(hall) == []
    hall.clock.forward(minutes=1)
    device_changed(ctx, "kiosk K1 printer", DeviceState.WORKING)
    device_changed(ctx, "kiosk K1 printer", DeviceState.TROUBLE, "打印机缺纸")
    (again,) = ids(hall)
    assert again != first


def test_two_helpers_at_once(hall: SampleHall) -> None:
    open_case(hall.ctx, "complaint", {"method": "onsite", "window": "4"})
    (alarm,) = ids(hall)
    together = Barrier(2)

    def take(by: str) -> Callable[[], str]:
        def run() -> str:
            together.wait()
            try:
                take_alarm(hall.ctx, alarm, by)
            except Refused:
                return ""
            return by

        return run

    with ThreadPoolExecutor(2) as pool:
        got = [one.result() for one in [pool.submit(take(by)) for by in ("李明", "王芳")]]
    assert sorted(map(bool, got)) == [False, True]
    assert alarms_now(hall.ctx)[0].taken_by in got


def test_what_is_no_alarm(hall: SampleHall) -> None:
    for wrong in ("helper", "helper:x", "nothing:1", ""):
        with pytest.raises(BadInput):
            take_alarm(hall.ctx, wrong, "李明")
    with pytest.raises(BadInput, match="nobody was named"):
        meet_alarm(hall.ctx, "helper:1", " ")
    with pytest.raises(Refused, match="no alarm"):
        take_alarm(hall.ctx, "helper:99", "李明")
