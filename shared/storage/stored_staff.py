"""What the tables say of the staff and the windows' posts, to be held against the facts."""

import hashlib
from typing import Any

from sqlalchemy import Connection, select

from shared.domain.errors import BadInput
from shared.domain.post import Leave
from shared.domain.post_words import message_digest
from shared.domain.rebuilt_staff import ToldSpan, ToldStaff
from shared.domain.staff import Staff, roles_of
from shared.storage.readable import read_whole
from shared.storage.staff_tables import PostSpanRow, StaffRow


def stored_digest(password: str | None) -> str:
    """Return what facts tell of a password's hash: its SHA-256, "" without one.

    The hash holds 128 bits of salt, so nothing can be tried against the digest.
    """
    return hashlib.sha256(password.encode()).hexdigest() if password else ""


def staff(tx: Connection) -> dict[str, ToldStaff] | None:
    """Return everybody of the staff; None when that cannot be read."""
    rows = read_whole(tx, select(StaffRow.__table__))
    return None if rows is None else {row.number: _staff(row) for row in rows}


def _staff(row: Any) -> ToldStaff:
    return ToldStaff(
        _card(row),
        row.roles,
        row.active,
        stored_digest(row.password),
        row.failures,
        row.locked_until,
    )


def _card(row: Any) -> str:
    try:
        roles = roles_of(row.roles)
    except BadInput:
        return ""
    return Staff(
        row.number,
        row.name,
        row.unit,
        row.post,
        row.phone,
        row.party_member,
        row.photo,
        row.partner,
        roles,
        row.active,
    ).card


def spans(tx: Connection) -> list[ToldSpan] | None:
    """Return who was at which window when; None when that cannot be read."""
    rows = read_whole(tx, select(PostSpanRow.__table__))
    return None if rows is None else [_span(row) for row in rows]


def _span(row: Any) -> ToldSpan:
    told = row.until is not None
    leave = Leave(row.reason, row.place, row.contact, row.until) if told else None
    return ToldSpan(
        row.window_number,
        row.state,
        row.act,
        row.person,
        row.partner,
        row.seated or "",
        row.main,
        row.second,
        message_digest(leave),
        row.whereabouts,
        row.handover,
        row.began_at,
        row.ended_at,
    )
