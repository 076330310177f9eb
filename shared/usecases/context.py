"""What every use case is handed: the hall, its database, the clock and the key maker."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from shared.clock import Clock, system_clock
from shared.config import HallConfig, load_hall
from shared.domain.day import business_day
from shared.domain.errors import HallError
from shared.domain.groups import Groups
from shared.domain.hall import Hall
from shared.storage import Database, Transaction, days, identity, open_database
from shared.storage.vault import Vault

if TYPE_CHECKING:
    from shared.registers import Registers


def _ticket_key() -> str:
    return secrets.token_urlsafe(12)


@dataclass(frozen=True)
class Context:
    """The surroundings of a use case; tests pass their own clock and keys.

    `actor` is the number of whoever of the staff acts; None is the hall itself: its machines, and
    its server, which may do everything.
    """

    config: HallConfig
    database: Database
    clock: Clock
    new_key: Callable[[], str] = _ticket_key
    actor: str | None = None
    groups: Groups = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "groups", Groups(self.config.hall))

    @property
    def hall(self) -> Hall:
        """The hall as configured."""
        return self.config.hall

    @cached_property
    def zone(self) -> ZoneInfo:
        """The time zone of the hall."""
        return ZoneInfo(self.hall.timezone)

    @cached_property
    def registers(self) -> "Registers":
        """The registers of the hall; BadInput when one of their files is wrong."""
        from shared.registers import load_registers

        return load_registers(self.config.folder)

    @cached_property
    def vault(self) -> Vault:
        """What encrypts personal fields."""
        return Vault(self.config.folder)

    def today(self, tx: Transaction) -> date:
        """Return the business day now, as far as it has begun."""
        newest = days.newest(tx)
        return business_day(self.clock(), newest.day if newest else None)

    def with_clock(self, clock: Clock) -> "Context":
        """Return the same surroundings under another clock."""
        return replace(self, clock=clock)

    def acting_as(self, number: str) -> "Context":
        """Return the same surroundings in which somebody of the staff acts."""
        return replace(self, actor=number)


def open_hall(folder: Path) -> Context:
    """Open a hall's folder: configuration and database, or a clear error."""
    config = load_hall(folder)
    database = open_database(config.database_url)
    try:
        with database.read() as tx:
            identity.check(tx, config.hall.code)
    except HallError:
        database.dispose()
        raise
    return Context(config, database, system_clock(config.hall.timezone))
