"""Seals: facts in batches, each hashed over the batch before, so that no past can be changed."""

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

START = "0" * 64
"""The digest before the first seal."""

_as_json = json.JSONEncoder(ensure_ascii=True, sort_keys=True, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class RawFact:
    """A fact as stored, of whatever release; `payload` is plain data."""

    id: int
    at: datetime
    day: date
    kind: str
    payload: Any


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A row in which something stands that is no data of its column."""

    id: int


@dataclass(frozen=True, slots=True)
class Seal:
    """A sealed batch: the `id`-th, of `facts` facts after the batch before, up to `last_fact`."""

    id: int
    last_fact: int
    facts: int
    digest: str
    at: datetime


class Batch:
    r"""Facts on their way into a seal, hashed one by one.

    The digest of a seal is the SHA-256, as 64 lower-case hex digits, of these lines, each ended
    by one line feed (\n, 0x0A):

    1. the digest of the seal before; 64 zeros for the first seal;
    2. for each fact, by growing id, the JSON array ``[id,at,business_day,kind,payload]``;
    3. the JSON array ``[seal,last_fact,facts,at]``: the number of this seal (1 for the first, then
       one more each), the id of its last fact, how many facts it holds, when it was made.

    A moment is UTC with six decimals, ``"2026-11-23T02:00:00.000000Z"``, a day ``"2026-11-23"``.
    JSON is written without any space, the keys of an object in the order of their code points,
    numbers as Python writes them, and in ASCII alone: every other character, and every control
    character without a short escape, is ``\uXXXX`` with lower-case hex digits, above U+FFFF two of
    them (UTF-16). That is ``json.dumps(data, sort_keys=True, separators=(",", ":"))`` in Python.
    """

    def __init__(self, previous: str) -> None:
        self.facts = 0
        self.last_fact = 0
        self._hash = hashlib.sha256(f"{previous}\n".encode())

    def add(self, fact: RawFact) -> None:
        """Take in the next fact."""
        self._hash.update(canonical(fact))
        self.facts += 1
        self.last_fact = fact.id

    def seal(self, seal: int, at: datetime) -> Seal:
        """Return the seal number `seal` over what was taken in, made `at` this moment."""
        closed = self._hash.copy()
        closed.update(_line([seal, self.last_fact, self.facts, _moment(at)]))
        return Seal(seal, self.last_fact, self.facts, closed.hexdigest(), at)


def canonical(fact: RawFact) -> bytes:
    """Return the line of a fact, the same whichever database it was read from."""
    return _line([fact.id, _moment(fact.at), fact.day.isoformat(), fact.kind, fact.payload])


def _line(data: list[Any]) -> bytes:
    return f"{_as_json(data)}\n".encode()


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='microseconds')}Z"
