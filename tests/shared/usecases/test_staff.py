"""Accounts: passwords that are never told, wrong ones that lock, and what an audit sees of them."""

import json
from datetime import timedelta
from threading import Barrier, Thread

import pytest
from sqlalchemy import text

from shared.domain.errors import BadInput, HallError, Refused
from shared.domain.events import to_payload
from shared.domain.staff import FREE_FAILURES, LOCKED, Attempts, Staff, StaffRole, checked, roles_of
from shared.storage import passwords
from shared.usecases.staff import (
    admit,
    change_password,
    disable_staff,
    everybody,
    keep_staff,
    set_password,
    unlock_staff,
)
from tests.support.halls import MONDAY_10, SampleHall
from tests.support.pasts import check, tampered
from tests.support.staff import CHEAP, LI, PASSWORD, WANG, as_, employ


def test_failures_lock_for_longer_and_longer() -> None:
    attempts, lengths = Attempts(), []
    for _ in range(FREE_FAILURES + len(LOCKED) + 2):
        attempts = attempts.failed(MONDAY_10)
        until = attempts.locked_until
        lengths.append(until - MONDAY_10 if until else timedelta())
    assert lengths == [timedelta()] * FREE_FAILURES + [*LOCKED, LOCKED[-1], LOCKED[-1]]
    assert sorted(LOCKED) == list(LOCKED)
    assert attempts.locked_at(MONDAY_10)
    assert not attempts.locked_at(MONDAY_10 + LOCKED[-1])


@pytest.mark.parametrize(
    ("person", "said"),
    [
        (Staff("", "王芳"), "is not a staff number"),
        (Staff("1001", " "), "has no name"),
        (Staff("1001", "王" * 41), "name is longer than 40"),
        (Staff("1001", "王芳", roles=frozenset()), "has no role"),
        (Staff("1001", "王芳", partner="1001"), "cannot stand in for themselves"),
    ],
)
def test_what_cannot_be_somebody(person: Staff, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        checked(person)


def test_what_people_write_is_tidied() -> None:
    assert checked(Staff(" a１ ", "王  芳", partner="b2")) == Staff("A1", "王 芳", partner="B2")
    assert roles_of("窗口人员、helper admin") == {
        StaffRole.WINDOW,
        StaffRole.HELPER,
        StaffRole.ADMIN,
    }
    with pytest.raises(BadInput, match="“cook” is not a role"):
        roles_of("cook")


def test_a_stored_password_holds_its_parameters() -> None:
    """As RFC 9106 recommends; a password under other parameters is read as well."""
    stored = passwords.hashed(PASSWORD)
    assert stored.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert passwords.fits(PASSWORD, stored)
    assert not passwords.fits(PASSWORD + " ", stored)
    other = passwords.hashed(PASSWORD, CHEAP)
    assert other.startswith("$argon2id$v=19$m=8,t=1,p=1$")
    assert passwords.fits(PASSWORD, other)
    assert not passwords.fits(PASSWORD, "$argon2id$rubbish")


def test_signing_in_locking_and_unlocking(hall: SampleHall) -> None:
    employ(hall, "1001")
    assert admit(hall.ctx, "1001", PASSWORD) == WANG
    for _ in range(FREE_FAILURES):
        with pytest.raises(Refused, match="number or the password is wrong"):
            admit(hall.ctx, "1001", "wrong")
    assert admit(hall.ctx, "1001", PASSWORD) == WANG  # and they are forgotten
    for _ in range(FREE_FAILURES + 1):
        with pytest.raises(Refused, match="number or the password is wrong"):
            admit(hall.ctx, "1001", "wrong")
    for password in (PASSWORD, "wrong"):
        with pytest.raises(Refused, match="locked for 1 more minutes"):
            admit(hall.ctx, "1001", password)
    hall.clock.forward(minutes=1)
    with pytest.raises(Refused, match="is wrong"):
        admit(hall.ctx, "1001", "wrong")
    with pytest.raises(Refused, match="locked for 5 more minutes"):
        admit(hall.ctx, "1001", PASSWORD)
    unlock_staff(hall.ctx, "1001")
    assert admit(hall.ctx, "1001", PASSWORD) == WANG
    with pytest.raises(Refused, match="is wrong"):
        admit(hall.ctx, "1002", PASSWORD)  # no password was set
    with pytest.raises(Refused, match="is wrong"):
        admit(hall.ctx, "7777", PASSWORD)  # nobody
    with pytest.raises(Refused, match="somebody else's password"):
        change_password(as_(hall, LI), "1001", PASSWORD, "another one 2", cost=CHEAP)
    change_password(as_(hall, WANG), "1001", PASSWORD, "another one 2", cost=CHEAP)
    assert admit(hall.ctx, "1001", "another one 2") == WANG
    for easy in ("short", "my1001word", "aaaaaaaaab"):
        with pytest.raises(BadInput):
            set_password(hall.ctx, "1001", easy, cost=CHEAP)
    disable_staff(hall.ctx, "1001")
    with pytest.raises(Refused, match="is wrong"):
        admit(hall.ctx, "1001", "another one 2")
    assert check(hall) == ""
    for change, found in (
        ("UPDATE staff SET failures = 0 WHERE number = '1001'", "staff 1001: failures"),
        ("UPDATE staff SET active = true WHERE number = '1001'", "staff 1001: active"),
        ("DELETE FROM staff WHERE number = '2001'", "staff 2001: it is not in the tables"),
        ("UPDATE staff SET roles = 'cook' WHERE number = '2001'", "staff 2001: "),
    ):
        with tampered(hall, change):
            assert found in check(hall), change
    no_secret_is_told(hall)


def no_secret_is_told(hall: SampleHall) -> None:
    facts = json.dumps([to_payload(fact) for fact in hall.events()], ensure_ascii=False)
    with hall.ctx.database.read() as tx:
        stored = list(tx.scalars(text("SELECT password FROM staff WHERE password IS NOT NULL")))
    assert stored
    for secret in (PASSWORD, "another one 2", "wrong", *stored, "王芳", "8001"):
        assert secret not in facts
        assert secret == "王芳" or secret == "8001" or secret not in repr(everybody(hall.ctx))  # noqa: PLR1714


def test_who_guesses_in_parallel_gets_no_more_guesses(hall: SampleHall) -> None:
    employ(hall, "1001")
    together, said = Barrier(8), []

    def guess() -> None:
        together.wait()
        try:
            admit(hall.ctx, "1001", "wrong")
        except HallError as error:
            said.append(error.message)

    threads = [Thread(target=guess) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    wrong = [one for one in said if "is wrong" in one]
    assert (len(said), len(wrong)) == (8, FREE_FAILURES + 1)


def test_people_are_kept_all_or_none(hall: SampleHall) -> None:
    with pytest.raises(BadInput, match="nobody has the number 1002"):
        keep_staff(hall.ctx, [WANG])
    with pytest.raises(BadInput, match="stand twice: 1001"):
        keep_staff(hall.ctx, [WANG, LI, WANG])
    assert everybody(hall.ctx) == []
    assert keep_staff(hall.ctx, [WANG, LI]) == [WANG, LI]
    before = len(hall.events())
    assert keep_staff(hall.ctx, [WANG, LI]) == []
    assert len(hall.events()) == before
