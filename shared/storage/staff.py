"""The staff, their passwords' hashes, and wrong passwords counted."""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Row, exists, insert, select, update

from shared.domain.errors import BadInput
from shared.domain.staff import Attempts, Staff, roles_of, roles_text
from shared.storage.staff_tables import StaffRow

_S = StaffRow
_SELECT = select(_S.__table__).order_by(_S.number)


@dataclass(frozen=True)
class Account:
    """Somebody of the staff with what signing in needs; `password` is a hash, never shown."""

    staff: Staff
    attempts: Attempts
    password: str | None = field(repr=False)


def everybody(tx: Connection) -> list[Account]:
    """Return the whole staff by number, those who have gone too."""
    return [_account(row) for row in tx.execute(_SELECT)]


def account(tx: Connection, number: str, *, hold: bool = False) -> Account | None:
    """Return an account, None for nobody's number; `hold` lets nobody else change it meanwhile."""
    statement = _SELECT.where(_S.number == number)
    row = tx.execute(statement.with_for_update() if hold else statement).first()
    return None if row is None else _account(row)


def of_number(tx: Connection, number: str) -> Account:
    """Return an account; BadInput when nobody has the number."""
    found = account(tx, number)
    if found is None:
        raise BadInput(
            f"nobody of the staff has the number {number}", "hall staff list shows everybody"
        )
    return found


def any_active(tx: Connection) -> bool:
    """Whether the hall has any staff: without, windows are not signed in to."""
    return bool(tx.scalar(select(exists().where(_S.active.is_(True)))))


def keep(tx: Connection, staff: Staff) -> None:
    """Write somebody's card and roles; the password and its failures stay as they are."""
    values = {
        "name": staff.name,
        "unit": staff.unit,
        "post": staff.post,
        "phone": staff.phone,
        "party_member": staff.party_member,
        "photo": staff.photo,
        "partner": staff.partner,
        "roles": roles_text(staff.roles),
        "active": staff.active,
    }
    if tx.execute(update(_S).where(_S.number == staff.number).values(values)).rowcount == 0:
        tx.execute(insert(_S).values(number=staff.number, failures=0, **values))


def set_password(tx: Connection, number: str, password: str) -> None:
    """Write a password's hash; the account is unlocked."""
    values = {"password": password, "failures": 0, "locked_until": None}
    tx.execute(update(_S).where(_S.number == number).values(values))


def set_attempts(tx: Connection, number: str, attempts: Attempts) -> None:
    """Write how many wrong passwords there were."""
    values = {"failures": attempts.failures, "locked_until": attempts.locked_until}
    tx.execute(update(_S).where(_S.number == number).values(values))


def _account(row: Row[*tuple[Any, ...]]) -> Account:
    staff = Staff(
        row.number,
        row.name,
        row.unit,
        row.post,
        row.phone,
        row.party_member,
        row.photo,
        row.partner,
        roles_of(row.roles),
        row.active,
    )
    return Account(staff, Attempts(row.failures, row.locked_until), row.password)
