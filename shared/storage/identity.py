"""Which hall a database belongs to: two halls in one would call each other's tickets."""

from sqlalchemy import Connection, insert, select

from shared.domain.errors import BadInput
from shared.storage.orm import HallRow


def claim(tx: Connection, code: str) -> None:
    """Make a fresh database this hall's; BadInput when it is another's."""
    if tx.scalar(select(HallRow.code)) is None:
        tx.execute(insert(HallRow), {"code": code})
    check(tx, code)


def check(tx: Connection, code: str) -> None:
    """BadInput when the database belongs to another hall."""
    owner = tx.scalar(select(HallRow.code))
    if owner != code:
        raise BadInput(
            f"the database belongs to the hall {owner}, not to {code}",
            "give each hall a database of its own, and keep [hall] code as it was",
        )
