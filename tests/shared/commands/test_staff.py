"""hall staff, and who serves at a window, by command; secrets are never said."""

import io
import logging
from pathlib import Path

import pytest
from openpyxl import Workbook

from shared.storage import passwords
from shared.usecases.context import open_hall
from shared.usecases.staff import admit
from tests.shared.commands.conftest import HallCommand
from tests.support.staff import CHEAP, PASSWORD

LIST = """工号,姓名,单位,职务,电话,党员,B岗,角色
1001,王芳,市场监管局,窗口负责人,8001,是,1002,窗口人员
1002,李强,市场监管局,科员,8002,否,,窗口人员、帮办员
2001,陈主任,中心,值班主任,8000,是,,值班主任
"""
PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)


@pytest.fixture
def staffed(at: HallCommand, tmp_path: Path) -> HallCommand:
    file = tmp_path / "名单.csv"
    file.write_bytes(LIST.encode("gb18030"))
    told = at("staff", "import", file)
    assert (told.code, told.data) == (0, {"rows": 3, "changed": 3, "remarks": []})
    return at


def test_a_list_is_read_whole_or_not_at_all(staffed: HallCommand, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("number", "name", "roles", "星座"), ("1003", "赵敏", "", "狮子"), (1001, "王芳", "cook", "")):  # fmt: skip  # noqa: E501
        sheet.append(row)
    book.save(tmp_path / "more.xlsx")
    told = staffed("staff", "import", tmp_path / "more.xlsx")
    assert told.code == 2
    assert "第3行：“cook” is not a role" in told.err
    assert [one["number"] for one in staffed("staff", "list").data["staff"]] == [
        "1001",
        "1002",
        "2001",
    ]
    photo = tmp_path / "wang.png"
    photo.write_bytes(PNG)
    kept = staffed("staff", "add", "1001", "--post", "首席代表", "--photo", photo).data["staff"]
    assert (kept["name"], kept["post"], kept["photo"]) == ("王芳", "首席代表", "1001.png")
    assert staffed("staff", "add", "1001", "--partner", "7").code == 2
    photo.write_bytes(b"GIF89a")
    assert "is no JPEG or PNG" in staffed("staff", "add", "1001", "--photo", photo).err


def test_a_password_is_set_and_never_said(
    staffed: HallCommand,
    hall_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    real = passwords.hashed
    monkeypatch.setattr("shared.storage.passwords.hashed", lambda text, _cost: real(text, CHEAP))
    with caplog.at_level(logging.DEBUG):
        monkeypatch.setattr("sys.stdin", io.StringIO("short\n"))
        refused = staffed("staff", "password", "1001", "--stdin")
        assert (refused.code, "shorter" in refused.err) == (2, True)
        monkeypatch.setattr("sys.stdin", io.StringIO(PASSWORD + "\n"))
        told = staffed("staff", "password", "1001", "--stdin")
        assert told.data == {"number": "1001", "password": "set"}
        listed = staffed("staff", "list")
        assert [one["password"] for one in listed.data["staff"]] == [True, False, False]
        ctx = open_hall(hall_folder)
        assert admit(ctx, "1001", PASSWORD).name == "王芳"
        ctx.database.dispose()
    for said in (told.out, told.err, listed.out, caplog.text):
        assert PASSWORD not in said
        assert "argon2" not in said
    assert staffed("audit", "verify").data["whole"]


def test_who_serves_by_command(staffed: HallCommand, run: HallCommand, hall_folder: Path) -> None:
    def as_(number: str, *words: object) -> int:
        return run("--as", number, *words, "--hall", hall_folder, "--json").code

    assert as_("1001", "window", "sign-in", 3) == 0
    assert as_("1001", "day", "close") == 3
    assert as_("1001", "window", "sign-out", 9) == 2
    told = ("--reason", "开会", "--place", "三楼", "--contact", "8001")
    assert staffed("window", "away", 3, *told, "--until", "soon").code == 2
    left = staffed("window", "away", 3, *told, "--until", "+40").data
    assert (left["state"], left["away"], left["serving"]) == ("absent", "王芳（1001）", None)
    assert as_("2001", "window", "take-over", 3) == 3  # not the named B
    assert as_("1002", "window", "take-over", 3) == 0
    now = staffed("window", "posts").data["windows"][2]
    assert (now["state"], now["serving"], now["reason"]) == ("covered", "李强（1002）", "开会")
    assert as_("1002", "window", "both-away", 3, "--reason", "x") == 3
    assert as_("2001", "window", "both-away", 3, "--reason", "会议室漏水") == 0
    assert as_("2001", "window", "take-over", 3, "1002", "--sent") == 0
    assert staffed("window", "back", 3, "--work", "两件已办").data["state"] == "attended"
    assert staffed("staff", "disable", "1001").data["staff"]["active"] is False
    assert as_("1001", "window", "call", 3) == 3
    assert staffed("window", "posts").data["windows"][2]["state"] == "vacant"
    code = staffed(
        "window", "ask-leave", 2, "1002", "--reason", "体检", "--until", "+900", "--partner", "2001"
    ).data["case"]
    assert as_("2001", "window", "consent", code, "--unit", "党群工作部") == 0
    assert staffed("audit", "verify").data["whole"]
