"""hall case and hall calendar: what they say and how they end; a register by data alone."""

from pathlib import Path

import pytest

from tests.shared.commands.conftest import HallCommand
from tests.support.lost_property import LOST_PROPERTY


@pytest.fixture
def lost(hall_folder: Path) -> Path:
    """A hall with a register of its own."""
    own = hall_folder / "registers"
    own.mkdir()
    (own / "lost_property.toml").write_text(LOST_PROPERTY, encoding="utf-8")
    return hall_folder


def sets(**fields: str) -> list[str]:
    return [word for name, value in fields.items() for word in ("--set", f"{name}={value}")]


@pytest.mark.usefixtures("lost")
def test_a_register_of_the_hall_needs_data_alone(at: HallCommand) -> None:
    known = at("case", "registers").data["registers"]
    assert {"code": "lost_property", "name": "失物招领", "prefix": "SWZ", "document": "made up for tests"} in known  # fmt: skip  # noqa: E501
    found = at("case", "registers", "失物招领").data
    assert [one["step"] for one in found["steps"]][:3] == ["open", "announce", "claim"]
    opened = at("case", "open", "SWZ", *sets(thing="黑色雨伞", found_at="大厅", weeks="30"))
    assert (opened.code, opened.err) == (0, "")
    code = opened.data["case"]
    assert code.startswith("SWZ-")
    phases = {one["deadline"]: one for one in opened.data["deadlines"]}
    assert set(phases) == {"announce", "keep"}
    refused = at("case", "advance", code, "hand_on", "--as", "manager")
    assert refused.code == 3
    assert "“保管期” is over" in refused.err
    assert at("case", "advance", code, "claim", "--as", "manager", *sets(owner="李")).code == 3
    missing = at("case", "advance", code, "claim")
    assert missing.code == 2
    assert "needs: owner 失主" in missing.err
    claimed = at("case", "advance", code, "claim", *sets(owner="李四光", phone="138 1234 5678"))
    assert claimed.data["state"] == "claimed"
    shown = at("case", "show", code).data
    assert shown["fields"]["owner"] == "李**"
    assert shown["fields"]["phone"] == "138****5678"
    assert at("case", "show", code, "--reveal").data["fields"]["phone"] == "13812345678"
    assert [one["step"] for one in shown["steps"]] == ["doubt", "give"]
    assert shown["papers"] == [{"paper": "tag", "title": "失物保管单"}]
    done = at("case", "advance", code, "give")
    assert (done.data["closed"], done.data["state"]) == (True, "returned")
    assert at("case", "list", "SWZ").data["cases"] == []
    (listed,) = at("case", "list", "SWZ", "--closed").data["cases"]
    assert listed["forget_on"] > listed["closed_at"]
    assert at("audit", "verify").data["whole"]


def test_what_is_due_is_told(at: HallCommand, run: HallCommand, hall_folder: Path) -> None:
    assert at("case", "due").data == {"due": []}
    code = at("case", "open", "complaint", "--as", "applicant", *sets(method="onsite")).data["case"]
    (due,) = at("case", "due").data["due"]
    assert (due["case"], due["deadline"], due["phase"]) == (code, "arrival", "running")
    told = run("case", "due", "--hall", hall_folder)
    assert f"{code}  处置人5分钟内到场: running, " in told.out
    shown = run("case", "show", code, "--hall", hall_folder)
    assert "next: arrive 处置人到场并亮明身份" in shown.out
    assert "投诉方式: 现场" in shown.out
    listed = run("case", "list", "--hall", hall_folder)
    assert f"{code}  举报投诉  已接到" in listed.out


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("open", "weather"), 2, "there is no register"),
        (("open", "complaint", "--set", "method"), 2, "is no field"),
        (("open", "complaint", "--as", "king"), 2, "is not a role"),
        (("open", "complaint", "--as", "system"), 2, "is not a role"),
        (("open", "letter_box"), 3, "may not do"),
        (("advance", "TS-1", "arrive"), 2, "there is no case TS-1"),
        (("show", "TS-1"), 2, "there is no case TS-1"),
        (("due", "--days", "-1"), 2, "below 0"),
        (("list", "weather"), 2, "there is no register"),
    ],
)
def test_refusals(at: HallCommand, words: tuple[str, ...], code: int, says: str) -> None:
    refused = at("case", *words)
    assert refused.code == code
    assert says in refused.err
    assert "→" in refused.err


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('prefix = "SWZ"', 'prefix = "TS"', "complaint has the prefix TS already"),
        ('to = "kept"', 'to = "nowhere"', "there is no state nowhere"),
        ('met_by = ["give"]', 'met_by = ["gift"]', "there is no step gift"),
        ("working_hours = 2", "working_hours = 2, days = 1", "name one unit"),
        ('"weeks"', '"thing"', "thing is no field with a number"),
        ("keep_days = 30", "keep_days = 0", "personal fields need the time"),
        ('kind = "number"', 'kind = "integer"', "integer"),
        ("[step.open]", "[step.begin]", "step open has to be there"),
        ("[step.doubt]", "[step.doubt", "is not valid TOML"),
        ("most = 90", "mostly = 90", "mostly"),
    ],
)
def test_a_register_that_is_wrong_says_where(
    at: HallCommand, lost: Path, old: str, new: str, says: str
) -> None:
    file = lost / "registers" / "lost_property.toml"
    assert old in LOST_PROPERTY
    file.write_text(LOST_PROPERTY.replace(old, new), encoding="utf-8")
    wrong = at("case", "registers")
    assert wrong.code == 2
    assert says in wrong.err
    assert "docs/registers.md" in wrong.err or "TOML" in wrong.err
    assert at("ticket", "issue", "--green").code == 0  # nobody waits because of it


def test_a_hall_replaces_a_register(at: HallCommand, hall_folder: Path) -> None:
    from shared.registers.load import SHIPPED

    text = (SHIPPED / "whereabouts.toml").read_text(encoding="utf-8")
    own = hall_folder / "registers"
    own.mkdir()
    renamed = text.replace('name = "去向留言"', 'name = "外出登记"')
    (own / "whereabouts.toml").write_text(renamed, encoding="utf-8")
    assert at("case", "registers", "QX").data["name"] == "外出登记"


def test_the_calendar(at: HallCommand, hall_folder: Path, tmp_path: Path) -> None:
    days = at("calendar", "show", "2026").data["days"]
    assert {"day": "2026-02-14", "kind": "work", "name": "春节"} in days
    assert at("calendar", "show", "2027").code == 2
    file = tmp_path / "2027.csv"
    file.write_text("day,kind,name\n2027-01-01,holiday,元旦\n", encoding="utf-8")
    assert at("calendar", "load", file).data == {"changed": []}
    assert len(at("calendar", "show", "2027").data["days"]) == 1
    assert at("calendar", "set", "2027-01-02", "work", "--name", "补班").code == 0
    assert len(at("calendar", "show", "2027").data["days"]) == 2
    assert at("calendar", "set", "2027-01-02", "feast").code == 2
    assert at("calendar", "set", "2031-01-02", "work").code == 2


def test_a_new_key_is_named(at: HallCommand, hall_folder: Path) -> None:
    name = at("case", "new-key").data["key"]
    assert len(name) == 8
    assert at("case", "new-key").data["key"] != name
    assert len((hall_folder / "hall.key").read_text().split()) == 2
