"""What staff see and do at a kiosk itself: its acts as facts, its last slips, its roll of paper."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.domain.devices import KnownDevice
from shared.domain.events import KioskTended
from shared.storage import devices, facts, print_jobs
from shared.storage.print_jobs import PrintState
from shared.usecases.context import Context
from shared.usecases.unit import unit

PAPER = "paper"
"""The act of putting in a new roll, from which slips are counted."""
ROLL_DAYS = timedelta(days=60)
"""How long ago a roll is looked for; one that lasts longer is not worth counting."""


@dataclass(frozen=True)
class PrintedSlip:
    """A slip of a kiosk: what is known of it, and since when."""

    number: str
    state: PrintState
    reprint: bool
    at: datetime


@dataclass(frozen=True)
class KioskState:
    """What the database knows of a kiosk: its devices by name, its newest slips, how many were
    printed on this roll and since when (None: no roll was ever reported).
    """

    devices: tuple[KnownDevice, ...]
    slips: tuple[PrintedSlip, ...]
    on_roll: int
    roll_since: datetime | None


def tell_tended(ctx: Context, events: Iterable[KioskTended]) -> None:
    """Record what staff did at a kiosk."""
    with unit(ctx) as work:
        for event in events:
            work.tell(event)


def kiosk_state(ctx: Context, kiosk: str, most: int = 6) -> KioskState:
    """Return what is known of a kiosk; whether the database can be written is tried as well."""
    with ctx.database.write():
        pass
    with ctx.database.read() as tx:
        known = devices.known(tx).values()
        rolls = [
            fact.at
            for fact in facts.of_kind(tx, KioskTended, ctx.today(tx) - ROLL_DAYS)
            if isinstance(fact.event, KioskTended)
            and (fact.event.kiosk, fact.event.act) == (kiosk, PAPER)
        ]
        since = max(rolls, default=None)
        newest = print_jobs.newest_of(tx, kiosk, most)
        return KioskState(
            tuple(one for one in known if one.device.startswith(f"kiosk {kiosk} ")),
            tuple(PrintedSlip(*slip) for slip in newest),
            0 if since is None else print_jobs.printed_since(tx, kiosk, since),
            since,
        )
