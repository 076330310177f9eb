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
