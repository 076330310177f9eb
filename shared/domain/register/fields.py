"""The fields of a register and what may stand in them; every value is kept as text."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from shared.domain.errors import BadInput
from shared.domain.register.identity_number import is_identity_number
from shared.domain.said import said

Values = Mapping[str, str]
"""Field → what stands in it, as `Field.read` wrote it."""


class Kind(StrEnum):
    """What a field holds, and how its text is written."""

    TEXT = "text"  # one line
    LONG = "long"  # several lines
    CHOICE = "choice"  # the code of a choice
    YES_NO = "yes_no"  # yes, no
    NUMBER = "number"  # a whole number
    DATE = "date"  # 2026-11-23
    MOMENT = "moment"  # 2026-11-23T10:00+08:00
    PHONE = "phone"  # digits, with + in front of a country
    IDENTITY = "identity"  # 公民身份号码, its last digit checked
    ITEM = "item"  # the full name of a service item
    WINDOW = "window"  # the number of a window


_LONGEST = {Kind.TEXT: 200, Kind.LONG: 4000}
_YES_NO = {"yes": "yes", "是": "yes", "true": "yes", "no": "no", "否": "no", "false": "no"}
_PHONE = re.compile(r"\+?[0-9]{5,20}")


@dataclass(frozen=True)
class Surroundings:
    """What reading a field needs of the hall: the moment in its zone, its items and windows.

    `item` and `window` return what they know by a text, or raise BadInput.
    """

    now: datetime
    item: Callable[[str], str]
    window: Callable[[str], str]


@dataclass(frozen=True)
class Field:
    """A field: `personal` ones are encrypted, and forgotten after the register's time."""

    name: str
    label: str
    kind: Kind
    personal: bool = False
    choices: Mapping[str, str] = field(default_factory=dict)
    least: int = 0
    most: int | None = None
    basis: str = ""

    def read(self, text: str, around: Surroundings) -> str:
        """Return the text as it is kept; BadInput says what is wrong and what fits."""
        value = text.strip()
        if not value:
            raise self._wrong(text, "something has to stand there")
        match self.kind:
            case Kind.TEXT | Kind.LONG:
                return self._text(value)
            case Kind.CHOICE:
                return self._choice(value)
            case Kind.YES_NO:
                return self._one_of(_YES_NO, value.lower(), "yes or no")
            case Kind.NUMBER:
                return self._number(value)
            case Kind.DATE | Kind.MOMENT:
                return self._time(value, around)
            case Kind.PHONE:
                return self._phone(value)
            case Kind.IDENTITY:
                return self._identity(value)
            case Kind.ITEM:
                return around.item(value)
            case Kind.WINDOW:
                return around.window(value)

    def shown(self, value: str) -> str:
        """Return a value as people read it."""
        match self.kind:
            case Kind.CHOICE:
                return self.choices.get(value, value)
            case Kind.YES_NO:
                return {"yes": "是", "no": "否"}.get(value, value)
            case Kind.MOMENT:
                return value.replace("T", " ")[:16]
            case _:
                return value

    def _text(self, value: str) -> str:
        lines = [" ".join(line.split()) for line in value.splitlines()]
        if self.kind is Kind.TEXT:  # an empty line between two leaves no second space
            lines = [" ".join(filter(None, lines))]
        value = "\n".join(lines).strip()
        longest = self.most or _LONGEST[self.kind]
        if len(value) > longest:
            raise self._wrong(value[:20] + "…", f"at most {longest} characters fit")
        if any(not char.isprintable() and char != "\n" for char in value):
            raise self._wrong(value, "write it without control characters")
        return value

    def _choice(self, value: str) -> str:
        for code, label in self.choices.items():
            if value in (code, label):
                return code
        known = "、".join(f"{code} {label}" for code, label in self.choices.items())
        raise self._wrong(value, f"choose one of: {known}")

    def _one_of(self, known: Mapping[str, str], value: str, hint: str) -> str:
        if value not in known:
            raise self._wrong(value, f"write {hint}")
        return known[value]

    def _number(self, value: str) -> str:
        upper = f" to {self.most}" if self.most is not None else " up"
        hint = f"a whole number from {self.least}{upper}"
        if not re.fullmatch("[0-9]{1,9}", value):
            raise self._wrong(value, hint)
        number = int(value)
        if number < self.least or (self.most is not None and number > self.most):
            raise self._wrong(value, hint)
        return str(number)

    def _time(self, value: str, around: Surroundings) -> str:
        try:
            if self.kind is Kind.DATE:
                return date.fromisoformat(value).isoformat()
            moment = datetime.fromisoformat(value)
        except ValueError:
            example = "2026-11-28" if self.kind is Kind.DATE else "2026-11-28 09:30"
            raise self._wrong(value, f"write it like {example}") from None
        zone = around.now.tzinfo
        moment = moment.replace(tzinfo=zone) if moment.tzinfo is None else moment.astimezone(zone)
        return moment.isoformat(timespec="minutes")

    def _phone(self, value: str) -> str:
        digits = re.sub(r"[ \-()（）]", "", value)
        if not _PHONE.fullmatch(digits):
            raise self._wrong(value, "a telephone number has 5 to 20 digits")
        return digits

    def _identity(self, value: str) -> str:
        number = value.upper()
        if not is_identity_number(number):
            raise self._wrong(value[:2] + "…", "18 digits, the last one fits the others (or is X)")
        return number

    def _wrong(self, value: str, hint: str) -> BadInput:
        shown = "" if self.personal else f" “{value}”"
        return BadInput(
            f"{self.label} ({self.name}):{shown} does not fit",
            hint,
            public=said("register", "“{field}”填写得不对，请照提示重填").of(field=self.label),
        )
