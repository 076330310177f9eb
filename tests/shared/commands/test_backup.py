"""hall backup and hall restore on the command line."""

from pathlib import Path

from tests.shared.commands.conftest import HallCommand
from tests.support.halls import COMPANY

BROKEN, BAD_INPUT, REFUSED = 1, 2, 3


def test_a_hall_goes_into_a_file_and_comes_back(
    at: HallCommand, run: HallCommand, hall_folder: Path, tmp_path: Path
) -> None:
    at("ticket", "issue", "--service", COMPANY)
    file, new = tmp_path / "hall.zip", tmp_path / "new"
    done = at("backup", file)
    assert done.data.pop("bytes") == file.stat().st_size
    taken_at = done.data["taken_at"]
    rows = done.data["rows"]
    # the day began, a number was given out
    assert (rows["ticket"], rows["item"], rows["fact"]) == (
        1,
        336,
        2,
    )
    assert {name: done.data[name] for name in ("file", "hall", "newest_fact")} == {
        "file": str(file),
        "hall": "luojiang",
        "newest_fact": 2,
    }
    back = run("restore", file, "--hall", new, "--json")
    assert (back.code, back.err) == (0, "")
    assert back.data == {
        "folder": str(new),
        "hall": "罗江经开区政务服务中心",
        "database": f"sqlite:///{new / 'hall.db'}",
        "taken_at": taken_at,
        "newest_fact": 2,
        "rows": rows,
        "hall_toml": "written",
        "old_database": None,
    }
    issued = run("ticket", "issue", "--service", COMPANY, "--hall", new, "--json")
    assert issued.data["number"] == "C002"


def test_people_are_told_what_to_do_next(at: HallCommand, run: HallCommand, tmp_path: Path) -> None:
    file, new = tmp_path / "hall.zip", tmp_path / "new"
    at("backup", file)
    first = run("restore", file, "--hall", new)
    assert "hall.toml written" in first.out
    assert f"hall doctor --hall {new}" in first.out
    refused = run("restore", file, "--hall", new, "--json")
    assert refused.code == REFUSED
    assert "--replace" in refused.data["error"]["hint"]
    again = run("restore", file, "--hall", new, "--replace")
    assert again.code == 0
    (old,) = new.glob("hall.db.before-restore-*")
    assert str(old) in again.out


def test_each_refusal_has_its_exit_code(at: HallCommand, run: HallCommand, tmp_path: Path) -> None:
    for words in (
        ("backup", tmp_path, "--hall", tmp_path / "nowhere"),
        ("restore", tmp_path / "none.zip", "--hall", tmp_path / "new"),
    ):
        done = run(*words, "--json")
        assert done.code == BAD_INPUT
        assert done.data["error"]["hint"]
    assert at("backup", tmp_path).code == BAD_INPUT
    assert at("backup", tmp_path / "no" / "hall.zip").code == BAD_INPUT
    (tmp_path / "file").write_text("")
    at("backup", tmp_path / "hall.zip")
    done = run("restore", tmp_path / "hall.zip", "--hall", tmp_path / "file" / "new", "--json")
    assert done.code == BROKEN
    assert done.data["error"]["hint"]
