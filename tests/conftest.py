"""Fixtures of every test, and the full counts that only `make proof` runs."""

import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from shared.usecases.init_hall import init_hall
from tests.support.halls import (
    SAMPLE,
    HandClock,
    SampleHall,
    copy_hall,
    move_to_noon,
    open_hall_with,
)

# Windows open offscreen, drawn by the processor, wherever the tests are started.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if os.environ.get("HALLCALL_PROOF") == "1" or "proof" in config.option.markexpr:
        return
    full = [item for item in items if item.get_closest_marker("proof")]
    if full:
        config.hook.pytest_deselected(items=full)
        items[:] = [item for item in items if item not in full]


@pytest.fixture(autouse=True)
def collect_on_this_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """Garbage that holds Qt objects must not be collected by a feed's or a wire's thread."""
    if not {"qtbot", "qapp"} & set(request.fixturenames):
        yield
        return
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(scope="session")
def hall_template(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A sample hall that nobody has used; tests copy it."""
    folder = tmp_path_factory.mktemp("template") / "hall"
    init_hall(folder, SAMPLE).database.dispose()
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def hall(hall_template: Path, tmp_path: Path, clock: HandClock) -> Iterator[SampleHall]:
    """A fresh sample hall on Monday 2026-11-23 at 10:00, hall time."""
    folder = copy_hall(hall_template, tmp_path / "hall")
    sample = SampleHall(open_hall_with(folder, clock), clock)
    yield sample
    sample.ctx.database.dispose()


@pytest.fixture
def hall_folder(hall_template: Path, tmp_path: Path) -> Path:
    """A fresh sample hall for processes with real clocks: it is about noon there."""
    folder = copy_hall(hall_template, tmp_path / "hall")
    move_to_noon(folder)
    return folder
