"""hall.toml is read strictly: every error names the file, the line and what to do."""

import re
from datetime import time
from pathlib import Path

import pytest

from shared.assets import sample_folder
from shared.config import load_hall
from shared.config.load import database_address
from shared.domain.coming_back import NoShowRule
from shared.domain.errors import BadInput
from shared.domain.green import GreenCategory
from shared.domain.hall import CallOrder
from shared.domain.policy import STRICT, Accumulate, Aged, Alternate, Fifo, Policy
from shared.domain.ticket import StartMode
from shared.domain.visit import Bundle
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

HERO = '[[category]]\ncode = "hero"\nname = "英雄"\nbasis = "本厅规定"\n'
BUNDLE = '[[bundle]]\ncode = "shop"\nname = "开店一件事"\nitems = ["a", "b"]\n'


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
    assert config.pad_keys[1].score(0) == 5
    assert config.kiosk(None).id == "K1"
    queue = config.hall.queue("A")
    assert (queue.service_min, queue.sessions[0].daily_cap) == (10.0, None)


def test_defaults_of_dispatch_day_and_green(tmp_path: Path) -> None:
    config = load_hall(hall_with(tmp_path, SMALL))
    assert (config.carry_over_h, config.helper_s, config.longest_service_min) == (0.0, 60, 180)
    assert config.work_hours == ((time(9), time(12)), (time(13), time(17)))
    assert config.hall.policy == STRICT
    assert config.hall.no_show == NoShowRule(recall_s=20, recalls=2, return_min=30, return_after=2)
    assert config.hall.bundles == ()
    codes = [category.code for category in config.hall.categories]
    assert codes == ["elderly", "ill", "disabled", "pregnant"]
    assert [category.min_age for category in config.hall.categories] == [60, None, None, None]
    assert all(category.basis for category in config.hall.categories)
    assert not config.hall.queue("A").sessions[0].booked_only


def test_dispatch_day_and_green_as_a_hall_writes_them(tmp_path: Path) -> None:
    more = f"""{HERO}min_age = 18
proof = "证书"
expires = "长期"

{BUNDLE}queue = "A"

[service]
longest_min = 90

[no_show]
recall_s = 30
recalls = 1
return_min = 15
return_after = 3

[day]
carry_over_h = 1.5

[green]
helper_s = 45

[work]
hours = [[08:30:00, 12:00:00]]
"""
    text = SMALL.replace("to = 17:00:00", "to = 17:00:00\nbooked_only = true") + more
    config = load_hall(hall_with(tmp_path, text))
    hall = config.hall
    assert (config.carry_over_h, config.helper_s, config.longest_service_min) == (1.5, 45, 90)
    assert config.work_hours == ((time(8, 30), time(12)),)
    assert hall.no_show == NoShowRule(recall_s=30, recalls=1, return_min=15, return_after=3)
    assert hall.categories == (GreenCategory("hero", "英雄", "本厅规定", 18, "证书", "长期"),)
    assert hall.bundles == (Bundle("shop", "开店一件事", ("a", "b"), "A"),)
    assert hall.queue("A").sessions[0].booked_only


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ('policy = "fifo"', Fifo()),
        ('policy = "strict"', STRICT),
        ('policy = "alternate"', Alternate(STRICT.order, 3)),
        ('policy = "alternate"\ngreen_in_a_row = 1', Alternate(STRICT.order, 1)),
        ('policy = "accumulate"', Accumulate({"green": 3.0, "booked": 2.0, "ordinary": 1.0})),
        (
            'policy = "accumulate"\nrates = { green = 9, booked = 1, ordinary = 0.5 }',
            Accumulate({"green": 9, "booked": 1, "ordinary": 0.5}),
        ),
        ("max_wait_min = 40", Aged(STRICT, 40)),
        ('policy = "fifo"\nmax_wait_min = 40', Aged(Fifo(), 40)),
    ],
)
def test_the_policy_is_the_one_of_the_file(tmp_path: Path, written: str, meant: Policy) -> None:
    hall = load_hall(hall_with(tmp_path, f"{SMALL}\n[dispatch]\n{written}\n")).hall
    assert hall.policy == meant


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
    ("session without a word", ("from = 09", "booked_only = 1\nfrom = 09"), ("booked", 1), "bool"),
    (
        "longest service",
        ("[[kiosk]]", "[service]\nlongest_min = 0\n[[kiosk]]"),
        ("longest", 1),
        ">=",
    ),
    (
        "no such policy",
        ("[[kiosk]]", '[dispatch]\npolicy = "vip"\n[[kiosk]]'),
        ("policy", 1),
        "vip",
    ),
    (
        "rates without a class",
        ("[[kiosk]]", "[dispatch]\nrates = { green = 3.0, booked = 2.0 }\n[[kiosk]]"),
        ("rates", 1),
        "every class needs a rate: green, booked and ordinary",
    ),
    (
        "rate of an unknown class",
        ("[[kiosk]]", "[dispatch]\nrates = { vip = 3.0 }\n[[kiosk]]"),
        ("rates", 1),
        "vip",
    ),
    (
        "rate of nothing",
        ("[[kiosk]]", "[dispatch]\nrates = { green = 0 }\n[[kiosk]]"),
        ("rates", 1),
        "> 0",
    ),
    (
        "no patience",
        ("[[kiosk]]", "[dispatch]\nmax_wait_min = 0\n[[kiosk]]"),
        ("max_wait_min", 1),
        ">= 1",
    ),
    (
        "no green in a row",
        ("[[kiosk]]", "[dispatch]\ngreen_in_a_row = 0\n[[kiosk]]"),
        ("green_in_a_row", 1),
        ">= 1",
    ),
    (
        "return after fewer than none",
        ("[[kiosk]]", "[no_show]\nrecalls = 3\nreturn_after = -1\n[[kiosk]]"),
        ("return_after", 1),
        ">= 0",
    ),
    (
        "carry over backwards",
        ("[[kiosk]]", "[day]\ncarry_over_h = -0.5\n[[kiosk]]"),
        ("carry_over_h", 1),
        ">= 0",
    ),
    (
        "working hours that overlap",
        ("[[kiosk]]", "[work]\nhours = [[09:00:00, 12:00:00], [11:00:00, 17:00:00]]\n[[kiosk]]"),
        ("hours", 1),
        "follow one another",
    ),
    ("helper at once", ("[[kiosk]]", "[green]\nhelper_s = 0\n[[kiosk]]"), ("helper_s", 1), ">= 1"),
    (
        "category without basis",
        ("[[kiosk]]", '[[category]]\ncode = "hero"\nname = "英雄"\n[[kiosk]]'),
        ("[[category]]", 1),
        "basis",
    ),
    (
        "category of the very old",
        (
            "[[kiosk]]",
            f'{HERO}[[category]]\ncode = "old"\nname = "老"\nbasis = "x"\nmin_age = 121\n[[kiosk]]',
        ),
        ("min_age", 1),
        "<= 120",
    ),
    (
        "category twice",
        ("[[kiosk]]", f"{HERO}{HERO}[[kiosk]]"),
        ('code = "hero"', 2),
        "category hero is named twice",
    ),
    (
        "bundle twice",
        ("[[kiosk]]", f"{BUNDLE}{BUNDLE}[[kiosk]]"),
        ('code = "shop"', 2),
        "bundle shop is named twice",
    ),
    (
        "bundle to green",
        ("[[kiosk]]", f'{BUNDLE}queue = "G"\n[[kiosk]]'),
        ('queue = "G"', 1),
        "no bundle can go there",
    ),
    (
        "bundle nowhere",
        ("[[kiosk]]", f'{BUNDLE}queue = "Q"\n[[kiosk]]'),
        ('queue = "Q"', 1),
        "there is no [[queue]] Q",
    ),
    (
        "bundle of nothing",
        ("[[kiosk]]", BUNDLE.replace('["a", "b"]', "[]") + "[[kiosk]]"),
        ("items", 1),
        ">= 1",
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


@pytest.mark.parametrize(
    "line",
    [
        'base_url = "http://hall.example"',
        'base_url = "https://hall.example/"',
        'base_url = "https://hall.example/q?x=1"',
        'base_url = "https://"',
        'listen = "8080"',
        'listen = "here:now"',
    ],
)
def test_phones_have_an_address_they_can_trust(tmp_path: Path, line: str) -> None:
    key = line.split(" ", 1)[0]
    assert f"phone.{key}" in refusal(tmp_path, f"{SMALL}\n[phone]\n{line}\n").message
    good = '[phone]\nbase_url = "https://hall.example:8443/a/b"\nlisten = "[::1]:80"\n'
    (tmp_path / "hall.toml").write_text(f"{SMALL}\n{good}", encoding="utf-8")
    assert (
        load_hall(tmp_path).ticket_code("k" * 16) == f"https://hall.example:8443/a/b/t/{'k' * 16}"
    )
