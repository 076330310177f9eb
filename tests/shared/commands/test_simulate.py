"""hall simulate as a person and a program meet it: tables, JSON, picture, refusals."""

import json
from pathlib import Path

import pytest
from PIL import Image

from shared.commands.simulate import simulate
from shared.domain.errors import BadInput

SCENARIO = """
windows = 4
service_per_hour = 6
policy = "strict"
hours = 48
seed = 7

[[class]]
name = "绿色通道"
priority = 2
{green}

[[class]]
name = "普通"
priority = 1
{ordinary}
"""
DRAWN = SCENARIO.format(
    green="arrivals_per_hour = 4", ordinary="arrivals_per_hour = 24\npatience_min = 40"
)


@pytest.fixture
def scenario(tmp_path: Path) -> Path:
    path = tmp_path / "scenario.toml"
    path.write_text(DRAWN, encoding="utf-8")
    return path


def test_a_program_learns_everything(scenario: Path, capsys: pytest.CaptureFixture[str]) -> None:
    simulate(scenario, as_json=True)
    found = json.loads(capsys.readouterr().out)

    assert found["utilisation"] > 0.8
    assert set(found) == {
        *("wait_mean_min", "stderr_min", "wait_max_min", "utilisation", "tickets", "left"),
        *("fairness", "prediction", "classes"),
    }
    ordinary = found["classes"]["普通"]
    assert {
        *("wait_mean_min", "stderr_min", "wait_p10_min", "wait_p90_min", "wait_max_min"),
        *("served", "left", "waiting_at_end", "fairness", "prediction"),
    } == set(ordinary)
    assert ordinary["left"] == found["left"] > 0
    assert ordinary["fairness"]["overtaken_share"] > 0
    assert ordinary["fairness"]["overtaken_by_own_class_share"] == 0
    assert 0 < found["fairness"]["jain_of_classes"] < 1
    told = ordinary["prediction"]
    assert 0 < told["coverage"] < 1
    assert told["mse_to_optimal"] == pytest.approx(
        (told["rmse_min"] / told["rmse_optimal_min"]) ** 2
    )


def test_a_person_reads_tables(scenario: Path, capsys: pytest.CaptureFixture[str]) -> None:
    simulate(scenario)
    out = capsys.readouterr().out

    for words in ("waits, minutes", "fairness", "predictions, minutes", "绿色通道", "mean wait"):
        assert words in out


def test_recorded_arrivals_lie_beside_the_scenario(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "scenario.toml"
    text = SCENARIO.format(green="", ordinary="")
    path.write_text('arrivals_csv = "day.csv"' + text, encoding="utf-8")
    (tmp_path / "day.csv").write_text("time,class\n08:30,普通\n08:31,绿色通道\n", "utf-8")

    simulate(path, as_json=True)

    found = json.loads(capsys.readouterr().out)
    assert (found["tickets"], found["wait_mean_min"], found["prediction"]) == (2, 0, None)


@pytest.mark.parametrize("fonts", ["Chinese", "none"])
def test_a_picture_of_it(
    scenario: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fonts: str
) -> None:
    if fonts == "none":
        monkeypatch.setattr("shared.simulation.canvas._FONTS", ())
    simulate(scenario, tmp_path / "picture.png")

    with Image.open(tmp_path / "picture.png") as picture:
        assert picture.format == "PNG"
        assert picture.width == 2000
        colours = {colour for _, colour in picture.getcolors(1 << 24) or ()}
    assert {(0x25, 0x63, 0xA8), (0xC8, 0x57, 0x1B)} <= colours


def test_a_picture_of_a_hall_where_nobody_came(scenario: Path, tmp_path: Path) -> None:
    scenario.write_text(DRAWN.replace("hours = 48", "hours = 0.0001"), encoding="utf-8")
    simulate(scenario, tmp_path / "picture.png")

    assert (tmp_path / "picture.png").exists()


def test_a_picture_needs_a_folder(scenario: Path, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be written"):
        simulate(scenario, tmp_path / "none" / "picture.png")
