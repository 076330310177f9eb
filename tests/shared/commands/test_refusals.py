"""Bad input gets a clear error, a hint and an exit code of its own (issue 2, Done when)."""

import ast
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from shared.config import load_hall
from tests.shared.commands.conftest import HallCommand, Outcome
from tests.support.halls import COMPANY, ROOT, rewrite

BROKEN, BAD_INPUT, REFUSED, NOT_PRINTED = 1, 2, 3, 4


def refused(done: Outcome, code: int, words: str) -> None:
    """Told once for people, with what to do, and once for programs."""
    assert done.code == code, done
    first, *rest = done.err.splitlines()
    assert first.startswith("hall: ")
    assert words in first
    assert any(line.startswith("  → ") and len(line) > 6 for line in rest)
    error = done.data["error"]
    assert words in error["message"]
    assert error["hint"]


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("ticket", "issue", "--service", "没有这个事项"), BAD_INPUT, "there is no service"),
        (("ticket", "issue"), BAD_INPUT, "no service was named"),
        (("ticket", "show", "C001"), BAD_INPUT, "was not given out"),
        (("ticket", "show", "banana"), BAD_INPUT, "is not a ticket number"),
        (("window", "call", 99), BAD_INPUT, "there is no window 99"),
        (("window", "call", "three"), BAD_INPUT, "is not a window number"),
        (("window", "call", 3, "--ticket", "C009"), BAD_INPUT, "was not given out"),
        (("window", "call", 3, "--ticket", "?"), BAD_INPUT, "is not a ticket number"),
        (("window", "rate", 3, 6), BAD_INPUT, "6 is not a rating"),
        (("window", "rate", 3, 0), BAD_INPUT, "0 is not a rating"),
        (("window", "rate", 3, "good"), BAD_INPUT, "is not a rating"),
        (("window", "rate", 3, 5), REFUSED, "has served nobody"),
        (("window", "finish", 3), REFUSED, "has called nobody"),
        (("window", "resume", 3, "C001"), BAD_INPUT, "was not given out"),
        (("window", "transfer", 3), BAD_INPUT, "one place"),
        (("window", "transfer", 3, "--to-queue", "Z"), BAD_INPUT, "there is no queue Z"),
        (("window", "transfer", 3, "--to-queue", "C"), REFUSED, "has called nobody"),
        (
            ("ticket", "issue", "--service", COMPANY, "--service", "?"),
            BAD_INPUT,
            "there is no service “?”",
        ),
        (
            ("ticket", "issue", "--service", COMPANY, "--at", "25:00"),
            BAD_INPUT,
            "is not a time of day",
        ),
        (("ticket", "issue", "--service", COMPANY, "--at", ""), BAD_INPUT, "is not a time of day"),
        (("ticket", "issue", "--green", "--at", "10:00"), BAD_INPUT, "waits for no appointment"),
        (("ticket", "issue", "--green", "--category", "vip"), BAD_INPUT, "no green category vip"),
        (
            ("ticket", "issue", "--service", COMPANY, "--category", "ill"),
            BAD_INPUT,
            "a category is for the green channel",
        ),
        (("ticket", "issue", "--green", "--by", " "), BAD_INPUT, "nobody was named"),
        (("ticket", "return", "C001"), BAD_INPUT, "was not given out"),
        (("ticket", "return", "?"), BAD_INPUT, "is not a ticket number"),
        (("ticket", "abandon", "C001"), BAD_INPUT, "was not given out"),
        (("ticket", "void", "C001", "--reason", "x"), BAD_INPUT, "was not given out"),
        (("ticket", "void", "C001", "--reason", " "), BAD_INPUT, "no reason was given"),
        (("green", "grant", "C001", "--category", "ill"), BAD_INPUT, "was not given out"),
        (("green", "grant", "C001", "--category", "vip"), BAD_INPUT, "no green category vip"),
        (("green", "revoke", "G001", "--reason", "mistake"), BAD_INPUT, "was not given out"),
        (("green", "revoke", "G001", "--reason", "lie"), BAD_INPUT, "is not a reason to revoke"),
        (
            ("green", "revoke", "G001", "--reason", "mistake", "--queue", "G"),
            REFUSED,
            "queue G is green alone",
        ),
        (("green", "open", "--service", "?"), BAD_INPUT, "there is no service"),
        (("green", "open", "--category", "vip"), BAD_INPUT, "no green category vip"),
        (("alert", "take", 1), BAD_INPUT, "there is no alert 1"),
        (("alert", "meet", "one"), BAD_INPUT, "is not a number of an alert"),
        (("queue", "close", "Z", "--reason", "x"), BAD_INPUT, "there is no queue Z"),
        (("queue", "close", "C", "--reason", ""), BAD_INPUT, "no reason was given"),
        (("queue", "open", "Z"), BAD_INPUT, "there is no queue Z"),
        (("queue", "open", "C"), REFUSED, "queue C is not closed"),
        (("day", "reopen"), REFUSED, "the day is not closed"),
        (("day", "close", "--by", ""), BAD_INPUT, "nobody was named"),
        (("catalog", "import", "/nowhere.csv"), BAD_INPUT, "/nowhere.csv"),
    ],
    ids=str,
)
def test_each_refusal_says_what_and_what_to_do(
    at: HallCommand, words: tuple[object, ...], code: int, message: str
) -> None:
    refused(at(*words), code, message)


@pytest.mark.parametrize(
    ("name", "content", "named"),
    [
        ("noise.csv", b"\x00\x01\x02\xff" * 100, "noise.csv"),
        ("noise.xlsx", b"not a zip at all", "noise.xlsx"),
        ("letter.txt", "亲爱的朋友：\n一切都好。\n".encode(), "letter.txt"),
        ("empty.csv", b"", "empty.csv"),
        ("picture.png", b"\x89PNG\r\n\x1a\n", ".png"),
    ],
)
def test_a_file_that_is_no_catalogue_changes_nothing(
    at: HallCommand, tmp_path: Path, name: str, content: bytes, named: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    refused(at("catalog", "import", path), BAD_INPUT, named)
    assert len(at("catalog", "list").data["items"]) == 336


def test_a_missing_hall_folder_says_how_to_make_one(run: HallCommand, tmp_path: Path) -> None:
    done = run("ticket", "issue", "--green", "--hall", tmp_path / "none", "--json")
    refused(done, BAD_INPUT, str(tmp_path / "none"))
    assert "hall init" in done.err


def test_an_unreadable_hall_toml_is_named_with_its_line(at: HallCommand, hall_folder: Path) -> None:
    rewrite(hall_folder, ('name = "党群服务"\nqueues', 'nmae = "党群服务"\nqueues'))
    text = (hall_folder / "hall.toml").read_text(encoding="utf-8")
    line = next(n for n, row in enumerate(text.splitlines(), 1) if row.startswith("nmae"))
    for words in (("ticket", "issue", "--green"), ("window", "call", 3), ("doctor",)):
        refused(at(*words), BAD_INPUT, f"hall.toml, line {line}:")


def test_a_closed_queue_says_when_it_opens(at: HallCommand, hall_folder: Path) -> None:
    now = datetime.now(tz=None).astimezone()
    zone = load_hall(hall_folder).hall.timezone
    tomorrow = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"][
        (_hall_time(now, zone) + timedelta(days=1)).weekday()
    ]
    rewrite(
        hall_folder,
        ('days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]', f'days = ["{tomorrow}"]'),
        ("from = 00:00:00", "from = 09:30:00"),
    )
    done = at("ticket", "issue", "--service", COMPANY)
    day = _hall_time(now, zone) + timedelta(days=1)
    refused(done, REFUSED, f"it opens {day:%Y-%m-%d} 09:30")


def _hall_time(now: datetime, zone: str) -> datetime:
    from zoneinfo import ZoneInfo

    return now.astimezone(ZoneInfo(zone))


def test_a_hall_without_its_database_is_told(at: HallCommand, hall_folder: Path) -> None:
    (hall_folder / "hall.db").unlink()
    refused(at("window", "call", 3), BAD_INPUT, "there is no database")
    assert not (hall_folder / "hall.db").exists()


def test_a_database_that_is_none_is_broken(at: HallCommand, hall_folder: Path) -> None:
    (hall_folder / "hall.db").write_text("not a database " * 100)
    refused(at("window", "call", 3), BROKEN, "not a database")


@pytest.fixture
def slamming_printer() -> Iterator[str]:
    """A printer that accepts a connection and closes it at once."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def slam() -> None:
            while True:
                try:
                    connection, _ = listener.accept()
                except OSError:
                    return
                connection.close()

        threading.Thread(target=slam, daemon=True).start()
        yield f"tcp://127.0.0.1:{listener.getsockname()[1]}"
        listener.shutdown(socket.SHUT_RDWR)


def closed_port() -> str:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return f"tcp://127.0.0.1:{listener.getsockname()[1]}"


@pytest.mark.parametrize(
    "printer",
    ["foo://x", "nonsense", "", "serial:///dev/nobody", "file:///nowhere/slip", "tcp://127.0.0.1"],
)
def test_a_printer_that_cannot_be_opened_draws_no_number(at: HallCommand, printer: str) -> None:
    refused(at("ticket", "issue", "--green", "--printer", printer), BAD_INPUT, printer)
    assert at("ticket", "issue", "--green").data["number"] == "G001"


def test_a_port_where_nobody_listens_draws_no_number(at: HallCommand) -> None:
    printer = closed_port()
    refused(at("ticket", "issue", "--green", "--printer", printer), BAD_INPUT, printer)
    assert at("ticket", "issue", "--green").data["number"] == "G001"


def test_a_slip_that_fails_later_leaves_the_number_standing(at: HallCommand) -> None:
    done = at("ticket", "issue", "--green", "--printer", "file:///dev/full")
    assert (done.code, done.data["number"], done.data["print"]) == (NOT_PRINTED, "G001", "failed")
    assert at("ticket", "show", "G001").data["print"] == "failed"


def test_a_printer_that_hangs_up_leaves_the_number_standing(
    at: HallCommand, slamming_printer: str
) -> None:
    done = at("ticket", "issue", "--green", "--printer", slamming_printer)
    assert done.code == NOT_PRINTED
    assert done.data["print"] in {"failed", "uncertain"}
    shown = at("ticket", "show", "G001").data
    assert (shown["state"], shown["print"]) == ("waiting", done.data["print"])


def test_a_slip_on_paper_ends_well(at: HallCommand, tmp_path: Path) -> None:
    done = at("ticket", "issue", "--green", "--printer", f"file://{tmp_path / 'slip.bin'}")
    assert (done.code, done.data["print"]) == (0, "sent")
    assert b"G001" in (tmp_path / "slip.bin").read_bytes()


@pytest.mark.parametrize(
    "words",
    [
        ("window", "fly", 3),
        ("ticket", "issue", "--gren"),
        ("ticket", "void", "C001"),
        ("green", "grant", "C001"),
        ("green", "revoke", "G001"),
        ("queue", "close", "C"),
        ("alert", "take"),
        ("nope",),
    ],
)
def test_words_that_are_no_command_say_where_help_is(
    run: HallCommand, words: tuple[object, ...]
) -> None:
    done = run(*words)
    assert done.code == BAD_INPUT
    assert "--help" in done.err


def test_the_installed_command_ends_with_the_same_code(tmp_path: Path) -> None:
    hall = Path(sys.executable).with_name("hall")
    command = [str(hall), "window", "call", "3", "--hall", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == BAD_INPUT
    assert "holds no hall.toml" in done.stderr
    assert "  → " in done.stderr
    assert "Traceback" not in done.stderr


def test_every_refusal_in_the_code_carries_a_hint() -> None:
    bare = []
    for package in ("shared", "kiosk", "display"):
        for path in sorted((ROOT / package).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if not (isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call)):
                    continue
                name = getattr(node.exc.func, "id", "")
                known = {"BadInput", "Refused", "Unavailable"}
                if name in known and len(node.exc.args) + len(node.exc.keywords) < 2:
                    bare.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert bare == []
