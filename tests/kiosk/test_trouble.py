"""Trouble with real faults: what works goes on, what does not says so and comes back by itself."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text

from devices.scanner import ScannerSimulator
from devices.transport import PtyListener
from kiosk.app import listening_of
from kiosk.viewmodels.mine_model import TROUBLE as NOT_FOUND
from kiosk.viewmodels.ticket_model import TROUBLE
from shared.config import KioskToml
from shared.domain.devices import DeviceState
from shared.usecases.audit import verify
from shared.usecases.context import Context, open_hall
from shared.usecases.devices import devices_now
from shared.usecases.issue_ticket import Request, issue_ticket
from tests.kiosk.conftest import OpenKiosks
from tests.kiosk.screen import KioskScreen
from tests.support.halls import COMPANY, LAND, copy_hall, move_to_noon, rewrite
from tests.support.postgres import Server

UNREAD = "等候人数暂时读不到，请以窗口叫号为准"


@pytest.fixture
def server_hall(postgres: Server, postgres_template: Path, tmp_path: Path) -> Iterator[Context]:
    """A hall on the PostgreSQL server."""
    folder = tmp_path / "server-hall"
    with postgres.database(postgres_template.name) as name:
        copy_hall(postgres_template, folder)
        rewrite(folder, (f"/{postgres_template.name}?", f"/{name}?"))
        move_to_noon(folder)
        ctx = open_hall(folder)
        yield ctx
        ctx.database.dispose()


@contextmanager
def stopped(server: Server) -> Iterator[None]:
    """The network is gone: the server's processes end, whoever is connected."""
    server.kill()
    try:
        yield
    finally:
        server.start()


@contextmanager
def locked(ctx: Context) -> Iterator[None]:
    """Somebody else writes and does not end."""
    other = open_hall(ctx.config.folder)
    with other.database.engine.connect() as held:
        held.exec_driver_sql("BEGIN EXCLUSIVE")
        yield
        held.exec_driver_sql("ROLLBACK")
    other.database.dispose()


def through_trouble(kiosk: KioskScreen, ctx: Context, fault: AbstractContextManager[None]) -> None:
    """A number before, what goes on meanwhile, and a number after, by itself."""
    company = kiosk.code_of(COMPANY)
    kiosk.touch("green-channel")
    kiosk.await_screen("done")
    kiosk.touch("done")
    kiosk.await_screen("home")
    with fault:
        kiosk.touch("green-channel")
        kiosk.patiently(lambda: kiosk.page == "NoticePage")
        assert kiosk.read("notice") == TROUBLE
        kiosk.touch("back")
        kiosk.touch("my-ticket")
        for sign in ("G", "1", "go"):
            kiosk.touch(f"sign-{sign}")
        kiosk.patiently(lambda: kiosk.page == "NoticePage")
        assert kiosk.read("notice") == NOT_FOUND
        kiosk.model.visit.finish()
        kiosk.touch("look-up")  # the list of items is in the kiosk itself
        kiosk.touch(f"item-{company}")
        kiosk.await_screen("details")
        kiosk.model.visit.finish()
        kiosk.await_screen("home")

    def number_again() -> bool:
        if kiosk.page == "HomePage":
            kiosk.model.ticket.greenChannel()
        elif kiosk.page == "NoticePage":
            kiosk.model.visit.finish()
        return kiosk.page == "DonePage"

    kiosk.patiently(number_again)
    kiosk.model.visit.finish()
    kiosk.patiently(lambda: UNREAD not in kiosk.words())
    kiosk.opened.jobs.wait()
    with ctx.database.read() as tx:
        rows = tx.execute(text("SELECT prefix, number FROM ticket ORDER BY id"))
        assert [(row.prefix, row.number) for row in rows] == [("G", 1), ("G", 2)]
    assert verify(ctx).whole


@pytest.mark.timeout(300)
def test_the_server_is_away(kiosks: OpenKiosks, server_hall: Context, postgres: Server) -> None:
    through_trouble(kiosks(server_hall), server_hall, stopped(postgres))


@pytest.mark.proof
@pytest.mark.timeout(300)
def test_the_file_is_locked(kiosks: OpenKiosks, ctx: Context) -> None:
    through_trouble(kiosks(), ctx, locked(ctx))


@pytest.mark.timeout(300)
def test_the_scanner_is_away(kiosks: OpenKiosks, ctx: Context) -> None:
    toml = KioskToml("K1", "sim:printer", scanner="scan+sim:scanner")
    ctx.config.run_dir.mkdir(exist_ok=True)
    file = ctx.config.run_dir / "scanner.url"

    def plugged_in() -> tuple[ScannerSimulator, PtyListener]:
        simulator, wire = ScannerSimulator(), PtyListener()
        wire.start(simulator.feed)
        simulator.emit = wire.send
        file.write_text(wire.url)
        return simulator, wire

    def known() -> str:
        return next((one.state for one in devices_now(ctx) if "scanner" in one.device), "")

    key = issue_ticket(ctx, Request(LAND)).key
    _, wire = plugged_in()
    kiosk = kiosks(toml=toml, listening=listening_of(ctx, toml))
    kiosk.listening.start(kiosk.window)
    try:
        kiosk.patiently(lambda: known() == DeviceState.WORKING)
        kiosk.touch("my-ticket")
        kiosk.patiently(lambda: "扫码口" in kiosk.read("find-hint"))
        wire.stop()
        file.unlink()
        kiosk.patiently(lambda: "扫码口" not in kiosk.read("find-hint"))
        kiosk.patiently(lambda: known() == DeviceState.AWAY)
        for sign in ("H", "1", "go"):
            kiosk.touch(f"sign-{sign}")
        kiosk.await_page("MinePage")
        kiosk.touch("mine-done")
        simulator, wire = plugged_in()
        kiosk.patiently(lambda: known() == DeviceState.WORKING)
        simulator.scan(f"HC1:{key}")
        kiosk.patiently(lambda: kiosk.page == "MinePage")
        assert kiosk.model.mine.property("byCode")
    finally:
        wire.stop()
