"""The staff screen: its PIN, its pauses, what is done there and told."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from kiosk.lockout import PAUSES_S, Lockout, Tries
from kiosk.upkeep import Settings, Upkeep
from shared.config.pin import PIN_FILE, is_pin, pin_is_set, remove_pin, set_pin
from shared.domain.errors import BadInput, Unavailable
from shared.domain.events import KioskTended
from shared.storage.facts import since
from shared.usecases.context import Context
from tests.kiosk.conftest import OpenKiosks
from tests.kiosk.screen import KioskScreen

PIN = "270914"
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def acts(ctx: Context) -> list[str]:
    with ctx.database.read() as tx:
        found = [fact.event for fact in since(tx, 0, 1000)]
    return [one.act + one.detail for one in found if isinstance(one, KioskTended)]


def knock(kiosk: KioskScreen, times: int = 5) -> None:
    kiosk.await_screen("home")
    at = kiosk.where("emblem")
    for _ in range(times):
        kiosk.tap(at)


def enter(kiosk: KioskScreen, pin: str) -> None:
    for digit in pin:
        kiosk.touch(f"sign-{digit}")
    kiosk.touch("sign-go")


def touch_calmly(kiosk: KioskScreen, name: str) -> None:
    """Touch what stands somewhere else than a moment ago, once it has got there."""
    kiosk.until(lambda: kiosk.has(name) and bool(kiosk.read(name, "enabled")))
    kiosk.frame()
    kiosk.touch(name)


def test_the_hash_tells_nothing_and_judges(tmp_path: Path) -> None:
    for bad in ("12345", "a23456", "111111", "123456", "987654", "890123", ""):
        with pytest.raises(BadInput):
            set_pin(tmp_path, bad)
    assert not pin_is_set(tmp_path)
    set_pin(tmp_path, PIN)
    file = tmp_path / PIN_FILE
    first = file.read_text()
    assert file.stat().st_mode & 0o077 == 0
    assert PIN not in first
    assert is_pin(tmp_path, PIN)
    assert not is_pin(tmp_path, "270915")
    set_pin(tmp_path, PIN)
    assert file.read_text() != first  # another salt
    for damaged in ("", "scrypt 1 2 3", "scrypt 16384 8 5 zz " + "0" * 64):
        file.write_text(damaged)
        with pytest.raises(Unavailable, match="damaged"):
            is_pin(tmp_path, PIN)
    remove_pin(tmp_path)
    assert not pin_is_set(tmp_path)


def test_pauses_grow_and_outlive_the_program(tmp_path: Path) -> None:
    file = tmp_path / "tries"
    now, waited = NOON, []
    for _ in range(10):
        Lockout(file).begin(now)
        pause = Lockout(file).tries().pause_s(now)  # another program reads the same
        waited.append(pause)
        assert Lockout(file).tries().pause_s(now + timedelta(seconds=pause)) == 0
        now += timedelta(seconds=pause)
    assert waited == [0, 0, *PAUSES_S, PAUSES_S[-1], PAUSES_S[-1]]
    assert Lockout(file).tries().pause_s(now - timedelta(days=400)) == PAUSES_S[-1]
    file.write_text("[")
    assert Lockout(file).tries().count > Tries().count
    Lockout(file).forget()
    assert Lockout(file).tries() == Tries()


def test_without_a_pin_there_is_no_staff_screen(kiosk: KioskScreen) -> None:
    knock(kiosk)
    kiosk.frame()
    assert kiosk.page == "HomePage"


def test_the_knock_and_the_pause(kiosks: OpenKiosks, ctx: Context) -> None:
    set_pin(ctx.config.folder, PIN)
    kiosk = kiosks()
    knock(kiosk, 4)
    kiosk.idle(5)
    knock(kiosk, 4)
    kiosk.frame()
    assert kiosk.page == "HomePage"
    knock(kiosk, 1)
    for _ in range(3):
        enter(kiosk, "270915")
        kiosk.until(lambda: kiosk.model.staff.property("wrong"))
    assert 0 < kiosk.model.staff.property("pause") <= PAUSES_S[0]
    assert "请等" in kiosk.read("pin-hint")
    for digit in PIN:
        kiosk.touch(f"sign-{digit}")
    assert not kiosk.read("sign-go", "enabled")
    kiosk.model.staff.enter()  # not by assistive technology either
    assert not kiosk.model.visit.property("busy")
    kiosk.idle(61)
    kiosk.await_screen("home")
    Upkeep(ctx, "K1").tries.unlink()  # the pause is over
    knock(kiosk)
    enter(kiosk, PIN)
    kiosk.await_page("StaffPage")
    kiosk.idle(61)
    kiosk.await_screen("home")
    kiosk.opened.jobs.wait()
    assert acts(ctx) == ["refused"] * 3 + ["entered"]


def test_what_is_done_at_the_staff_screen(kiosks: OpenKiosks, ctx: Context) -> None:
    set_pin(ctx.config.folder, PIN)
    kiosk = kiosks()
    asked: list[str] = []
    ended: list[int] = []
    kiosk.model.tending.printer_asked.connect(asked.append)
    kiosk.model.tending.ended.connect(ended.append)
    kiosk.model.tending.guard(guarded=True)
    knock(kiosk)
    enter(kiosk, PIN)
    kiosk.await_page("StaffPage")
    assert asked == ["state"]
    kiosk.until(lambda: "可读可写" in kiosk.words())
    kiosk.touch("act-paper")
    kiosk.until(lambda: "纸卷" in kiosk.words())
    kiosk.touch("act-test_slip")
    kiosk.until(lambda: asked == ["state", "state", "test"])
    kiosk.touch("act-louder")
    kiosk.until(lambda: kiosk.model.staff.property("volume") == 80)
    kiosk.touch("act-close")
    kiosk.until(lambda: bool(kiosk.read("staff-told") == "本机已暂停取号"))
    kiosk.touch("back")
    kiosk.await_screen("home")
    assert kiosk.model.visit.visit.at_rest
    kiosk.touch("green-channel")
    kiosk.await_screen("notice")
    assert "本机暂停取号" in kiosk.read("notice")
    kiosk.touch("back")
    again = kiosks()  # as after a restart
    assert again.model.ticket.closed
    assert again.model.visit.visit.modes.volume == 80
    knock(kiosk)
    enter(kiosk, PIN)
    kiosk.touch("act-open")
    for name in ("act-exit", "staff-no", "act-restart"):
        touch_calmly(kiosk, name)
    assert ended == []
    touch_calmly(kiosk, "staff-yes")
    kiosk.until(lambda: ended == [75])
    kiosk.opened.jobs.wait()
    told = ["entered", "paper", "test_slip", "volume80", "close"]
    assert acts(ctx) == [*told, "entered", "open", "restart"]


def test_what_is_done_without_a_database_is_told_later(ctx: Context) -> None:
    upkeep = Upkeep(ctx, "K1")
    with ctx.database.write() as tx:
        tx.execute(text("ALTER TABLE fact RENAME TO fact_away"))
    upkeep.tell("entered")
    upkeep.tell("close")
    kept = (ctx.config.folder / "kiosk-K1.untold").read_text().splitlines()
    assert [json.loads(line)["act"] for line in kept] == ["entered", "close"]
    with ctx.database.write() as tx:
        tx.execute(text("ALTER TABLE fact_away RENAME TO fact"))
    upkeep.tell("open")
    assert acts(ctx) == ["entered", "close", "open"]
    (ctx.config.folder / "kiosk-K1.json").write_text("{")
    assert upkeep.settings() == Settings()
