"""Who works in the hall: public card, roles, and when wrong passwords lock an account."""

import hashlib
import json
import re
import unicodedata
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from shared.domain.errors import BadInput
from shared.domain.register.declaration import Role

_NUMBER = re.compile(r"[A-Z0-9][A-Z0-9-]{0,15}")
_LONGEST = 40
_SHORTEST_PASSWORD = 8
"""Characters: the least that NIST SP 800-63B asks for."""

FREE_FAILURES = 4
"""So many wrong passwords in a row cost nothing (ours): people mistype."""

LOCKED = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=8),
)
"""How long each failure after those locks the account; the last one repeats (ours)."""


class StaffRole(StrEnum):
    """What somebody may do; one person may have several."""

    WINDOW = "window"
    HELPER = "helper"
    AGENT = "agent"
    DUTY_MANAGER = "duty_manager"
    HEAD = "head"
    ADMIN = "admin"

    @property
    def in_registers(self) -> Role:
        """The same role as the registers' steps name it."""
        match self:
            case StaffRole.WINDOW:
                return Role.CLERK
            case StaffRole.DUTY_MANAGER:
                return Role.MANAGER
            case _:
                return Role(self.value)


@dataclass(frozen=True)
class Staff:
    """A person of the staff, as 004 服务人员公开 publishes them at the window.

    `photo` is a file's name in the hall's folder `photos`, `partner` the number of whoever stands
    in (B岗), "" for none. Who has gone stays, inactive: the past names them.
    """

    number: str
    name: str
    unit: str = ""
    post: str = ""
    phone: str = ""
    party_member: bool = False
    photo: str = ""
    partner: str = ""
    roles: frozenset[StaffRole] = frozenset({StaffRole.WINDOW})
    active: bool = True

    @property
    def called(self) -> str:
        """The name and number, as a register's log names who acted."""
        return f"{self.name}（{self.number}）"

    @property
    def card(self) -> str:
        """The SHA-256 of what is public of the person: facts tell this, not the card."""
        card = asdict(self) | {"roles": roles_text(self.roles), "active": ""}
        return hashlib.sha256(
            json.dumps(card, ensure_ascii=False, sort_keys=True).encode()
        ).hexdigest()


def checked(staff: Staff) -> Staff:
    """Return the person with tidy fields; BadInput names the field that cannot be."""
    texts = {
        name: " ".join(unicodedata.normalize("NFKC", getattr(staff, name)).split())
        for name in ("name", "unit", "post", "phone", "photo")
    }
    number, partner = staff_number(staff.number), staff.partner.strip()
    partner = staff_number(partner) if partner else ""
    if not texts["name"]:
        raise BadInput(f"staff {number} has no name", "give a name")
    for name, text in texts.items():
        if len(text) > _LONGEST:
            raise BadInput(f"staff {number}: {name} is longer than {_LONGEST}", "shorten it")
    if not staff.roles:
        raise BadInput(f"staff {number} has no role", f"roles: {', '.join(StaffRole)}")
    if partner == number:
        raise BadInput(f"staff {number} cannot stand in for themselves", "name somebody else")
    return Staff(
        number,
        **texts,
        party_member=staff.party_member,
        partner=partner,
        roles=staff.roles,
        active=staff.active,
    )


def staff_number(text: str) -> str:
    """Read a staff number (工号); BadInput when it cannot be one."""
    number = unicodedata.normalize("NFKC", text).strip().upper()
    if not _NUMBER.fullmatch(number):
        raise BadInput(
            f"“{text}” is not a staff number",
            "1 to 16 letters A–Z, digits and dashes, such as 1001",
        )
    return number


def roles_of(text: str) -> frozenset[StaffRole]:
    """Read roles separated by commas or spaces, in English or as `ROLE_WORDS` has them."""
    found = set()
    for word in re.split(r"[,，、;；\s]+", text.strip()):
        if not word:
            continue
        role = ROLE_WORDS.get(word) or (StaffRole(word) if word in set(StaffRole) else None)
        if role is None:
            known = ", ".join(f"{role} {words}" for words, role in ROLE_WORDS.items())
            raise BadInput(f"“{word}” is not a role", f"roles: {known}")
        found.add(role)
    return frozenset(found)


def roles_text(roles: frozenset[StaffRole]) -> str:
    """Write roles as they are stored and told: in one order, with commas."""
    return ",".join(role for role in StaffRole if role in roles)


ROLE_WORDS = {
    "窗口人员": StaffRole.WINDOW,
    "帮办员": StaffRole.HELPER,
    "代办员": StaffRole.AGENT,
    "值班主任": StaffRole.DUTY_MANAGER,
    "部门负责人": StaffRole.HEAD,
    "管理员": StaffRole.ADMIN,
}
"""What the roles are called in lists."""


def check_password(number: str, password: str) -> None:
    """BadInput for a password that is too easy to guess."""
    if len(password) < _SHORTEST_PASSWORD:
        raise BadInput(
            f"the password is shorter than {_SHORTEST_PASSWORD} characters", "choose a longer one"
        )
    if number.casefold() in password.casefold() or len(set(password)) < 4:
        raise BadInput("the password is too easy to guess", "no staff number, no repeated sign")


@dataclass(frozen=True)
class Attempts:
    """Wrong passwords in a row, and until when none is looked at any more (None: they are)."""

    failures: int = 0
    locked_until: datetime | None = None

    def locked_at(self, now: datetime) -> bool:
        """Whether no password is looked at now."""
        return self.locked_until is not None and now < self.locked_until

    def failed(self, now: datetime) -> "Attempts":
        """Return what holds after one more wrong password."""
        failures = self.failures + 1
        over = failures - FREE_FAILURES
        until = now + LOCKED[min(over, len(LOCKED)) - 1] if over > 0 else None
        return Attempts(failures, until)
