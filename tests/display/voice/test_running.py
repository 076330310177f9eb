"""A board's voice on a real hall: calls of another connection are spoken into a recording."""

import time
import wave
from collections.abc import Iterator
from pathlib import Path

import pytest

from display.voice.running import RunningVoice, voice_of
from display.wiring import checks
from shared.config.schema import BoardToml
from shared.doctor import Bad, Fine
from shared.usecases.call_next import call_next
from shared.usecases.context import Context, open_hall
from shared.usecases.issue_ticket import Request, issue_ticket
from shared.voice.health import left_state, state_file
from shared.voice.loudspeaker import Loudspeaker
from shared.voice.outlet import sink_of
from shared.voice.pcm import RATE
from tests.shared.voice.conftest import HandSink

SOON = 30.0


@pytest.fixture
def ctx(hall_folder: Path) -> Iterator[Context]:
    context = open_hall(hall_folder)
    yield context
    context.database.dispose()


def wait_for(what: object, seconds: float = SOON) -> None:
    assert callable(what)
    deadline = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_a_call_is_heard_and_kept_in_the_recording(ctx: Context, tmp_path: Path) -> None:
    path = tmp_path / "calls.wav"
    issue_ticket(ctx, Request(green=True, language="en"))
    voice = voice_of(ctx, BoardToml("B1", speaker=f"file://{path}"))
    assert voice is not None
    voice.start()
    call_next(ctx, 1)
    wait_for(lambda: path.exists() and path.stat().st_size > 100_000)
    assert left_state(ctx.config.run_dir, "board B1") is not None
    voice.stop()
    assert left_state(ctx.config.run_dir, "board B1") is None
    with wave.open(str(path)) as file:
        assert 12 < file.getnframes() / RATE < 25  # chime, and twice in two languages


def test_silence_is_an_alarm_and_the_doctor_knows(
    ctx: Context, caplog: pytest.LogCaptureFixture
) -> None:
    sink = HandSink(lost=True)
    voice = RunningVoice(ctx, BoardToml("B1"), sink)
    voice.start()
    wait_for(lambda: state_file(ctx.config.run_dir, "board B1").exists())
    found = {check.name: check.result for check in checks(ctx.config)}
    told = found["board B1 voice"]
    assert isinstance(told, Bad)
    assert "unplugged" in told.what
    sink.lost = False
    wait_for(lambda: (left_state(ctx.config.run_dir, "board B1") or ("x", ""))[0] == "")
    found = {check.name: check.result for check in checks(ctx.config)}
    assert isinstance(found["board B1 voice"], Fine)
    voice.stop()
    assert "board B1 is silent (unplugged)" in caplog.text


def test_who_wants_no_voice_has_none(ctx: Context) -> None:
    assert voice_of(ctx, BoardToml("B1", speaker="none")) is None
    assert isinstance(sink_of("USB"), Loudspeaker)
