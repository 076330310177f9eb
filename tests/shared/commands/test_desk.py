"""What a desk does without a screen: visits, appointments, green channel, queues and the day."""

import getpass
from pathlib import Path

import pytest

from shared.commands.options import who
from shared.domain.events import TicketIssued, TicketVoided
from shared.storage.facts import since
from shared.usecases.context import open_hall
from tests.shared.commands.conftest import HallCommand
from tests.support.halls import COMPANY, SOCIAL_CARD, rewrite

REFUSED = 3


def told(folder: Path) -> list[object]:
    ctx = open_hall(folder)
    with ctx.database.read() as tx:
        found: list[object] = [fact.event for fact in since(tx, 0)]
    ctx.database.dispose()
    return found


def test_a_visit_of_several_items(at: HallCommand) -> None:
    words = ("ticket", "issue", "--service", COMPANY, "--service", SOCIAL_CARD)
    issued = at(*words).data
    assert (issued["number"], issued["queue"], issued["stops"]) == ("C001", "C", ["C", "E"])
    assert issued["service"] == f"{COMPANY}、{SOCIAL_CARD}"
    at("window", "call", 3)
    at("window", "finish", 3)
    shown = at("ticket", "show", "C001").data
    assert (shown["state"], shown["queue"]) == ("transferred", "E")
    assert [(stop["queue"], stop["service"], stop["done"]) for stop in shown["stops"]] == [
        ("C", COMPANY, True),
        ("E", SOCIAL_CARD, False),
    ]


def test_a_bundle_by_its_name(at: HallCommand, hall_folder: Path) -> None:
    bundle = f'[[bundle]]\ncode = "shop"\nname = "开店"\nitems = ["{COMPANY}"]\nqueue = "H"\n\n'
    rewrite(hall_folder, ("[[kiosk]]", f"{bundle}[[kiosk]]"))
    issued = at("ticket", "issue", "--service", "开店").data
    assert (issued["number"], issued["service"], issued["stops"]) == ("H001", "开店", ["H"])


def test_an_appointment(at: HallCommand) -> None:
    issued = at("ticket", "issue", "--service", COMPANY, "--at", "23:59").data
    assert (issued["number"], issued["class"]) == ("C001", "booked")
    shown = at("ticket", "show", "C001").data
    assert "T23:59:00" in shown["booked_for"]
    assert at("window", "call", 3).data["number"] is None
    at("ticket", "issue", "--service", COMPANY, "--at", "00:00")
    assert at("window", "call", 3).data["number"] == "C002"


def test_a_slip_is_printed_for_all_that_was_asked(at: HallCommand, tmp_path: Path) -> None:
    slip = tmp_path / "slip.bin"
    words = ("--service", COMPANY, "--service", SOCIAL_CARD, "--at", "23:59", "--by", "王芳")
    done = at("ticket", "issue", *words, "--printer", f"file://{slip}")
    assert (done.code, done.data["print"], done.data["class"]) == (0, "sent", "booked")
    assert done.data["stops"] == ["C", "E"]
    assert SOCIAL_CARD.encode("gb18030") in slip.read_bytes().replace(b"\n", b"")


def test_show_tells_everything_about_a_ticket(at: HallCommand) -> None:
    issued = at("ticket", "issue", "--green", "--category", "残疾人", "--by", "王芳").data
    shown = at("ticket", "show", "G001").data
    issued_at = shown.pop("issued_at")
    wait = shown.pop("wait")
    assert set(wait) == {"low_s", "high_s", "mean_s"}
    assert shown == {
        "number": "G001",
        "day": issued_at[:10],
        "line_day": issued_at[:10],
        "queue": "G",
        "service": None,
        "class": "green",
        "category": "disabled",
        "state": "waiting",
        "window": None,
        "for_window": None,
        "booked_for": None,
        "stops": [],
        "ahead": 0,
        "wait_low_min": issued["wait_low_min"],
        "wait_high_min": issued["wait_high_min"],
        "print": "none",
        "key": issued["key"],
    }


def test_a_number_comes_back_is_given_up_or_taken_back(at: HallCommand, hall_folder: Path) -> None:
    for _ in range(4):
        at("ticket", "issue", "--service", COMPANY)
    at("window", "call", 3)
    at("window", "no-show", 3)
    back = at("ticket", "return", "c1")
    assert (back.code, back.data) == (0, {"number": "C001", "queue": "C", "behind": 2})
    assert at("ticket", "return", "C001").code == REFUSED
    gone = at("ticket", "abandon", "C002").data
    assert gone == {"number": "C002", "queue": "C", "state": "abandoned"}
    assert at("ticket", "abandon", "C002").code == REFUSED
    void = at("ticket", "void", "C003", "--reason", "重复取号", "--by", "李主任").data
    assert (void["state"], void["reason"], void["by"]) == ("void", "重复取号", "李主任")
    assert told(hall_folder)[-1] == TicketVoided("C003", "C", "重复取号", "李主任", from_line=True)
    assert at("ticket", "void", "C003", "--reason", "x").code == REFUSED
    numbers = [at("window", "call", 3).data["number"] for _ in range(3)]
    assert numbers == ["C001", "C004", None]


def test_staff_open_grant_and_revoke_the_green_channel(at: HallCommand, hall_folder: Path) -> None:
    opened = at("green", "open", "--category", "elderly", "--service", COMPANY, "--by", "王芳").data
    assert (opened["number"], opened["stops"], opened["by"]) == ("G001", ["C"], "王芳")
    assert opened["window_place"] == "3、4号窗口"
    issued = told(hall_folder)[1]
    assert isinstance(issued, TicketIssued)
    assert (issued.category, issued.by) == ("elderly", "王芳")
    assert at("green", "open").data["queue"] == "G"
    at("ticket", "issue", "--service", COMPANY)
    granted = at("green", "grant", "C001", "--category", "病弱", "--by", "王芳").data
    assert granted == {"number": "C001", "queue": "C", "category": "ill", "by": "王芳"}
    assert at("green", "grant", "C001", "--category", "ill").code == REFUSED
    revoked = at("green", "revoke", "C001", "--reason", "mistake", "--by", "王芳").data
    assert revoked == {"number": "C001", "queue": "C", "reason": "mistake", "by": "王芳"}
    assert at("green", "revoke", "C001", "--reason", "mistake").code == REFUSED
    assert at("green", "revoke", "G002", "--reason", "own_wish").code == 2
    words = ("green", "revoke", "G002", "--reason", "own_wish", "--queue", "h")
    assert at(*words).data["queue"] == "H"
    assert at("ticket", "show", "G002").data["class"] == "ordinary"


def test_helpers_take_and_meet(at: HallCommand) -> None:
    assert at("alert", "list").data == {"alerts": []}
    at("ticket", "issue", "--green")
    (alert,) = at("alert", "list").data["alerts"]
    assert (alert["number"], alert["queue"], alert["state"]) == ("G001", "G", "open")
    assert alert["due_at"] > alert["raised_at"]
    taken = at("alert", "take", alert["id"], "--by", "李明")
    assert (taken.code, taken.data["action"], taken.data["by"]) == (0, "taken", "李明")
    assert at("alert", "take", alert["id"], "--by", "王芳").code == REFUSED
    (alert,) = at("alert", "list").data["alerts"]
    assert (alert["state"], alert["taken_by"]) == ("taken", "李明")
    assert at("alert", "meet", alert["id"], "--by", "李明").data["action"] == "met"
    assert at("alert", "list").data == {"alerts": []}
    assert at("alert", "meet", alert["id"]).code == REFUSED


def test_a_queue_is_closed_and_opened(at: HallCommand) -> None:
    at("ticket", "issue", "--service", COMPANY)
    closed = at("queue", "close", "c", "--reason", "停电", "--by", "李主任")
    told_so = {"queue": "C", "state": "closed", "reason": "停电", "by": "李主任"}
    assert (closed.code, closed.data) == (0, told_so)
    assert at("queue", "close", "C", "--reason", "停电").code == REFUSED
    refusal = at("ticket", "issue", "--service", COMPANY)
    assert refusal.code == REFUSED
    assert "停电" in refusal.err
    rows = {row["letter"]: row for row in at("queue", "list").data["queues"]}
    assert set(rows) == set("ABCDEFGHJKLMNP")
    assert (rows["C"]["state"], rows["C"]["waiting"]) == ("closed", 1)
    assert "停电" in rows["C"]["why"]
    open_now = {"state": "open", "waiting": 0, "why": "", "opens_at": None}
    assert rows["H"] == {"letter": "H", "name": "自然资源与不动产", **open_now}
    assert at("queue", "open", "C").data["state"] == "open"
    assert at("ticket", "issue", "--service", COMPANY).data["number"] == "C002"


def test_the_day_is_shown_closed_and_reopened(at: HallCommand) -> None:
    fresh = at("day", "show").data
    assert (fresh["state"], fresh["began_at"], fresh["waiting"]) == ("not_begun", None, 0)
    at("ticket", "issue", "--service", COMPANY)
    at("queue", "close", "H", "--reason", "停电")
    shown = at("day", "show").data
    assert (shown["state"], shown["waiting"], shown["carried"]) == ("open", 1, 0)
    assert shown["closed_queues"] == {"H": "停电"}
    closed = at("day", "close", "--by", "李主任").data
    assert closed == {"state": "closed", "left": ["C001"], "void": False, "by": "李主任"}
    assert at("ticket", "issue", "--service", COMPANY).code == REFUSED
    assert at("day", "show").data["state"] == "closed"
    assert at("day", "close", "--void-left").data["left"] == ["C001"]
    assert at("ticket", "show", "C001").data["state"] == "void"
    assert at("day", "reopen", "--by", "李主任").data == {"state": "open", "by": "李主任"}
    assert at("ticket", "issue", "--service", COMPANY).data["number"] == "C002"


def test_people_get_words(run: HallCommand, hall_folder: Path) -> None:
    def words(*command: object) -> str:
        done = run(*command, "--hall", hall_folder)
        assert (done.code, done.err) == (0, "")
        return done.out.strip()

    assert words("day", "show").endswith("not begun, 0 wait")
    assert words("alert", "list") == "nobody waits for a helper"
    assert words("green", "open", "--by", "王芳") == "G001  1、5、8号窗口"
    assert words("alert", "list") == "1  G001 in queue G: open"
    assert words("alert", "take", 1, "--by", "李明") == "李明 is on the way to G001"
    assert words("alert", "list") == "1  G001 in queue G: taken by 李明"
    assert words("alert", "meet", 1, "--by", "李明") == "李明 is with G001"
    visit = ("--service", COMPANY, "--service", SOCIAL_CARD, "--at", "00:00")
    assert words("ticket", "issue", *visit).startswith(f"C001  {COMPANY}、{SOCIAL_CARD}")
    shown = words("ticket", "show", "C001").splitlines()
    assert shown[0] == f"C001 waiting: {COMPANY}、{SOCIAL_CARD}"
    assert shown[1].startswith("  booked for ")
    assert shown[2:] == [f"  · C {COMPANY}", f"  · E {SOCIAL_CARD}"]
    assert words("green", "grant", "C001", "--category", "ill") == "C001 is green (ill)"
    assert words("ticket", "show", "C001").splitlines()[0].endswith("(ill)")
    assert words("green", "revoke", "C001", "--reason", "mistake") == (
        "C001 waits in queue C without the green channel"
    )
    words("window", "call", 3)
    words("window", "no-show", 3)
    assert words("ticket", "return", "C001") == "C001 is back in queue C, at the end"
    assert words("ticket", "abandon", "C001") == "C001 is given up"
    assert words("ticket", "void", "G001", "--reason", "测试") == "G001 is void: 测试"
    assert words("queue", "close", "H", "--reason", "停电") == (
        "queue H 自然资源与不动产 takes nobody in: 停电"
    )
    assert "停电" in words("queue", "list")
    assert words("day", "show").splitlines()[1:] == ["  queue H is closed: 停电"]
    assert words("queue", "open", "H").startswith("queue H 自然资源与不动产 takes people in")
    words("ticket", "issue", "--service", COMPANY)
    assert words("day", "close") == "the day is closed, 1 still waiting: C002"
    assert words("day", "reopen") == "the day is open again"
    assert words("day", "close", "--void-left") == "the day is closed, 1 void now: C002"


def test_who_acts_is_the_login_name_unless_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert who(" 王芳 ") == "王芳"
    monkeypatch.setattr(getpass, "getuser", lambda: "wang")
    assert who(None) == "wang"

    def nobody() -> str:
        raise KeyError("getpwuid(): uid not found: 4711")

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert who(None) == "desk"
