"""Fixtures of every test, the two databases, and the full counts that only `make proof` runs."""

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from pytestqt.qtbot import QtBot

from shared.storage import Database
from shared.usecases.init_hall import init_hall
from tests.support.halls import (
    SAMPLE,
    HandClock,
    SampleHall,
    copy_hall,
    move_to_noon,
    open_hall_with,
    rewrite,
)

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

    from tests.support.elsewhere import Elsewhere
    from tests.support.postgres import Server

# Windows open offscreen, drawn by the processor, wherever the tests are started.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--figures", type=Path, help="keep the figures that tests record here")


EXAMPLES = 1000 if os.environ.get("HALLCALL_PROOF") == "1" else 30
"""How many examples a property is tried with that names no number of its own."""


def pytest_configure(config: pytest.Config) -> None:
    settings.register_profile("hall", max_examples=EXAMPLES, deadline=None)
    settings.load_profile("hall")
    target: Path | None = config.getoption("--figures")
    if target is not None:
        from tests.support.figures import Figures

        config.pluginmanager.register(Figures(target), "figures")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if os.environ.get("HALLCALL_PROOF") == "1" or "proof" in config.option.markexpr:
        return
    full = [item for item in items if item.get_closest_marker("proof")]
    if full:
        config.hook.pytest_deselected(items=full)
        items[:] = [item for item in items if item not in full]


ON_BOTH = (
    "shared/storage",
    "shared/usecases",
    "shared/test_feed.py",
    "shared/test_sealing.py",
    "display/windows/test_pad_presses.py",
)
"""What is tested on every database we support; all else needs a hall, whatever keeps it."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    place = metafunc.definition.path.relative_to(Path(__file__).parent)
    if "backend" not in metafunc.fixturenames or not any(map(place.is_relative_to, ON_BOTH)):
        return
    only = [
        backend
        for backend in ("sqlite", "postgres")
        if metafunc.definition.get_closest_marker(f"{backend}_only")
    ]
    metafunc.parametrize("backend", only or ("sqlite", "postgres"), indirect=True)


@pytest.fixture(autouse=True)
def collect_on_this_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """Garbage that holds Qt objects must not be collected by a feed's or a wire's thread."""
    if not {"qtbot", "qapp"} & set(request.fixturenames):
        yield
        return
    gc.disable()
    yield
    gc.collect()
    gc.freeze()  # what outlived this test is not looked through after each of the others
    gc.enable()


class PatientBot(QtBot):
    """Waits long for what must come: a machine may be loaded, and only failures wait so long."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = 40_000) -> None:
        super().waitUntil(callback, timeout=timeout)


@pytest.fixture
def qtbot(qapp: "QCoreApplication", request: pytest.FixtureRequest) -> QtBot:
    """The bot of pytest-qt, patient."""
    return PatientBot(request)


@pytest.fixture(scope="session")
def hall_template(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A sample hall that nobody has used; tests copy it."""
    folder = tmp_path_factory.mktemp("template") / "hall"
    init_hall(folder, SAMPLE).database.dispose()
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def postgres() -> Iterator["Server"]:
    """A PostgreSQL server, started when the first test of this process needs it."""
    from tests.support.postgres import Server

    server = Server()
    yield server
    server.close()


@pytest.fixture(scope="session")
def postgres_template(
    postgres: "Server", tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Path]:
    """The same hall as `hall_template`; the folder is called as the database is."""
    with postgres.database() as name:
        folder = tmp_path_factory.mktemp("template") / name
        init_hall(folder, SAMPLE, postgres.url(name)).database.dispose()
        yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def other_process() -> Iterator["Elsewhere"]:
    """Somebody else, started when the first test of this process needs him."""
    from tests.support.elsewhere import Elsewhere

    other = Elsewhere()
    yield other
    other.close()


@pytest.fixture
def backend(request: pytest.FixtureRequest) -> str:
    """Which database a test uses: "sqlite" or "postgres"."""
    return str(getattr(request, "param", "sqlite"))


@pytest.fixture
def new_hall(backend: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """The folder of a fresh sample hall."""
    folder = tmp_path / "hall"
    if backend == "sqlite":
        yield copy_hall(request.getfixturevalue("hall_template"), folder)
        return
    server: Server = request.getfixturevalue("postgres")
    template: Path = request.getfixturevalue("postgres_template")
    with server.database(template.name) as name:
        rewrite(copy_hall(template, folder), (f"/{template.name}?", f"/{name}?"))
        yield folder


@pytest.fixture
def empty_database(
    backend: str, request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[Database]:
    """A database in which nothing was ever made."""
    with ExitStack() as stack:
        if backend == "sqlite":
            url = f"sqlite:///{tmp_path / 'hall.db'}"
        else:
            server: Server = request.getfixturevalue("postgres")
            url = server.url(stack.enter_context(server.database()))
        database = Database(url)
        database.create()
        yield database
        database.dispose()


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def hall(new_hall: Path, clock: HandClock) -> Iterator[SampleHall]:
    """A fresh sample hall on Monday 2026-11-23 at 10:00, hall time."""
    sample = SampleHall(open_hall_with(new_hall, clock), clock)
    sample.begin_day()
    yield sample
    sample.ctx.database.dispose()


@pytest.fixture
def hall_folder(new_hall: Path) -> Path:
    """A fresh sample hall for processes with real clocks: it is about noon there."""
    move_to_noon(new_hall)
    return new_hall
