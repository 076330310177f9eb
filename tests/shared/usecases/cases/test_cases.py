"""Cases on both databases: whole transactions, gapless numbers, personal fields unreadable."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from shared.domain.errors import BadInput, HallError, Refused, Unavailable
from shared.domain.events import CaseForgotten, CaseOpened, CaseStepped, DeadlineSet
from shared.domain.register.declaration import Role
from shared.storage.vault import FILE_NAME
from shared.usecases.audit import seal_batch, verify
from shared.usecases.backup import backup_hall
from shared.usecases.cases import (
    advance_case,
    list_cases,
    open_case,
    show_case,
    todays_cases,
)
from shared.usecases.cases.alarms import raise_alarm
from shared.usecases.cases.keeping import forget_old, open_daily
from shared.usecases.restore import restore_hall
from tests.support.halls import COMPANY, SampleHall, open_hall_with
from tests.support.pasts import check, tamper

NAME = "欧阳明月"
PHONE = "13812345678"
IDENTITY = "11010519491231002X"


def complain(hall: SampleHall, **more: str) -> str:
    fields = {"method": "onsite", "name": NAME, "phone": PHONE, "request": "态度差", **more}
    return open_case(hall.ctx, "complaint", fields, by="王芳").code


def step(hall: SampleHall, code: str, name: str, role: Role = Role.CLERK, **fields: str) -> str:
    return advance_case(hall.ctx, code, name, fields, role=role, by="王芳").state


def book(hall: SampleHall, at: str = "2026-11-28T09:30", **more: str) -> str:
    fields = {
        "channel": "kiosk",
        "item": COMPANY,
        "at": at,
        "phone": PHONE,
        "identity": IDENTITY,
        "urgency": "开标",
        "higher_network": "no",
        **more,
    }
    return open_case(hall.ctx, "appointment", fields, origin="kiosk").code


def everything_stored(hall: SampleHall) -> str:
    with hall.ctx.database.read() as tx:
        rows = [
            tx.exec_driver_sql(f"SELECT * FROM {table}").all()
            for table in ("case_file", "case_entry", "case_deadline", "case_find", "fact")
        ]
    return repr(rows)


def test_what_is_told_names_nobody(hall: SampleHall) -> None:
    code = complain(hall)
    assert code == "TS-20261123-001"
    opened, deadline = hall.events()
    assert isinstance(opened, CaseOpened)
    assert (opened.case, opened.values, len(opened.private)) == (code, {"method": "onsite"}, 64)
    assert deadline == DeadlineSet(
        code,
        "arrival",
        "running",
        0,
        "2026-11-23T02:00:00+00:00",
        "2026-11-23T02:05:00+00:00",
    )
    shown = show_case(hall.ctx, code.lower())
    assert (shown.values["name"], shown.values["phone"]) == (NAME, PHONE)
    stored = everything_stored(hall)
    assert NAME not in stored
    assert PHONE not in stored
    assert code in stored
    assert check(hall) == ""


def test_what_is_refused_changes_nothing_and_leaves_no_gap(hall: SampleHall) -> None:
    for fields, words in (
        ({}, "needs: method"),
        ({"method": "smoke"}, "choose one of"),
        ({"method": "onsite", "colour": "red"}, "takes no field"),
        ({"method": "onsite", "phone": "12"}, "5 to 20 digits"),
        ({"method": "onsite", "window": "99"}, "window 99"),
    ):
        with pytest.raises(BadInput) as caught:
            open_case(hall.ctx, "complaint", fields)
        assert words in f"{caught.value.message} {caught.value.hint}"
    with pytest.raises(BadInput, match="there is no register"):
        open_case(hall.ctx, "weather", {})
    assert hall.events() == []
    assert complain(hall) == "TS-20261123-001"
    with pytest.raises(BadInput, match="there is no case"):
        step(hall, "TS-20261123-002", "arrive")
    with pytest.raises(BadInput, match="has no step") as caught:
        step(hall, "TS-20261123-001", "open")
    assert "arrive 处置人到场" in caught.value.hint
    assert len(show_case(hall.ctx, "TS-20261123-001").log) == 1


def test_numbers_have_no_gap_however_many_open_at_once(hall: SampleHall) -> None:
    def one(turn: int) -> None:
        with suppress(HallError):
            open_case(hall.ctx, "help", {"need": "nothing" if turn % 3 == 0 else "forms"})

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(one, range(36)))
    codes = sorted(case.code for case in list_cases(hall.ctx, "帮办"))
    assert codes == [f"BN-20261123-{count:03d}" for count in range(1, 25)]
    hall.clock.forward(days=1)
    assert open_case(hall.ctx, "BN", {"need": "forms"}).code == "BN-20261124-001"
    assert check(hall) == ""


def test_one_step_is_taken_once(hall: SampleHall) -> None:
    code = open_case(hall.ctx, "help", {"need": "forms"}).code

    def take(name: str) -> bool:
        try:
            advance_case(hall.ctx, code, "take", {"helper": name}, role=Role.HELPER, by=name)
        except Refused:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        taken = list(pool.map(take, ("陈静", "周丽", "赵敏", "李强")))
    assert sorted(taken) == [False, False, False, True]
    assert sum(isinstance(event, CaseStepped) for event in hall.events()) == 1
    assert check(hall) == ""


TAMPERINGS = {
    "state": ("UPDATE case_file SET state = 'closed'", "state is closed in the tables"),
    "register": ("UPDATE case_file SET register = 'help'", "register is help"),
    "fields": ("UPDATE case_entry SET fields = '{}' WHERE ordinal = 1", "entry 1 of the log"),
    "private": ("UPDATE case_entry SET private = NULL WHERE ordinal = 1", "entry 1 of the log"),
    "actor": ("UPDATE case_entry SET actor = 'x' WHERE ordinal = 2", "entry 2 of the log"),
    "log": ("DELETE FROM case_entry WHERE ordinal = 2", "length of the log is 1"),
    "due": ("UPDATE case_deadline SET due = '2027-01-01 00:00:00'", "due 2027-01-01T00:00:00"),
    "deadline": ("DELETE FROM case_deadline", "deadline arrival is not begun"),
    "alarm": ("DELETE FROM case_alarm", "alarms rung is 0"),
    "code": ("UPDATE case_file SET code = 'TS-20261123-009'", "no fact tells of it"),
    "counter": ("UPDATE counter SET last = 7 WHERE prefix = 'TS'", "last number of 2026-11-23 TS"),
}


@pytest.mark.parametrize("what", TAMPERINGS)
def test_tampering_is_told(hall: SampleHall, what: str) -> None:
    code = complain(hall)
    hall.clock.forward(minutes=4)
    assert raise_alarm(hall.ctx) is not None
    step(hall, code, "arrive", handler="李强")
    seal_batch(hall.ctx)
    assert verify(hall.ctx).whole
    statement, words = TAMPERINGS[what]
    tamper(hall, statement)
    assert words in check(hall)


def test_todays_appointments_by_number_and_by_keyed_hash(hall: SampleHall) -> None:
    code, other = book(hall), book(hall, identity="110101199003070038", phone="13900000000")
    assert todays_cases(hall.ctx, "appointment") == []
    for one in (code, other):
        step(hall, one, "agree", notice="yes")
    hall.clock.now = hall.clock.now.replace(day=28, hour=9)
    assert [case.code for case in todays_cases(hall.ctx, "appointment")] == [code, other]
    found = todays_cases(hall.ctx, "appointment", key=IDENTITY.lower())
    assert [case.code for case in found] == [code]
    assert [case.code for case in todays_cases(hall.ctx, "YY", key="13900000000")] == [other]
    assert [case.code for case in todays_cases(hall.ctx, "YY", code=other.lower())] == [other]
    assert todays_cases(hall.ctx, "YY", key="110101199003070011") == []
    assert IDENTITY not in everything_stored(hall)
    step(hall, code, "check_in", ticket="C001")
    step(hall, code, "finish")
    assert todays_cases(hall.ctx, "YY", key=IDENTITY) == []
    with hall.ctx.database.read() as tx:
        left = tx.exec_driver_sql('SELECT DISTINCT "case" FROM case_find').scalars()
        assert [*left] == [2]


def test_personal_fields_are_forgotten_in_time(hall: SampleHall) -> None:
    code, going_on = complain(hall), complain(hall)
    step(hall, code, "withdraw", Role.APPLICANT)
    hall.clock.forward(days=1094)
    assert forget_old(hall.ctx) == []
    hall.clock.forward(days=1)
    assert forget_old(hall.ctx) == [code]
    assert forget_old(hall.ctx) == []
    assert hall.events()[-1] == CaseForgotten(code)
    shown = show_case(hall.ctx, code)
    assert shown.values == {"method": "onsite"}
    assert show_case(hall.ctx, going_on).values["name"] == NAME
    assert check(hall) == ""


def test_a_lost_key_reveals_nothing_and_blocks_no_ticket(hall: SampleHall) -> None:
    code = complain(hall)
    key = hall.folder / FILE_NAME
    assert key.stat().st_mode & 0o777 == 0o600
    lost = key.read_text()
    key.unlink()
    shown = show_case(hall.ctx, code)
    assert "name" not in shown.values
    assert len(shown.locked) == 1
    with pytest.raises(Unavailable, match="the key of the personal fields is missing") as caught:
        complain(hall)
    assert "hall.key" in caught.value.hint
    assert hall.numbers(1) == ["C001"]
    assert open_case(hall.ctx, "help", {"need": "forms"}).code == "BN-20261123-001"
    new = hall.ctx.vault.new_key()
    second = complain(hall)
    assert show_case(hall.ctx, second).values["name"] == NAME
    assert show_case(hall.ctx, code).locked != (new,)
    key.write_text(key.read_text() + lost)  # found again: both can be read
    assert show_case(hall.ctx, code).values["name"] == NAME
    assert show_case(hall.ctx, second).values["name"] == NAME


def test_what_was_written_for_one_case_opens_in_no_other(hall: SampleHall) -> None:
    code, other = complain(hall), complain(hall, name="赵钱")
    tamper(
        hall,
        'UPDATE case_entry SET private = (SELECT e.private FROM case_entry AS e WHERE e."case" = 2)'
        ' WHERE "case" = 1',
    )
    assert show_case(hall.ctx, other).values["name"] == "赵钱"
    shown = show_case(hall.ctx, code)
    assert "name" not in shown.values
    assert shown.locked
    assert "entry 1 of the log" in check(hall)


def test_the_letter_box_is_looked_at_once_each_working_day(hall: SampleHall) -> None:
    hall.clock.now = hall.clock.now.replace(hour=8, minute=59)
    assert open_daily(hall.ctx) == []
    hall.clock.forward(minutes=1)
    both = open_hall_with(hall.folder, hall.clock)
    with ThreadPoolExecutor(2) as pool:
        opened = [code for codes in pool.map(open_daily, (hall.ctx, both)) for code in codes]
    both.database.dispose()
    assert opened == ["YX-20261123-001"]
    assert open_daily(hall.ctx) == []
    hall.clock.now = hall.clock.now.replace(day=28)  # Saturday
    hall.begin_day()
    assert open_daily(hall.ctx) == []
    hall.clock.now = hall.clock.now.replace(month=12, day=1)
    hall.begin_day()
    assert open_daily(hall.ctx) == ["YX-20261201-001"]


def test_cases_come_back_from_a_backup(hall: SampleHall, tmp_path: Path) -> None:
    code = complain(hall)
    step(hall, code, "arrive", handler="李强")
    before = show_case(hall.ctx, code)
    archive = tmp_path / "hall.zip"
    backup_hall(hall.ctx, archive)
    step(hall, code, "withdraw", Role.APPLICANT)
    hall.ctx.database.dispose()
    restore_hall(archive, hall.folder, replace=True)
    hall.ctx = open_hall_with(hall.folder, hall.clock)
    assert show_case(hall.ctx, code) == before
    assert complain(hall) == "TS-20261123-002"
    assert check(hall) == ""
