"""The guard with processes of its own: they beat, fall silent, crash, end."""

import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from shared.guard.guard import EXIT_AGAIN, Guard, Limits
from shared.guard.pulse import VARIABLE, Ear, Pulse

QUICK = Limits(opening_s=20.0, silence_s=1.0, pauses_s=(0.0, 0.05), steady_s=60.0)
BEATS = """
import os, pathlib, sys, time
from shared.guard.pulse import Pulse
marks = pathlib.Path(sys.argv[1])
life = len(list(marks.iterdir()))
(marks / f"{life}-{os.getpid()}").touch()
pulse = Pulse.of_this_process()
assert pulse is not None
for _ in range(600):
    pulse.beat()
    time.sleep(0.02)
    if (end := marks.parent / f"end-{life}").exists():
        sys.exit(int(end.read_text()))
"""


@contextmanager
def guarded(folder: Path, limits: Limits = QUICK) -> Iterator[tuple[Guard, Path, list[int]]]:
    """A guard over the process above; its lives leave marks `LIFE-PID`."""
    marks = folder / "marks"
    marks.mkdir()
    guard = Guard([sys.executable, "-c", BEATS, str(marks)], limits)
    codes: list[int] = []
    thread = threading.Thread(target=lambda: codes.append(guard.run()))
    thread.start()
    try:
        yield guard, marks, codes
    finally:
        guard.stop()
        thread.join(20)
        assert not thread.is_alive()


def pid_of(marks: Path, life: int) -> int:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        for mark in marks.glob(f"{life}-*"):
            return int(mark.name.partition("-")[2])
        time.sleep(0.02)
    raise AssertionError(f"life {life} did not begin")


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_what_hangs_is_opened_again(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with guarded(tmp_path) as (guard, marks, _):
        first = pid_of(marks, 0)
        time.sleep(0.3)
        os.kill(first, signal.SIGSTOP)
        second = pid_of(marks, 1)
        assert not alive(first)
        assert alive(second)
        assert guard.starts == 2
    assert "hangs" in caplog.text
    assert not alive(second)


def test_what_crashes_is_opened_again_and_again(tmp_path: Path) -> None:
    with guarded(tmp_path) as (_, marks, codes):
        for life in range(3):
            (tmp_path / f"end-{life}").write_text("1")
        pid_of(marks, 3)
        assert codes == []


def test_one_that_asks_for_it_is_opened_again_quietly(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "end-0").write_text(str(EXIT_AGAIN))
    with guarded(tmp_path) as (_, marks, codes):
        pid_of(marks, 1)
        assert codes == []
    assert caplog.text == ""


@pytest.mark.parametrize("code", [0, 2])
def test_what_ends_on_purpose_or_by_bad_input_is_not_opened_again(
    tmp_path: Path, code: int
) -> None:
    (tmp_path / "end-0").write_text(str(code))
    with guarded(tmp_path) as (guard, marks, codes):
        pid_of(marks, 0)
        end = time.monotonic() + 60
        while not codes and time.monotonic() < end:
            time.sleep(0.02)
        assert codes == [code]
        assert guard.starts == 1


def test_a_window_that_never_opens_is_ended(tmp_path: Path) -> None:
    guard = Guard([sys.executable, "-c", "import time; time.sleep(60)"], Limits(opening_s=0.3))
    thread = threading.Thread(target=guard.run)
    thread.start()
    end = time.monotonic() + 60
    while guard.starts < 2 and time.monotonic() < end:
        time.sleep(0.02)
    guard.stop()
    thread.join(20)
    assert guard.starts >= 2


def test_systemd_hears_ready_then_alive_then_stopping(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "notify"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(str(path))
        manager.settimeout(20)
        monkeypatch.setenv("NOTIFY_SOCKET", str(path))
        with guarded(tmp_path):
            assert manager.recv(64) == b"READY=1"
            assert manager.recv(64) == b"WATCHDOG=1"
        heard = b""
        while heard != b"STOPPING=1":
            heard = manager.recv(64)


def test_only_the_window_itself_can_beat(monkeypatch: pytest.MonkeyPatch) -> None:
    ear = Ear()
    port = ear.address.partition(":")[0]
    stranger = Pulse(f"{port}:guess")
    stranger.beat()
    assert not ear.heard(0.2)
    monkeypatch.setenv(VARIABLE, ear.address)
    pulse = Pulse.of_this_process()
    assert pulse is not None
    assert VARIABLE not in os.environ
    pulse.beat()
    assert ear.heard(5)
    ear.close()
    pulse.beat()
    pulse.close()
    stranger.close()
