"""What the tables say of the duty, to be held against what the facts say."""

from sqlalchemy import Connection, select

from shared.domain.rebuilt_duty import ToldAlarm, ToldDuty
from shared.storage.duty_tables import AlarmRow, EvacuationRow, HelperKeyRow
from shared.storage.readable import read_whole

_E = EvacuationRow
_K = HelperKeyRow


def duty(tx: Connection) -> ToldDuty | None:
    """Return the duty as the tables have it; None when that cannot be read."""
    evacuations = read_whole(
        tx, select(_E.text, _E.text_en, _E.began_at, _E.ended_at).order_by(_E.id)
    )
    alarms = read_whole(tx, select(AlarmRow.__table__))
    keys = read_whole(tx, select(_K.digest, _K.name, _K.ended_at))
    if evacuations is None or alarms is None or keys is None:
        return None
    return ToldDuty(
        [(row.text, row.text_en, row.began_at, row.ended_at) for row in evacuations],
        {
            (row.kind, row.subject): ToldAlarm(
                (row.taken_at, row.taken_by) if row.taken_at else None,
                (row.met_at, row.met_by) if row.met_at else None,
                row.escalated_at,
            )
            for row in alarms
        },
        {row.digest: (row.name, row.ended_at is None) for row in keys},
    )
