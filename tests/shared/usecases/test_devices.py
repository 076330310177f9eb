"""What the hall keeps of its devices: news as facts, no flood, and verified like everything."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from shared.domain.devices import MOST_CHANGES, WINDOW, DeviceState, KnownDevice
from shared.domain.errors import Unavailable
from shared.domain.events import DeviceChanged
from shared.usecases.audit import verify
from shared.usecases.devices import DeviceReport, device_changed, devices_changed, devices_now
from tests.support.halls import MONDAY_10, SampleHall

LED = "window 3 LED"
FINE, SILENT = DeviceState.WORKING, DeviceState.SILENT


def told(hall: SampleHall) -> list[DeviceChanged]:
    return [event for event in hall.events() if isinstance(event, DeviceChanged)]


def test_only_news_is_told(hall: SampleHall) -> None:
    assert device_changed(hall.ctx, LED, FINE)
    begun = hall.clock()
    hall.clock.forward(minutes=1)
    assert not device_changed(hall.ctx, LED, FINE)
    assert device_changed(hall.ctx, LED, SILENT, "no answer")
    assert told(hall) == [DeviceChanged(LED, "working"), DeviceChanged(LED, "silent", "no answer")]
    (known,) = devices_now(hall.ctx)
    assert (known.device, known.state, known.reason) == (LED, SILENT, "no answer")
    assert known.since > begun


def test_nothing_is_written_when_nothing_is_news(hall: SampleHall) -> None:
    reports = [DeviceReport(f"device {number}", FINE) for number in range(20)]
    assert len(devices_changed(hall.ctx, reports)) == 20
    with hall.ctx.database.write() as tx:  # whoever else writes is not waited for
        assert devices_changed(hall.ctx, reports) == []
        del tx


def test_a_flapping_device_is_told_to_be_so_and_comes_to_rest(hall: SampleHall) -> None:
    for turn in range(500):
        device_changed(hall.ctx, LED, SILENT if turn % 2 else FINE)
        hall.clock.forward(milliseconds=100)
    states = [event.state for event in told(hall)]
    assert len(states) == MOST_CHANGES + 1
    assert states[-1] == "unsteady"
    device_changed(hall.ctx, "window 4 LED", FINE)  # others are told as ever
    assert told(hall)[-1].device == "window 4 LED"
    hall.clock.now += WINDOW
    assert device_changed(hall.ctx, LED, FINE)
    assert devices_now(hall.ctx)[0].state is FINE


def test_days_of_flapping_are_not_many_facts() -> None:
    known = KnownDevice(LED, FINE, "", MONDAY_10)
    told, seconds = 1, 20_000
    for second in range(0, seconds, 4):
        state = SILENT if second % 8 else FINE
        after = known.after(state, "", MONDAY_10 + timedelta(seconds=second))
        told, known = told + (after is not None), after or known
    assert told <= (MOST_CHANGES + 1) * (seconds / WINDOW.total_seconds() + 1)


def test_a_clock_set_back_does_not_silence_a_device(hall: SampleHall) -> None:
    for turn in range(MOST_CHANGES + 2):
        device_changed(hall.ctx, LED, SILENT if turn % 2 else FINE)
    hall.clock.forward(hours=-1)
    assert device_changed(hall.ctx, LED, FINE, "after all")


def test_the_facts_rebuild_the_devices(hall: SampleHall) -> None:
    device_changed(hall.ctx, LED, FINE)
    hall.clock.forward(seconds=3)
    device_changed(hall.ctx, LED, SILENT, "no answer")
    device_changed(hall.ctx, "kiosk K1 printer", DeviceState.TROUBLE, "打印机缺纸")
    assert verify(hall.ctx).whole
    changes = (
        ("UPDATE device SET state = 'working' WHERE device LIKE '%LED'", "working since"),
        ("DELETE FROM device WHERE device LIKE 'kiosk%'", "never seen in the tables, trouble"),
        (
            "UPDATE device SET device = 'other' WHERE reason = 'no answer'",
            "device other: working since",
        ),
    )
    for change, said in changes:
        with hall.ctx.database.write() as tx:
            tx.execute(text(change))
        assert any(said in line for line in verify(hall.ctx).differences), said


def test_a_database_that_is_gone_is_said(hall: SampleHall, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> None:
        raise Unavailable("the database does not answer", "wait")

    monkeypatch.setattr(hall.ctx.database, "read", gone)
    with pytest.raises(Unavailable):
        device_changed(hall.ctx, LED, FINE)
