"""Seals are written one after the other, each upon the one that still is the newest."""

from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, text

from shared.domain.seal import START, Seal
from shared.storage.orm import SealRow

_S = SealRow
_NEWEST = select(_S.id, _S.last_fact, _S.digest).order_by(_S.id.desc()).limit(1)
_SEALERS_LOCK = 0x48A14


@dataclass(frozen=True)
class End:
    """Where the chain ends: the newest seal's number, its last fact, its digest."""

    seal: int = 0
    last_fact: int | None = None
    digest: str = START


def end(tx: Connection) -> End:
    """Return where the chain ends now."""
    row = tx.execute(_NEWEST).one_or_none()
    return End(*row) if row else End()


def our_turn(tx: Connection) -> bool:
    """Whether nobody else seals; on a server the turn ends with this transaction."""
    if tx.dialect.name == "sqlite":
        return True  # whoever comes second finds that the end has moved
    asked = tx.scalar(text("SELECT pg_try_advisory_xact_lock(:key)"), {"key": _SEALERS_LOCK})
    return bool(asked)


def add(tx: Connection, before: End, seal: Seal) -> bool:
    """Write a seal upon `before`; False when the chain has grown meanwhile."""
    if end(tx) != before:
        return False
    values = {
        "id": seal.id,
        "last_fact": seal.last_fact,
        "facts": seal.facts,
        "digest": seal.digest,
        "at": seal.at,
    }
    tx.execute(insert(SealRow), values)
    return True
