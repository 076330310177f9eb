"""Scenario files and recorded arrivals: what is read, and what is refused with which words."""

from pathlib import Path

import pytest

from shared.domain.errors import BadInput
from shared.simulation.engine import simulate
from shared.simulation.recorded import recorded_arrivals
from shared.simulation.report import report
from shared.simulation.scenario import ClassToml, Scenario, read_scenario

HEAD = 'windows = 2\nservice_per_hour = 6\npolicy = "strict"\nhours = 24\nseed = 1\n'
ONE = '[[class]]\nname = "普通"\narrivals_per_hour = 4\npriority = 1\n'
FROM_FILE = Scenario(
    1, 6, "fifo", 24, 1, (ClassToml("green"), ClassToml("普通")), arrivals_csv="day.csv"
)


def read(tmp_path: Path, text: str) -> Scenario:
    path = tmp_path / "scenario.toml"
    path.write_text(text, encoding="utf-8")
    return read_scenario(path)


def recorded(tmp_path: Path, text: str, encoding: str = "utf-8") -> list[tuple[float, str]]:
    path = tmp_path / "day.csv"
    path.write_bytes(text.encode(encoding))
    return recorded_arrivals(path, FROM_FILE)


def test_a_scenario_with_everything(tmp_path: Path) -> None:
    scenario = read(
        tmp_path,
        HEAD
        + 'service = "lognormal"\nservice_cv = 0.7\n'
        + ONE
        + "patience_min = 30\n[[peak]]\nfrom_hour = 9\nto_hour = 11.5\nfactor = 2\n",
    )
    assert scenario.classes[0].patience_min == 30
    assert scenario.peaks[0].to_hour == 11.5


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (HEAD + ONE + ONE, "two classes have one name"),
        (HEAD + "warmup_hours = 24\n" + ONE, "nothing is left"),
        (HEAD + '[[class]]\nname = "a"\n', "no arrivals_per_hour"),
        (HEAD + 'arrivals_csv = "a.csv"\n' + ONE, "and so does another key"),
        (HEAD + "service_cv = 1\n" + ONE, "service_cv is for lognormal"),
        (HEAD + ONE + "[[peak]]\nfrom_hour = 9\nto_hour = 8\nfactor = 2\n", "ends before"),
        (HEAD + ONE + "[[peak]]\nfrom_hour = 9\nto_hour = 25\nfactor = 2\n", "<= 24"),
        (HEAD.replace("strict", "accumulate") + ONE.replace("ity = 1", "ity = 0"), "no priority"),
        (HEAD + ONE + "patience = 3\n", "unknown field `patience`"),
        (HEAD + ONE + "patience_min = 0\n", "> 0"),
        ("windows = ", "Invalid value"),
    ],
)
def test_a_scenario_that_contradicts_itself_is_refused(
    tmp_path: Path, text: str, words: str
) -> None:
    with pytest.raises(BadInput, match=words):
        read(tmp_path, text)


def test_a_scenario_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be read"):
        read_scenario(tmp_path / "none.toml")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_arrivals_of_one_day_in_any_order(tmp_path: Path, encoding: str) -> None:
    text = "Time,Class\n8:31,普通\n08:30:30,green\n\n17:05,普通\n"
    assert recorded(tmp_path, text, encoding) == [
        (510.5, "green"),
        (511.0, "普通"),
        (1025.0, "普通"),
    ]


def test_arrivals_with_dates_begin_at_the_first_midnight(tmp_path: Path) -> None:
    text = "class,time\ngreen,2026-03-02T23:30:00+08:00\ngreen,2026-03-02 08:00\n"
    assert recorded(tmp_path, text) == [(480.0, "green"), (1410.0, "green")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "line 1: the columns time and class are missing"),
        ("time,kind\n08:30,green\n", "line 1: the columns"),
        ("time,class\n", "has no arrival"),
        ("time,class\n08:30,green\n24:00,green\n", "line 3: “24:00” is no time"),
        ("time,class\n2026-03-02,green\n", "line 2: “2026-03-02” is no time"),
        ("time,class\n08:30\n", "line 2: there is no class “”"),
        ("time,class\n08:30,blue\n", "line 2: there is no class “blue”"),
        ("time,class\n08:30,green\n2026-03-02 08:30,green\n", "line 3: times with a date"),
        ("time,class\n2026-03-02 08:30,green\n2026-03-03 08:30,green\n", "after 24 hours"),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(BadInput, match=words):
        recorded(tmp_path, text)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be read"):
        recorded_arrivals(tmp_path / "none.csv", FROM_FILE)


def test_recorded_people_are_served_in_a_simulated_day() -> None:
    arrivals = [(480.0 + i, "green" if i % 4 == 0 else "普通") for i in range(40)]
    found = report(simulate(FROM_FILE, arrivals))

    assert {name: one.served for name, one in found.classes.items()} == {"green": 10, "普通": 30}
    assert found.wait_mean > 60  # forty people, six an hour
    assert found.prediction is not None
