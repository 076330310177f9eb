"""hall.toml is read strictly: every error names the file, the line and what to do."""

import re
from pathlib import Path

import pytest

from shared.assets import sample_folder
from shared.config import load_hall
from shared.config.load import database_address
from shared.domain.errors import BadInput
from shared.domain.hall import CallOrder
from shared.domain.ticket import StartMode
from tests.support.halls import SAMPLE

SAMPLE_TEXT = (sample_folder(SAMPLE) / "hall.toml").read_text(encoding="utf-8")

SMALL = """\
[hall]
code = "small"
name = "小厅"
emblem = "小"

[[queue]]
letter = "A"
name = "综合"

[[queue]]
letter = "G"
name = "绿色通道"

[[session]]
from = 09:00:00
to = 17:00:00

[[window]]
number = 1
queues = ["A"]

[[window]]
number = 2
queues = ["A"]
green = true

[[kiosk]]
id = "K1"
printer = "sim:printer"
"""


def hall_with(folder: Path, text: str) -> Path:
    (folder / "hall.toml").write_text(text, encoding="utf-8")
    return folder


def line_of(text: str, fragment: str, nth: int = 1) -> int:
    return [n for n, line in enumerate(text.splitlines(), 1) if fragment in line][nth - 1]


def refusal(folder: Path, text: str) -> BadInput:
    with pytest.raises(BadInput) as caught:
        load_hall(hall_with(folder, text))
    assert str(folder / "hall.toml") in caught.value.message
    assert caught.value.hint
    return caught.value


def test_the_sample_hall_is_the_one_of_the_plan() -> None:
    config = load_hall(sample_folder(SAMPLE))
    hall = config.hall
    assert [window.number for window in hall.windows] == list(range(1, 9))
    assert [window.number for window in hall.windows if window.green] == [1, 5, 8]
    assert [queue.letter for queue in hall.queues] == list("ABCDEFGHJKLMNP")
    assert hall.start is StartMode.ON_CALL
    assert hall.timezone == "Asia/Shanghai"
    assert len(config.kiosks) == len(config.boards) == 1
    assert all(window.led and window.keypad and window.pad for window in config.windows)


def test_defaults_stand_in_for_what_is_left_out(tmp_path: Path) -> None:
    config = load_hall(hall_with(tmp_path, SMALL))
    assert config.folder == tmp_path.resolve()
    assert config.database_url == f"sqlite:///{tmp_path.resolve()}/hall.db"
    assert config.hall.windows[0].order is CallOrder.FIRST_COME
    assert config.pad_keys.score(0) == 5
    assert config.kiosk(None).id == "K1"
    queue = config.hall.queue("A")
    assert (queue.service_min, queue.sessions[0].daily_cap) == (10.0, None)


def test_a_byte_order_mark_of_windows_editors_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "hall.toml").write_text(SMALL, encoding="utf-8-sig")
    assert load_hall(tmp_path).hall.code == "small"


def test_a_session_holds_for_the_queues_it_names(tmp_path: Path) -> None:
    text = SMALL.replace(
        "[[window]]", '[[session]]\nqueues = ["G"]\nfrom = 18:00:00\nto = 20:00:00\n\n[[window]]', 1
    )
    hall = load_hall(hall_with(tmp_path, text)).hall
    assert [len(hall.queue(letter).sessions) for letter in "AG"] == [1, 2]


def test_a_missing_folder_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=re.escape(str(tmp_path / "nowhere"))) as caught:
        load_hall(tmp_path / "nowhere")
    assert "hall init" in caught.value.hint


def test_a_folder_without_hall_toml_says_how_to_name_one(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"holds no hall\.toml") as caught:
        load_hall(tmp_path)
    assert "--hall" in caught.value.hint


def test_a_file_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    (tmp_path / "hall.toml").write_bytes(SMALL.encode("gb18030"))
    with pytest.raises(BadInput, match=re.escape(str(tmp_path / "hall.toml"))) as caught:
        load_hall(tmp_path)
    assert "UTF-8" in caught.value.hint


def test_a_file_that_is_not_toml_is_named_with_its_line(tmp_path: Path) -> None:
    error = refusal(tmp_path, SMALL.replace('emblem = "小"', 'emblem = "小'))
    assert "line 4" in error.message


WRONG: list[tuple[str, tuple[str, str], tuple[str, int], str]] = [
    # what is wrong, (old, new), (fragment whose line is named, which of them), words of the error
    ("unknown key in a table", ('emblem = "小"', 'emblem = "小"\nlogo = "x"'), ("logo", 1), "logo"),
    ("unknown key in 2nd window", ("green = true", "gren = true"), ("gren", 1), "gren"),
    ("unknown table", ("[[kiosk]]", "[printer]\n[[kiosk]]"), ("[printer]", 1), "printer"),
    ("unknown key at top", ("[hall]", 'name = "x"\n[hall]'), ("name", 1), "name"),
    (
        "unknown table named like a key",
        ("[[window]]\nnumber = 2", "[[name]]\n[[window]]\nnumber = 2"),
        ("[[name]]", 1),
        "name",
    ),
    ("wrong type", ("number = 2", 'number = "two"'), ("two", 1), "int"),
    ("out of range", ("number = 2", "number = 0"), ("number = 0", 1), ">= 1"),
    ("missing key", ("number = 2\n", ""), ("[[window]]", 2), "number"),
    (
        "duplicate window",
        ("number = 2", "number = 1"),
        ("number = 1", 2),
        "window 1 is named twice",
    ),
    (
        "duplicate queue",
        ('letter = "G"', 'letter = "A"'),
        ('letter = "A"', 2),
        "queue A is named twice",
    ),
    ("no green queue", ('letter = "G"', 'letter = "B"'), ("[[queue]]", 1), "letter G"),
    ("unknown queue", ('queues = ["A"]\ngreen', 'queues = ["A", "Z"]\ngreen'), ("Z", 1), "Z"),
    (
        "G in queues",
        ('queues = ["A"]\ngreen', 'queues = ["G"]\ngreen'),
        ('["G"]', 1),
        "green = true",
    ),
    ("bad letter", ('letter = "A"', 'letter = "AA"'), ('"AA"', 1), "letter"),
    (
        "no such time zone",
        ('emblem = "小"', 'emblem = "小"\ntimezone = "Asia/Luojiang"'),
        ("Asia/Luojiang", 1),
        "time zone",
    ),
    (
        "a region is no zone",
        ('emblem = "小"', 'emblem = "小"\ntimezone = "Asia"'),
        ('"Asia"', 1),
        "time zone",
    ),
    (
        "score out of range",
        ("[[kiosk]]", "[pad]\nscores = { 0 = 6 }\n[[kiosk]]"),
        ("scores", 1),
        "1 to 5",
    ),
    ("session backwards", ("to = 17:00:00", "to = 08:00:00"), ("to = 08", 1), "ends"),
    (
        "session without intake",
        ("to = 17:00:00", "to = 17:00:00\nlast_intake_min = 480"),
        ("last_intake", 1),
        "intake",
    ),
    (
        "route to green",
        ("[[kiosk]]", '[[route]]\nqueue = "G"\n[[kiosk]]'),
        ('queue = "G"', 1),
        "green alone",
    ),
    (
        "route nowhere",
        ("[[kiosk]]", '[[route]]\nqueue = "Q"\n[[kiosk]]'),
        ('queue = "Q"', 1),
        "[[queue]] Q",
    ),
    (
        "session of no queue",
        ("from = 09", 'queues = ["Q"]\nfrom = 09'),
        ('["Q"]', 1),
        "[[queue]] Q",
    ),
    ("unknown day", ("from = 09", 'days = ["monday"]\nfrom = 09'), ("monday", 1), "monday"),
    (
        "kiosk twice",
        ("[[kiosk]]", '[[kiosk]]\nid = "K1"\nprinter = "sim:p"\n[[kiosk]]'),
        ('id = "K1"', 2),
        "K1",
    ),
    ("name too long", ('name = "小厅"', f'name = "{"厅" * 25}"'), ("厅厅", 1), "24"),
]


@pytest.mark.parametrize(
    ("change", "place", "words"),
    [case[1:] for case in WRONG],
    ids=[case[0].replace(" ", "-") for case in WRONG],
)
def test_what_is_wrong_is_named_with_its_line(
    tmp_path: Path, change: tuple[str, str], place: tuple[str, int], words: str
) -> None:
    assert SMALL.count(change[0]) >= 1
    text = SMALL.replace(*change, 1)
    error = refusal(tmp_path, text)
    assert f"line {line_of(text, *place)}: " in error.message
    assert words in error.message


@pytest.mark.parametrize("table", ["hall", "queue", "session", "window"])
def test_a_missing_table_is_named(tmp_path: Path, table: str) -> None:
    text = re.sub(rf"(?m)^\[+{table}\]+\n(?:.+\n)*", "", SMALL)
    assert f"`{table}`" in refusal(tmp_path, text).message


def test_line_numbers_hold_in_the_sample_file(tmp_path: Path) -> None:
    text = SAMPLE_TEXT.replace('queues = ["P", "H", "J"]', 'queues = ["P", "H", "X"]')
    line = line_of(text, '"X"')
    message = refusal(tmp_path, text).message
    assert message.endswith(f"line {line}: there is no [[queue]] X (window[6].queues)")


def test_an_unknown_kiosk_names_those_that_exist(tmp_path: Path) -> None:
    config = load_hall(hall_with(tmp_path, SMALL))
    with pytest.raises(BadInput, match="no kiosk K9") as kiosk:
        config.kiosk("K9")
    assert "K1" in kiosk.value.hint
    with pytest.raises(BadInput, match="no board") as board:
        config.board(None)
    assert "[[board]]" in board.value.hint


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("sqlite:///hall.db", "sqlite:////srv/hall/hall.db"),
        ("sqlite:////var/lib/hall.db", "sqlite:////var/lib/hall.db"),
        ("postgresql+psycopg://hall@db/hall", "postgresql+psycopg://hall@db/hall"),
    ],
)
def test_sqlite_paths_are_relative_to_the_halls_folder(written: str, meant: str) -> None:
    assert database_address(Path("/srv/hall"), written) == meant
