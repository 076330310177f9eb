"""hall audit: what it says and how it ends."""

import sqlite3
from pathlib import Path

from tests.shared.commands.conftest import HallCommand
from tests.support.halls import COMPANY


def change(folder: Path, statement: str) -> None:
    with sqlite3.connect(folder / "hall.db") as database:
        database.execute(statement)
    database.close()


def work(at: HallCommand) -> None:
    at("ticket", "issue", "--service", COMPANY)
    at("ticket", "issue", "--service", COMPANY)
    at("window", "call", 3)


def test_a_whole_past_is_sealed_and_verified(at: HallCommand) -> None:
    work(at)
    empty = at("audit", "head")
    assert empty.data == {"head": "0" * 64, "seal": 0, "last_fact": None, "unsealed": 4}
    sealed = at("audit", "seal")
    digest = sealed.data["head"]
    assert sealed.data == {
        "sealed_now": 4,
        "head": digest,
        "seal": 1,
        "last_fact": 4,
        "unsealed": 0,
    }
    assert at("audit", "head").data["head"] == digest
    verified = at("audit", "verify", "--anchor", digest)
    assert (verified.code, verified.err) == (0, "")
    assert verified.data == {
        "whole": True,
        "seals": 1,
        "sealed": 4,
        "unsealed": 0,
        "head": digest,
        "broken": None,
        "anchored": True,
        "differences": [],
        "unknown": 0,
    }


def test_people_are_told_what_to_note(at: HallCommand, run: HallCommand, hall_folder: Path) -> None:
    work(at)
    told = run("audit", "head", "--hall", hall_folder).out.splitlines()
    assert told == [
        "nothing is sealed yet",
        " ".join(["0" * 8] * 8),
        "4 facts are not sealed yet: hall audit seal",
    ]
    told = run("audit", "seal", "--hall", hall_folder).out.splitlines()
    digest = at("audit", "head").data["head"]
    assert told[:2] == ["4 facts sealed", "seal 1, up to fact 4"]
    assert told[2].replace(" ", "") == digest
    verified = run("audit", "verify", "--hall", hall_folder, "--anchor", told[2])
    assert verified.code == 0
    assert verified.out.splitlines() == [
        "1 seals hold over 4 facts; 0 are not sealed yet",
        f"head {told[2]}",
        "whole: nothing was changed, and the tables are as the facts tell",
    ]


def test_a_changed_past_is_told_and_is_exit_1(
    at: HallCommand, run: HallCommand, hall_folder: Path
) -> None:
    work(at)
    at("audit", "seal")
    change(hall_folder, "UPDATE fact SET business_day = '2020-01-01' WHERE id = 4")
    change(hall_folder, "UPDATE ticket SET queue = 'A' WHERE number = 2")
    change(
        hall_folder, "INSERT INTO fact SELECT 9, at, business_day, 'Newer', '{}' FROM fact LIMIT 1"
    )
    found = at("audit", "verify", "--anchor", "f" * 64)
    assert found.code == 1
    assert found.data["broken"] == {
        "seal": 1,
        "first_fact": 1,
        "last_fact": 4,
        "why": "what was sealed is not what is there: a fact or a seal was changed",
    }
    assert (found.data["anchored"], found.data["unknown"], found.data["sealed"]) == (False, 1, 0)
    told = run("audit", "verify", "--hall", hall_folder, "--anchor", "f" * 64)
    assert told.code == 1
    assert "BROKEN at seal 1 (facts 1 to 4): what was sealed" in told.out
    assert "BROKEN: the noted digest is not in the chain that holds" in told.out
    assert "1 facts are of a newer release" in told.out
    assert "DIFFERS: ticket C002 of " in told.out


def test_many_differences_are_counted(at: HallCommand, run: HallCommand, hall_folder: Path) -> None:
    for _ in range(60):
        at("ticket", "issue", "--service", COMPANY)
    change(hall_folder, "UPDATE ticket SET place = place + 1")
    told = run("audit", "verify", "--hall", hall_folder).out
    assert "… and 10 more differences: --json names them all" in told
    assert len(at("audit", "verify").data["differences"]) == 60


def test_what_cannot_be_a_digest_is_refused(at: HallCommand) -> None:
    refused = at("audit", "verify", "--anchor", "12ab")
    assert refused.code == 2
    assert "“12ab” is not a digest" in refused.err
    assert "hall audit head prints it" in refused.err
