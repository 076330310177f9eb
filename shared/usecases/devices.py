"""What the hall's devices are like, told by whoever drives them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from shared.domain.devices import DeviceState, KnownDevice
from shared.domain.events import DeviceChanged
from shared.storage import devices
from shared.storage.database import lock_facts
from shared.usecases.context import Context
from shared.usecases.unit import unit


@dataclass(frozen=True)
class DeviceReport:
    """A device is like this now; `device` is its name for people, as "window 3 LED"."""

    device: str
    state: DeviceState
    reason: str = ""


def device_changed(ctx: Context, device: str, state: DeviceState, reason: str = "") -> bool:
    """Record how a device is; returns whether that was news. May be told as often as one likes:
    only news is written, and a device that changes all the time is called unsteady.
    """
    return bool(devices_changed(ctx, [DeviceReport(device, state, reason)]))


def devices_changed(ctx: Context, reports: Iterable[DeviceReport]) -> list[KnownDevice]:
    """Record how several devices are, in one transaction; returns what was news."""
    reports = list(reports)
    with ctx.database.read() as tx:
        if not list(_news(devices.known(tx), reports, ctx.clock())):
            return []
    with unit(ctx) as work:
        lock_facts(work.tx)  # so that nobody else tells of the same device meanwhile
        news = list(_news(devices.known(work.tx), reports, work.now))
        for found in news:
            devices.keep(work.tx, found)
            work.tell(DeviceChanged(found.device, found.state, found.reason))
    return news


def devices_now(ctx: Context) -> list[KnownDevice]:
    """Return the last known state of every device, by name."""
    with ctx.database.read() as tx:
        return list(devices.known(tx).values())


def _news(
    known: dict[str, KnownDevice], reports: Iterable[DeviceReport], now: datetime
) -> Iterator[KnownDevice]:
    for report in reports:
        before = known.get(report.device)
        if before is None:
            after: KnownDevice | None = KnownDevice(
                report.device, report.state, report.reason, now, 1, now
            )
        else:
            after = before.after(report.state, report.reason, now)
        if after is not None:
            known[report.device] = after
            yield after
