"""A duty manager's morning at the panel, by mouse and by keys."""

import os
from pathlib import Path

from PySide6.QtCore import Qt

from shared.domain.devices import DeviceState
from shared.domain.rating import RatingSource, Score
from shared.feed import Live, Lost
from shared.usecases.devices import device_changed
from shared.usecases.duty import alarms_now, take_alarm
from shared.usecases.evacuation import evacuation_now
from shared.usecases.rate import press_pad, rate
from tests.display.duty.conftest import Panel, Panels
from tests.support.halls import SampleHall

COMPLAINT_KEY = 7
SHOTS = os.environ.get("HALLCALL_SHOTS")
"""A folder to look at the panel's states in."""


def shot(panel: Panel, name: str) -> None:
    """Look whether everything fits; keep the picture where one was asked for."""
    panel.frame()
    panel.frame()
    assert panel.cut() == []
    if SHOTS:
        panel.window.grabWindow().save(str(Path(SHOTS) / f"duty_{name}.png"))


def busy_hall(hall: SampleHall) -> None:
    hall.issue()
    hall.call(3)
    rate(hall.ctx, 3, Score.VERY_BAD, RatingSource.PAD)
    device_changed(hall.ctx, "kiosk K1 printer", DeviceState.TROUBLE, "打印机缺纸")
    hall.issue(None, green=True)
    press_pad(hall.ctx, 3, COMPLAINT_KEY)


def test_alarms_are_taken_and_met(panels: Panels, hall: SampleHall) -> None:
    panel = panels()
    shot(panel, "calm")
    busy_hall(hall)
    complaint, helper = (
        next(one.id for one in alarms_now(hall.ctx) if one.kind == kind)
        for kind in ("complaint", "helper")
    )
    panel.until(lambda: panel.read(f"countdown-{complaint}") == "还剩 5:00")
    hall.clock.forward(seconds=28)
    panel.model.tick()
    panel.until(lambda: panel.read(f"countdown-{complaint}") == "还剩 4:32")
    shot(panel, "alarms")

    panel.click(f"take-{complaint}")
    panel.answered("已应答，请过去")
    panel.until(lambda: panel.read(f"countdown-{complaint}") == "王主任已去 · 还剩 4:32")
    take_alarm(hall.ctx, helper, "李明")  # on a phone, meanwhile
    panel.until(lambda: panel.read(f"countdown-{helper}") == "李明已去 · 0:00")
    hall.clock.forward(seconds=280)
    panel.model.tick()
    panel.until(lambda: panel.read(f"countdown-{complaint}") == "王主任已去 · 超时 0:08")
    shot(panel, "overdue")

    panel.key(Qt.Key.Key_2)  # chooses the first, and does nothing yet
    panel.until(lambda: panel.read("alarms", "chosen") == complaint)
    assert any(one.id == complaint for one in alarms_now(hall.ctx))
    panel.key(Qt.Key.Key_2)
    panel.answered("已记录到场")
    panel.until(lambda: not panel.has(f"alarm-{complaint}"))
    panel.key(Qt.Key.Key_1)
    panel.until(lambda: panel.read("alarms", "chosen") == helper)
    panel.key(Qt.Key.Key_1)
    panel.answered("李明已经去了", bad=True)
    panel.model.onFeedState(Lost("gone"))
    panel.until(lambda: panel.read("state") == "连接中断，下面可能是旧的")
    panel.model.dismiss()
    shot(panel, "lost")
    panel.model.onFeedState(Live())


def test_evacuation_takes_two_steps(panels: Panels, hall: SampleHall) -> None:
    busy_hall(hall)
    panel = panels(landscape=True)
    shot(panel, "landscape")
    panel.key(Qt.Key.Key_F10)
    panel.click("arm")
    panel.until(lambda: panel.has("confirm"))
    shot(panel, "armed")
    panel.seconds += 11
    panel.model.tick()  # nobody confirmed
    panel.until(lambda: not panel.has("confirm"))
    panel.key(Qt.Key.Key_F10)
    assert evacuation_now(hall.ctx) is None
    panel.key(Qt.Key.Key_F9)
    panel.key(Qt.Key.Key_F10)
    panel.answered("疏散通知已发出")
    panel.until(lambda: panel.read("state") == "正在疏散（10:00起）：请立即有序撤离")
    assert evacuation_now(hall.ctx) is not None
    panel.model.dismiss()
    shot(panel, "evacuating")
    panel.click("arm")
    panel.click("confirm")
    panel.answered("疏散已解除")
    assert evacuation_now(hall.ctx) is None
