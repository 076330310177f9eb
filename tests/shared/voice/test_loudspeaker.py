"""The real driver: into the null device of miniaudio, and on a machine without any device."""

import threading
import time
import wave
from array import array
from pathlib import Path

import miniaudio
import pytest

from shared.domain.errors import Unavailable
from shared.voice import loudspeaker as driver
from shared.voice import microphone
from shared.voice.loudspeaker import Loudspeaker, device_names, real_backends
from shared.voice.pcm import RATE, Pcm
from shared.voice.sinks import SoundLost, WavSink


def tone(seconds: float, value: int = 1000) -> Pcm:
    return array("h", [value]) * round(RATE * seconds)


@pytest.fixture
def null() -> Loudspeaker:
    return Loudspeaker(backends=[miniaudio.Backend.NULL])


def test_a_sound_takes_its_time_and_begins_at_its_moment(null: Loudspeaker) -> None:
    null.open()
    started = time.time()
    null.sound(tone(0.3), started + 0.3, threading.Event())
    assert time.time() - started >= 0.5
    null.check()
    null.close()
    with pytest.raises(SoundLost):
        null.check()


def test_samples_come_out_whole_and_at_the_volume() -> None:
    speaker = Loudspeaker(clock=lambda: 100.0)
    speaker.volume = 50
    sound = array("h", range(1000, 3000, 2))
    got = array("h")
    done = threading.Thread(target=lambda: speaker.sound(sound, 100.01, threading.Event()))
    speaker._device = object()
    speaker._asked_at = time.monotonic()
    done.start()
    while not speaker._pcm:
        time.sleep(0.001)
    clock = [100.0]
    speaker._clock = lambda: clock[0]
    while done.is_alive():
        got.frombytes(speaker._next(100))
        clock[0] += 100 / RATE
        time.sleep(0.001)
    heard = [x for x in got if x]
    assert heard == [round(x / 2) for x in sound]
    assert got.index(heard[0]) == pytest.approx(0.01 * RATE, abs=2)


def test_a_device_that_stands_still_is_lost(
    null: Loudspeaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(driver, "STALL_S", 0.3)
    null.open()
    assert null._device is not None
    null._device.stop()  # as a device that was pulled out: it asks for nothing any more
    with pytest.raises(SoundLost, match="does not play"):
        null.sound(tone(5), 0.0, threading.Event())
    null.close()


def test_a_sound_can_be_stopped(null: Loudspeaker) -> None:
    null.open()
    stopped = threading.Event()
    threading.Timer(0.1, stopped.set).start()
    started = time.monotonic()
    null.sound(tone(30), 0.0, stopped)
    assert time.monotonic() - started < 10
    assert len(null._pcm) <= RATE * driver.FADE_MS / 1000 + 1
    null.close()


def test_no_device_is_never_taken_for_one(capfd: pytest.CaptureFixture[str]) -> None:
    """Left to itself miniaudio plays into nothing where no device is: silence nobody notices."""
    assert miniaudio.Backend.NULL not in real_backends()
    with pytest.raises(SoundLost, match="no sound device"):
        Loudspeaker("no such device").open()
    device_names()
    assert capfd.readouterr().err == ""


def test_a_recording_keeps_calls_and_pauses(tmp_path: Path) -> None:
    path = tmp_path / "calls.wav"
    sink = WavSink(path)
    sink.open()
    sink.sound(tone(0.5), 1000.0, threading.Event())
    sink.sound(tone(0.5, 2000), 1000.7, threading.Event())
    sink.sound(tone(0.5), 2000.0, threading.Event())  # a long silence is cut
    sink.check()
    sink.close()
    with wave.open(str(path)) as file:
        assert file.getnframes() == pytest.approx(RATE * (1.5 + 0.2 + 1.0), abs=3)


def test_a_recording_that_cannot_be_written_is_lost_sound(tmp_path: Path) -> None:
    sink = WavSink(tmp_path / "no" / "calls.wav")
    with pytest.raises(SoundLost, match="cannot be written"):
        sink.open()
    with pytest.raises(SoundLost, match="not open"):
        sink.sound(tone(0.1), 0.0, threading.Event())


def test_the_microphone_gives_what_was_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(microphone, "real_backends", lambda: [miniaudio.Backend.NULL])
    assert len(microphone.listen(0.2)) == round(0.2 * RATE)


def test_without_a_microphone(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_settings: object, **_more: object) -> None:
        raise miniaudio.MiniaudioError("failed to init device")

    monkeypatch.setattr(miniaudio, "CaptureDevice", none)
    with pytest.raises(Unavailable, match="no microphone"):
        microphone.listen(0.2)
