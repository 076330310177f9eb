"""Facts are sealed in batches by one sealer at a time, and nobody waits for it."""

import hashlib
import json
import threading
import time
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from sqlalchemy import insert, select

from shared.domain.errors import Unavailable
from shared.domain.seal import START, Batch, RawFact, Seal
from shared.storage import seals
from shared.storage.orm import FactRow, SealRow
from shared.usecases import audit
from shared.usecases.audit import head, seal_batch, verify
from shared.usecases.day import close_queue
from tests.support.halls import MONDAY_10, SampleHall
from tests.support.pasts import check, live, tamper

GOLDEN = "6c86f1eb77bc6fa0e6c26fd051e7a46da88538dec549f940269b66e34816cb29"
NEWER = {
    "number": "C001",
    "家": ["电话\n\u2028", 1.5, 2**70, None, True],
    'a"b\\': {"z": 1, "Ü": "😀"},
}


def add_newer(hall: SampleHall) -> None:
    """Append a fact of a kind that only a newer release knows."""
    values = {
        "at": MONDAY_10,
        "business_day": MONDAY_10.date(),
        "kind": "HomeVisitPlanned",
        "payload": NEWER,
    }
    with hall.ctx.database.write() as tx:
        tx.execute(insert(FactRow), values)


def auditor(hall: SampleHall) -> list[str]:
    """The digests as an auditor computes them from the tables and the description alone."""

    def line(data: object) -> str:
        return json.dumps(data, sort_keys=True, separators=(",", ":")) + "\n"

    def moment(at: datetime) -> str:
        return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")

    digests, after = ["0" * 64], 0
    with hall.ctx.database.read() as tx:
        facts = list(tx.execute(select(FactRow.__table__).order_by(FactRow.id)))
        for seal in tx.execute(select(SealRow.__table__).order_by(SealRow.id)):
            lines = [digests[-1] + "\n"]
            lines += [
                line([fact.id, moment(fact.at), str(fact.business_day), fact.kind, fact.payload])
                for fact in facts
                if after < fact.id <= seal.last_fact
            ]
            lines.append(line([seal.id, seal.last_fact, seal.facts, moment(seal.at)]))
            digests.append(hashlib.sha256("".join(lines).encode("ascii")).hexdigest())
            after = seal.last_fact
    return digests[1:]


def digests(hall: SampleHall) -> list[str]:
    with hall.ctx.database.read() as tx:
        return list(tx.scalars(select(SealRow.digest).order_by(SealRow.id)))


def test_an_auditor_computes_the_same_chain_from_the_description(hall: SampleHall) -> None:
    live(hall)
    add_newer(hall)
    assert seal_batch(hall.ctx, 7) == 26
    hall.clock.forward(microseconds=1_500)
    hall.issue()
    assert seal_batch(hall.ctx) == 1
    assert digests(hall) == auditor(hall)
    assert len(digests(hall)) == 5
    past = verify(hall.ctx)
    assert (past.seals, past.sealed, past.unsealed, past.unknown) == (5, 27, 0, 1)
    assert (past.head, past.whole) == (digests(hall)[-1], True)


def test_the_chain_is_the_same_on_every_database(hall: SampleHall) -> None:
    add_newer(hall)
    seal_batch(hall.ctx, 1)
    assert digests(hall)[-1] == GOLDEN


def test_the_lines_of_a_fact_and_a_seal(hall: SampleHall) -> None:
    seal_batch(hall.ctx)
    lines = (
        f"{'0' * 64}\n"
        '[1,"2026-11-23T02:00:00.000000Z","2026-11-23","DayBegan",{"day":"2026-11-23"}]\n'
        '[1,1,1,"2026-11-23T02:00:00.000000Z"]\n'
    )
    assert digests(hall) == [hashlib.sha256(lines.encode()).hexdigest()]


def test_a_hall_in_which_nothing_is_sealed_has_a_head(hall: SampleHall) -> None:
    found = head(hall.ctx)
    assert (found.end.digest, found.end.seal, found.unsealed) == (START, 0, 1)
    past = verify(hall.ctx)
    assert (past.seals, past.sealed, past.unsealed, past.head) == (0, 0, 1, START)
    assert past.whole


def test_sealing_again_seals_nothing(hall: SampleHall) -> None:
    live(hall)
    assert seal_batch(hall.ctx, 5) == 25  # full batches alone
    before = head(hall.ctx)
    assert seal_batch(hall.ctx, 5) == 0
    assert (head(hall.ctx), before.unsealed, before.end.seal) == (before, 0, 5)


def test_sealing_stops_between_two_batches(hall: SampleHall) -> None:
    live(hall)
    answers = iter([False, False, True])
    assert seal_batch(hall.ctx, 5, lambda: next(answers)) == 10
    assert check(hall) == ""


@pytest.mark.sqlite_only("a server keeps each column's kind of data")
def test_what_cannot_be_read_is_never_sealed(hall: SampleHall) -> None:
    live(hall)
    tamper(hall, "UPDATE fact SET payload = 'no json' WHERE id = 9")
    with pytest.raises(Unavailable, match="fact 9 cannot be read") as caught:
        seal_batch(hall.ctx)
    assert "hall audit verify" in caught.value.hint


def test_a_seal_is_written_upon_the_newest_alone(hall: SampleHall) -> None:
    hall.numbers(2)
    with hall.ctx.database.read() as tx:
        before = seals.end(tx)
    seal_batch(hall.ctx, 1)
    late = Seal(1, 1, 1, "f" * 64, MONDAY_10)
    with hall.ctx.database.aside() as tx:
        assert not seals.add(tx, before, late)
    assert check(hall) == ""


@pytest.mark.postgres_only("on SQLite the second finds that the end has moved")
def test_while_one_seals_a_second_does_nothing(hall: SampleHall) -> None:
    hall.numbers(2)
    with hall.ctx.database.read() as tx:
        assert seals.our_turn(tx)
        assert seal_batch(hall.ctx) == 0
    assert seal_batch(hall.ctx) == 3


def test_sealers_at_once_make_one_chain_and_no_writer_waits(hall: SampleHall) -> None:
    add_many(hall, 3_000)  # a sealer has something to do from the first moment
    done = threading.Event()
    slowest = []

    def seal(most: int) -> int:
        total = 0
        while not done.is_set():
            total += seal_batch(hall.ctx, most)
        return total

    def write(_: int) -> None:
        began = time.monotonic()
        hall.issue()
        slowest.append(time.monotonic() - began)

    with ThreadPoolExecutor(5) as pool:
        sealers = [pool.submit(seal, most) for most in (100, 170)]
        list(pool.map(write, range(60)))
        done.set()
        sealed = sum(sealer.result() for sealer in sealers)
    sealed += seal_batch(hall.ctx)
    past = verify(hall.ctx)
    assert (past.broken, past.sealed, past.unsealed) == (None, sealed, 0)
    assert sealed == 3_061
    assert max(slowest) < 1.5, "a writer waited for a sealer"


def add_many(hall: SampleHall, count: int) -> None:
    """Append facts of a newer kind, as fast as they can be."""
    values = [
        {
            "at": MONDAY_10,
            "business_day": MONDAY_10.date(),
            "kind": "HomeVisitPlanned",
            "payload": {"number": f"C{number:03}", "window": number % 8, "by": "上门服务"},
        }
        for number in range(count)
    ]
    with hall.ctx.database.write() as tx:
        tx.execute(insert(FactRow), values)


def test_nobody_waits_for_the_hashing(hall: SampleHall, monkeypatch: pytest.MonkeyPatch) -> None:
    hall.numbers(1)
    hashing, go_on = threading.Event(), threading.Event()

    class Slow(Batch):
        def add(self, fact: RawFact) -> None:
            hashing.set()
            assert go_on.wait(20)
            super().add(fact)

    monkeypatch.setattr(audit, "Batch", Slow)
    with ThreadPoolExecutor(1) as pool:
        sealer = pool.submit(seal_batch, hall.ctx, 2)
        assert hashing.wait(20)
        hall.numbers(2)
        hall.begin_day()
        close_queue(hall.ctx, "H", "系统升级", "staff")  # of the whole hall
        go_on.set()
        assert sealer.result() == 5
    assert check(hall) == ""


@pytest.mark.proof
@pytest.mark.timeout(600)
def test_a_hundred_thousand_facts_are_sealed_and_verified_in_seconds(hall: SampleHall) -> None:
    add_many(hall, 100_000)
    began = time.monotonic()
    assert seal_batch(hall.ctx) == 100_001
    sealed = time.monotonic()
    tracemalloc.start()
    assert verify(hall.ctx).whole
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert sealed - began < 60
    assert most < 20 << 20, "verifying keeps the facts in memory"
