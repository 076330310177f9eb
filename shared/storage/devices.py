"""The last known state of every device."""

from typing import Any

from sqlalchemy import Connection, Row, select

from shared.domain.devices import DeviceState, KnownDevice
from shared.storage.orm import DeviceRow
from shared.storage.upsert import upsert

_D = DeviceRow
_SELECT = select(_D.device, _D.state, _D.reason, _D.since, _D.changes, _D.counted_from)


def known(tx: Connection) -> dict[str, KnownDevice]:
    """Return every device ever told of, by its name."""
    return {row.device: _device(row) for row in tx.execute(_SELECT.order_by(_D.device))}


def keep(tx: Connection, device: KnownDevice) -> None:
    """Put what is known of a device in the place of what was."""
    values: dict[str, Any] = {
        "state": device.state.value,
        "reason": device.reason,
        "since": device.since,
        "changes": device.changes,
        "counted_from": device.counted_from or device.since,
    }
    row = upsert(tx.dialect.name, DeviceRow).values(device=device.device, **values)
    tx.execute(row.on_conflict_do_update(index_elements=[_D.device], set_=values))


def _device(row: Row[*tuple[Any, ...]]) -> KnownDevice:
    state = DeviceState(row.state)
    return KnownDevice(row.device, state, row.reason, row.since, row.changes, row.counted_from)
