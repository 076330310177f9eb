"""hall purge, hall case forget and export-person: dry first, then done, and told."""

import json
from pathlib import Path

from tests.shared.commands.conftest import HallCommand

PHONE = "13812345678"


def test_a_person_asks(at: HallCommand, run: HallCommand, hall_folder: Path) -> None:
    assert at("purge").data == {"due": [], "registers": {}, "done": False}
    helped = at("case", "open", "help", "--set", "need=forms", "--set", f"phone={PHONE}").data[
        "case"
    ]
    at("case", "advance", helped, "give_up")
    kept = at("case", "open", "complaint", "--set", "method=phone", "--set", f"phone={PHONE}")
    file = hall_folder / "person.json"
    told = at("case", "export-person", PHONE, file).data
    assert told["cases"] == [helped, kept.data["case"]]
    written = json.loads(file.read_text(encoding="utf-8"))
    assert [case["fields"]["phone"] for case in written["cases"]] == [PHONE, PHONE]
    assert file.stat().st_mode & 0o777 == 0o600
    dry = at("case", "forget", "--person", PHONE).data
    assert [one["refused"] != "" for one in dry["cases"]] == [False, True]
    assert at("case", "show", helped, "--reveal").data["fields"]["phone"] == PHONE
    words = run("case", "forget", "--person", PHONE, "--hall", hall_folder).out
    assert f"{helped}  帮办  can be forgotten" in words
    assert "kept: the case is going on" in words
    done = at("case", "forget", "--person", PHONE, "--yes").data
    assert (done["forgotten"], done["left"]) == ([helped], 0)
    assert at("case", "show", helped, "--reveal").data["fields"] == {"need": "forms"}
    assert at("case", "forget").code == 2
    assert at("purge", "--yes").data == {"purged": [], "left": 0, "swept": True, "whole": True}


def test_a_register_as_a_sheet(at: HallCommand, run: HallCommand, hall_folder: Path) -> None:
    at("case", "open", "help", "--set", "need=forms", "--set", f"phone={PHONE}")
    file = hall_folder / "help.xlsx"
    told = at("case", "export", "帮办", file).data
    assert (told["register"], told["rows"], told["revealed"]) == ("help", 1, False)
    again = run("case", "import", "help", file, "--hall", hall_folder)
    assert again.code == 2
    assert "已遮盖，不能导入" in again.err
    sheet = hall_folder / "new.csv"
    sheet.write_text("需要的帮助,联系电话\n填表,13912345678\n轮椅,12\n", encoding="gb18030")
    refused = run("case", "import", "help", sheet, "--hall", hall_folder)
    assert (refused.code, "第3行“联系电话”" in refused.err) == (2, True)
    sheet.write_text("需要的帮助,联系电话\n填表,13912345678\n轮椅,\n", encoding="utf-8")
    assert len(at("case", "import", "help", sheet).data["opened"]) == 2
    assert run("case", "export", "help", hall_folder / "x.doc", "--hall", hall_folder).code == 2
    assert at("case", "export", "help", hall_folder / "all.csv", "--reveal").data["rows"] == 3
    assert "13912345678" in (hall_folder / "all.csv").read_text(encoding="utf-8-sig")
