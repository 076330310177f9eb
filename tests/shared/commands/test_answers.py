"""What the hall answers when it is asked: why a ticket was called, how true predictions came."""

from pathlib import Path

from tests.shared.commands.conftest import HallCommand
from tests.support.halls import COMPANY, SOCIAL_CARD, rewrite


def test_why_tells_who_was_called_before(
    at: HallCommand, run: HallCommand, hall_folder: Path
) -> None:
    at("ticket", "issue", "--service", SOCIAL_CARD)
    at("ticket", "issue", "--green")
    at("window", "call", 5)
    waits = at("ticket", "why", "E001").data
    assert (waits["number"], waits["window"], waits["called_at"]) == ("E001", None, None)
    assert [(o["number"], o["earlier"]) for o in waits["others"]] == [("G001", False)]
    told = run("ticket", "why", "E001", "--hall", hall_folder).out
    assert "G001: came later, but the green channel goes before all others" in told
    assert "has not been called yet" in told
    at("window", "call", 5)
    assert at("ticket", "why", "E001").data["rule"] == "it was the first in line"
    assert at("ticket", "why", "G001").data["over"] == ["E001"]


def test_why_of_no_number(at: HallCommand) -> None:
    assert at("ticket", "why", "C001").code == 2
    assert at("ticket", "why", "none").code == 2


def test_accuracy_of_today(at: HallCommand, run: HallCommand, hall_folder: Path) -> None:
    assert at("report", "accuracy").data["groups"] == []
    at("ticket", "issue", "--service", COMPANY)
    at("window", "call", 3)
    everybody, ordinary = at("report", "accuracy").data["groups"]
    assert (everybody["group"], everybody["people"]) == ("all", 1)
    assert ordinary["group"] == "ordinary"
    assert "goal 80 %" in run("report", "accuracy", "--by", "queue", "--hall", hall_folder).out
    assert (
        "nobody was called"
        in run(
            "report",
            "accuracy",
            "--from",
            "2026-01-01",
            "--to",
            "2026-01-02",
            "--hall",
            hall_folder,
        ).out
    )


def test_questions_that_cannot_be_answered(at: HallCommand) -> None:
    for words in (("--from", "yesterday"), ("--by", "window"), ("--to", "2020-01-01")):
        refused = at("report", "accuracy", *words)
        assert refused.code == 2
        assert refused.data["error"]["hint"]


def test_doctor_names_a_bundle_of_unknown_items(at: HallCommand, hall_folder: Path) -> None:
    rewrite(hall_folder, ('"建筑工程施工许可证核发"]', '"没有的事项"]'))
    checks = {check["check"]: check for check in at("doctor").data["checks"]}
    assert checks["catalogue"]["verdict"] == "bad"
    assert "没有的事项" in checks["catalogue"]["what"]
    assert checks["clock"]["verdict"] == "fine"


def test_the_categories_with_their_right_and_proof(
    at: HallCommand, run: HallCommand, hall_folder: Path
) -> None:
    found = {one["code"]: one for one in at("green", "categories").data["categories"]}
    assert list(found) == ["elderly", "ill", "disabled", "pregnant"]
    assert (found["elderly"]["min_age"], found["elderly"]["basis"]) == (60, "老年人权益保障法")
    told = run("green", "categories", "--hall", hall_folder).out
    assert "老年人 60+" in told
    assert "残疾人证 (以证件为准)" in told
