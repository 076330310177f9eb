"""What the commands print for programs (issue 2, point 10)."""

from collections import Counter
from pathlib import Path

import pytest

from shared.cli import EXIT_BAD_INPUT
from tests.shared.commands.conftest import HallCommand
from tests.support.halls import COMPANY, SOCIAL_CARD


def test_issue_tells_everything_about_the_number(at: HallCommand) -> None:
    done = at("ticket", "issue", "--service", COMPANY)
    key = done.data["key"]
    assert done.data == {
        "number": "C001",
        "queue": "C",
        "stops": ["C"],
        "service": COMPANY,
        "class": "ordinary",
        "ahead": 0,
        "wait_low_min": 1,
        "wait_high_min": 13,
        "window_place": "3、4号窗口",
        "key": key,
        "print": "none",
    }
    assert (done.code, done.err, len(key)) == (0, "", 16)


def test_green_needs_no_service(at: HallCommand) -> None:
    data = at("ticket", "issue", "--green").data
    assert (data["number"], data["class"], data["service"]) == ("G001", "green", None)
    data = at("ticket", "issue", "--green", "--service", SOCIAL_CARD).data
    assert (data["number"], data["queue"], data["service"]) == ("G002", "E", SOCIAL_CARD)


def test_show_follows_a_ticket(at: HallCommand) -> None:
    issued = at("ticket", "issue", "--service", COMPANY).data
    shown = at("ticket", "show", "c1").data
    assert (shown["state"], shown["window"], shown["print"]) == ("waiting", None, "none")
    assert {name: shown[name] for name in ("number", "queue", "key", "service")} == {
        name: issued[name] for name in ("number", "queue", "key", "service")
    }
    at("window", "call", 3)
    shown = at("ticket", "show", "C001").data
    assert (shown["state"], shown["window"]) == ("serving", 3)


def test_call_tells_who_comes_or_that_nobody_waits(at: HallCommand) -> None:
    nobody = at("window", "call", 3)
    assert (nobody.code, nobody.data) == (0, {"number": None, "window": 3})
    at("ticket", "issue", "--service", COMPANY)
    assert at("window", "call", 3).data == {
        "number": "C001",
        "window": 3,
        "queue": "C",
        "class": "ordinary",
        "service": COMPANY,
        "reason": "first_come",
    }


def test_call_takes_a_named_ticket(at: HallCommand) -> None:
    at("ticket", "issue", "--service", COMPANY)
    at("ticket", "issue", "--service", COMPANY)
    assert at("window", "call", 3, "--ticket", "C002").data["number"] == "C002"


def test_a_window_works_through_a_visit(at: HallCommand) -> None:
    at("ticket", "issue", "--service", COMPANY)
    at("window", "call", 3)
    acts: list[tuple[tuple[object, ...], str]] = [
        (("recall", 3), "called again"),
        (("park", 3), "parked"),
        (("resume", 3, "C001"), "resumed"),
        (("no-show", 3), "no-show"),
        (("resume", 4, "C001"), "resumed"),
        (("transfer", 4, "--to-window", 7, "--front"), "transferred"),
        (("call", 7), ""),
        (("transfer", 7, "--to-queue", "C"), "transferred"),
        (("call", 3), ""),
        (("finish", 3), "done"),
    ]
    for words, action in acts:
        done = at("window", *words)
        assert (done.code, done.data["number"], done.data["window"]) == (0, "C001", words[1])
        assert done.data.get("action", "") == action
    rated = at("window", "rate", 3, 5)
    assert rated.data == {"number": "C001", "window": 3, "score": 5}


def test_start_is_for_halls_that_start_explicitly(at: HallCommand, hall_folder: Path) -> None:
    path = hall_folder / "hall.toml"
    text = path.read_text(encoding="utf-8").replace('start = "on_call"', 'start = "explicit"')
    path.write_text(text, encoding="utf-8")
    at("ticket", "issue", "--service", COMPANY)
    at("window", "call", 3)
    assert at("window", "start", 3).data["action"] == "serving"


def test_the_catalogue_lists_every_source_entry(at: HallCommand) -> None:
    items = at("catalog", "list").data["items"]
    counts = Counter(
        (source["document"], source["table"], source["type"])
        for item in items
        for source in item["sources"]
    )
    assert counts == {  # hall.md, The catalogue
        ("004", "2-1", "公共服务"): 112,
        ("004", "2-1", "行政许可"): 48,
        ("004", "2-1", "其他行政权力"): 27,
        ("004", "2-1", "党建服务"): 6,
        ("004", "2-1", "行政确认"): 5,
        ("004", "2-1", "邮政服务"): 3,
        ("004", "2-1", "企业服务"): 1,
        ("004", "2-2", "行政许可"): 76,
        ("004", "2-2", "公共服务"): 58,
        ("004", "2-2", "其他行政权力"): 22,
        ("004", "2-2", "行政确认"): 2,
    }
    tables = [{source["table"] for source in item["sources"]} for item in items]
    assert tables.count({"2-1", "2-2"}) == 24
    numbers = [s["number"] for item in items for s in item["sources"] if s["table"] == "2-2"]
    assert numbers.count(57) == 2  # as printed
    assert 58 not in numbers
    assert all(item["code"] and item["name"] and item["queue"] for item in items)


def test_init_tells_what_it_made_and_may_run_again(run: HallCommand, tmp_path: Path) -> None:
    folder = tmp_path / "new"
    for _ in range(2):
        done = run("init", folder, "--sample", "luojiang", "--json")
        assert (done.code, done.data["items"]) == (0, 336)
        assert done.data["folder"] == str(folder)


def test_import_puts_a_list_in_the_place_of_the_halls(at: HallCommand, tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("名称,类型,部门\n灯会许可,行政许可,公安局\n", encoding="utf-8")
    done = at("catalog", "import", path)
    assert (done.code, done.data["items"]) == (0, 1), done.err
    items = at("catalog", "list").data["items"]
    assert [(item["name"], item["queue"]) for item in items] == [("灯会许可", "L")]


def test_doctor_answers_for_programs(at: HallCommand) -> None:
    data = at("doctor").data
    verdicts = {check["check"]: check["verdict"] for check in data["checks"]}
    assert verdicts["database"] == "fine"
    assert verdicts["catalogue"] == "fine"
    assert all(check["do"] for check in data["checks"] if check["verdict"] != "fine")


def test_people_get_words_instead_of_json(run: HallCommand, hall_folder: Path) -> None:
    done = run("ticket", "issue", "--service", COMPANY, "--hall", hall_folder)
    assert done.out.splitlines()[0] == f"C001  {COMPANY}"
    assert "前面还有0人，约1-13分钟" in done.out
    assert "3、4号窗口" in done.out


def test_the_hall_may_come_from_the_environment(
    run: HallCommand, hall_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HALLCALL_HALL", str(hall_folder))
    assert run("window", "call", 3, "--json").data == {"number": None, "window": 3}
    monkeypatch.delenv("HALLCALL_HALL")
    monkeypatch.chdir(hall_folder)
    assert run("window", "call", 4, "--json").data == {"number": None, "window": 4}


def test_a_day_is_reported(at: HallCommand, tmp_path: Path) -> None:
    at("ticket", "issue", "--service", COMPANY)
    at("window", "call", "3")
    files = {kind: tmp_path / f"day.{kind}" for kind in ("xlsx", "pdf", "png")}
    options = [word for kind, file in files.items() for word in (f"--{kind}", file)]
    told = at("report", "day", *options)
    assert told.code == 0
    assert (told.data["total"]["issued"], told.data["windows"]["3"]["called"]) == (1, 1)
    beginnings = {"xlsx": b"PK", "pdf": b"%PDF", "png": b"\x89PNG"}
    for kind, file in files.items():
        assert file.read_bytes().startswith(beginnings[kind])
    assert at("report", "month").data["total"]["issued"] == 1
    for wrong in (("day", "today"), ("month", "2026-13"), ("month", "November")):
        assert at("report", *wrong).code == EXIT_BAD_INPUT


def test_a_report_fits_a_terminal(
    run: HallCommand, hall_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    run("ticket", "issue", "--service", COMPANY, "--hall", hall_folder)
    out = run("report", "day", "--hall", hall_folder).out
    assert "…" not in out
    assert "good" in out
    assert "C 市场监管" in out
