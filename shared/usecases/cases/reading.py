"""What reading and writing a case needs of the hall: its time, its items, its vault."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from shared.domain.errors import BadInput, Unavailable
from shared.domain.register.case import Entry
from shared.domain.register.declaration import Register
from shared.domain.register.fields import Surroundings
from shared.domain.said import said
from shared.domain.workdays import HallTime
from shared.storage import Transaction, calendar, cases, items
from shared.storage.cases import CaseFile, StoredEntry
from shared.storage.vault import Locked
from shared.usecases.context import Context


def hall_time(ctx: Context, tx: Transaction) -> HallTime:
    """Return how the hall reckons now."""
    return HallTime(calendar.read(tx), ctx.config.work_hours)


def surroundings(ctx: Context, tx: Transaction, now: datetime) -> Surroundings:
    """Return what reading a field needs."""

    def item(text: str) -> str:
        found = items.find(tx, text)
        if found is None:
            similar = "、".join(items.names_like(tx, text))
            raise BadInput(
                f"there is no service “{text}”",
                f"did you mean: {similar}" if similar else "hall catalog list shows every name",
                public=said("register", "没有“{item}”这个事项，请写全名。相近的：{similar}").of(
                    item=text, similar=similar or "无"
                ),
            )
        return found.name

    def window(text: str) -> str:
        if not text.isdigit():
            raise BadInput(f"“{text}” is not a number of a window", "such as 3")
        return str(ctx.hall.window(int(text)).number)

    return Surroundings(now.astimezone(ctx.zone), item, window)


@dataclass(frozen=True)
class ReadLog:
    """A case's log as it can be read; `locked` names keys that are not here."""

    entries: tuple[Entry, ...]
    locked: tuple[str, ...]


def read_log(ctx: Context, code: str, log: Sequence[StoredEntry]) -> ReadLog:
    """Return a log with its personal fields, as far as their keys are here."""
    entries, locked = [], []
    for ordinal, stored in enumerate(log, start=1):
        values = dict(stored.fields)
        if stored.private is not None:
            match ctx.vault.unseal(stored.private, about(code, ordinal)):
                case Locked(key):
                    locked.append(key)
                case private:
                    values.update(private)
        at = stored.at.astimezone(ctx.zone)
        entries.append(Entry(stored.step, at, stored.state, stored.role, stored.by, values))
    return ReadLog(tuple(entries), tuple(dict.fromkeys(locked)))


def about(code: str, ordinal: int) -> str:
    """Return what an entry's personal fields are bound to: no other place opens them."""
    return f"{code}/{ordinal}"


def sealed(ctx: Context, tx: Transaction, where: str, private: Mapping[str, str]) -> str | None:
    """Return personal fields encrypted, None when there are none; the first makes the key."""
    if not private:
        return None
    if not ctx.vault.has_key:
        if cases.any_private(tx):
            raise Unavailable(
                f"the key of the personal fields is missing in {ctx.config.folder}",
                "copy hall.key from another machine of the hall; if it is lost: hall case new-key",
                said("case", "个人信息暂时无法登记，请到咨询服务台"),
            )
        ctx.vault.first_key()
    return ctx.vault.seal(private, where)


def parted(register: Register, values: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the open and the personal fields."""
    personal = {name for name in values if register.fields[name].personal}
    return (
        {name: value for name, value in values.items() if name not in personal},
        {name: value for name, value in values.items() if name in personal},
    )


def register_of(ctx: Context, case: CaseFile) -> Register:
    """Return the register of a case; BadInput when its file is gone."""
    found = ctx.registers.known.get(case.register)
    if found is None:
        raise BadInput(
            f"the register {case.register} of case {case.code} is not declared any more",
            f"put back registers/{case.register}.toml in the hall's folder",
        )
    return found
