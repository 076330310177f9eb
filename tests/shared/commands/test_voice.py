"""hall voice: heard, listed, recorded over, checked."""

import shutil
import wave
from array import array
from pathlib import Path

import pytest

from shared.voice.book import SHIPPED, open_book
from shared.voice.pcm import RATE, decibel, faded, joined, silence, speech_level
from shared.voice.sound_file import read_sound, write_wav
from shared.voice.spoken import Clip
from tests.shared.commands.conftest import HallCommand


def test_say_a_call_into_a_file(run: HallCommand, tmp_path: Path) -> None:
    out = tmp_path / "call.wav"
    told = run("voice", "say", "A012", "--window", 3, "--out", out, "--json").data
    assert told["clips"] == [
        *("call-please", "letter-A", "number-0", "number-1", "number-2", "call-number"),
        *("call-to", "number-3", "call-window"),
    ]
    with wave.open(str(out)) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (RATE, 1, 2)
        assert file.getnframes() / RATE == pytest.approx(told["seconds"], abs=0.001)


def test_say_a_text(run: HallCommand, tmp_path: Path) -> None:
    out = tmp_path / "text.wav"
    told = run("voice", "say", "请取走小票", "--out", out).out
    assert "qing-qu-zou-xiao-piao" in told
    assert run("voice", "say", "…", "--out", out).code == 2
    assert run("voice", "say", "你好", "--language", "fr").code == 2
    assert run("voice", "say", "A012", "--window", "x").code == 2
    assert run("voice", "say", "你好", "--out", tmp_path / "no" / "x.wav").code == 1


def test_a_hall_records_its_own_voice(
    run: HallCommand, at: HallCommand, hall_folder: Path, tmp_path: Path
) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    soft = array("h", (round(x / 6) for x in open_book().sound(Clip("number-9", "en"))))
    write_wav(mine / "number-3.wav", joined((silence(900), soft, silence(900))))
    shutil.copy(SHIPPED / "en" / "number-4.ogg", mine / "number-4.ogg")
    assert at("voice", "import", mine).data["clips"] == ["number-3", "number-4"]
    kept = read_sound(hall_folder / "voice" / "zh_CN" / "number-3.wav")
    assert len(kept) == pytest.approx(len(soft), rel=0.1)
    assert decibel(speech_level(kept)) > -24
    rows = {row["key"]: row for row in at("voice", "script").data["clips"]}
    assert (rows["number-3"]["text"], rows["number-3"]["origin"]) == ("三", "recorded")
    assert rows["number-5"]["origin"] == "generated"
    assert not any(key.startswith("syllable-") for key in rows)
    own = open_book(hall_folder)
    assert own.sound(Clip("number-3", "zh_CN")) == faded(kept)
    at("voice", "remove", "number-3")
    assert open_book(hall_folder).entries["zh_CN"]["number-3"].origin == "generated"
    assert at("voice", "remove", "number-3").code == 2
    assert at("voice", "record", "no-such").code == 2


@pytest.mark.parametrize(
    ("name", "seconds", "why"),
    [
        ("number-3.wav", 0.0, "s of sound"),
        ("number-x.wav", 1.0, "there is no clip"),
        ("number-3.mp3", None, "no sound that can be read"),
    ],
)
def test_what_is_no_recording_changes_nothing(
    at: HallCommand,
    hall_folder: Path,
    tmp_path: Path,
    name: str,
    seconds: float | None,
    why: str,
) -> None:
    write_wav(tmp_path / "number-1.wav", open_book().sound(Clip("number-1", "en")))
    if seconds is None:
        (tmp_path / name).write_bytes(b"no sound at all")
    else:
        write_wav(tmp_path / name, silence(1000 * seconds))
    refused = at("voice", "import", tmp_path)
    assert refused.code == 2
    assert why in refused.data["error"]["message"]
    assert not (hall_folder / "voice").exists()


def test_an_empty_folder(at: HallCommand, tmp_path: Path) -> None:
    assert at("voice", "import", tmp_path).code == 2
    assert at("voice", "import", tmp_path / "none").code == 2


def test_issue_with_a_language(at: HallCommand) -> None:
    assert at("ticket", "issue", "--green", "--language", "en").data["number"] == "G001"
    assert at("ticket", "issue", "--green", "--language", "fr").code == 2
