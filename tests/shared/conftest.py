"""What storage, use cases and feed share."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from shared.storage import watch

if TYPE_CHECKING:
    from tests.support.postgres import Server

NewDatabase = Callable[[str], str]


@pytest.fixture
def no_poll(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server's notifications are all there is: no test lives to see the poll behind them."""
    monkeypatch.setattr(watch, "SLOW_POLL_S", 3600.0)


@pytest.fixture
def new_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[NewDatabase]:
    """Returns the address of a database of this kind in which nothing was ever made."""
    files = (tmp_path / f"new-{number}.db" for number in count(1))
    with ExitStack() as stack:

        def address(backend: str) -> str:
            if backend == "sqlite":
                return f"sqlite:///{next(files)}"
            server: Server = request.getfixturevalue("postgres")
            name = stack.enter_context(server.database())
            # Its own clock must not matter.
            server.command(f"ALTER DATABASE {name} SET timezone TO 'Asia/Shanghai'")
            return server.url(name)

        yield address
