"""Whatever is changed behind the program's back shows."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from shared.domain.seal import START
from shared.storage.orm import FactRow
from shared.usecases.audit import head, seal_batch, verify
from shared.usecases.window_actions import recall, start
from tests.support.halls import SampleHall
from tests.support.pasts import check, found, live, tamper, tampered

CALLED = '{"number": "C001", "queue": "C", "ticket_class": "ordinary", "window": 3, "reason": "x"}'
ISSUED = '{"number": "B001", "queue": "B", "ticket_class": "green", "service": null, "origin": "x"}'
TICKET_COLUMNS = (
    "hall, business_day, ticket_class, queue, state, line_day, since, origin, issued_at, ahead"
)
NEW_TICKET = (
    f"INSERT INTO ticket ({TICKET_COLUMNS}, prefix, number, key, place) "
    f"SELECT {TICKET_COLUMNS}, 'C', 99, 'mine', 1 FROM ticket WHERE prefix = 'C' AND number = 7"
)
NEW_SERVICE = (
    "INSERT INTO service (ticket, window_number, business_day, called_at, calls) "
    "SELECT ticket, 6, business_day, called_at, calls FROM service ORDER BY id LIMIT 1"
)
NEW_RATING = (
    "INSERT INTO rating (service, score, source, at) "
    "SELECT max(id), 5, 'pad', max(called_at) FROM service"
)


def new_fact(number: int) -> str:
    return (
        "INSERT INTO fact (id, at, business_day, kind, payload) "
        f"SELECT {number}, at, business_day, 'TicketIssued', '{ISSUED}' FROM fact WHERE id = 2"
    )


Case = tuple[str | list[str], str]
"""Statements of somebody who tampers, and how what is found begins."""


def each_shows(past: SampleHall, cases: list[Case]) -> None:
    for statements, what in cases:
        with tampered(past, *([statements] if isinstance(statements, str) else statements)):
            told = check(past)
        assert told.startswith(what), f"{statements}: {told}"
    assert check(past) == ""


@pytest.fixture
def past(hall: SampleHall) -> SampleHall:
    """Facts 1–7, 8–14, 15–21 and 22–25 are sealed."""
    live(hall)
    assert seal_batch(hall.ctx, 7) == 25
    assert check(hall) == ""
    return hall


CHAIN: list[Case] = [
    ([f"UPDATE fact SET payload = '{CALLED}' WHERE id = 15"], "seal 3, 15–21: what was sealed"),
    (["UPDATE fact SET at = '2026-11-23 01:00:00' WHERE id = 2"], "seal 1, 1–7: what was seal"),
    (["UPDATE fact SET business_day = '2026-11-22' WHERE id = 9"], "seal 2, 8–14: what was"),
    (["UPDATE fact SET kind = 'Harmless' WHERE id = 20"], "seal 3, 15–21: what was sealed"),
    (["DELETE FROM fact WHERE id = 1"], "seal 1, 1–7: 7 facts were sealed, 6 are there"),
    (["DELETE FROM fact WHERE id = 16"], "seal 3, 15–21: 7 facts were sealed, 6 are there"),
    (["DELETE FROM fact WHERE id > 22"], "seal 4, 22–25: 4 facts were sealed, 1 are there"),
    (["DELETE FROM fact"], "seal 1, 1–7: 7 facts were sealed, 0 are there"),
    ([new_fact(0)], "seal 1, 1–7: 7 facts were sealed, 8 are there"),
    ([new_fact(-5)], "seal 1, 1–7: 7 facts were sealed, 8 are there"),
    (
        ["DELETE FROM fact WHERE id = 20", new_fact(20)],
        "seal 3, 15–21: what was sealed",
    ),
    (
        [
            "UPDATE fact SET id = -1 WHERE id = 3",
            "UPDATE fact SET id = 3 WHERE id = 4",
            "UPDATE fact SET id = 4 WHERE id = -1",
        ],
        "seal 1, 1–7: what was sealed",
    ),
    (["UPDATE seal SET digest = 'f' || substr(digest, 2) WHERE id = 2"], "seal 2, 8–14"),
    (["UPDATE seal SET at = '2026-11-23 01:00:00' WHERE id = 4"], "seal 4, 22–25: what was"),
    (["UPDATE seal SET facts = 6 WHERE id = 2"], "seal 2, 8–14: 6 facts were sealed, 7 are"),
    (["UPDATE seal SET last_fact = 99 WHERE id = 4"], "seal 4, 22–99: its last fact was 99"),
    (["UPDATE seal SET last_fact = 13 WHERE id = 2"], "seal 2, 8–13: 7 facts were sealed, 6"),
    (["DELETE FROM seal WHERE id = 1"], "seal 1, 1–14: seal 1 is not there, the next one is 2"),
    (
        ["DELETE FROM seal WHERE id = 2", "UPDATE seal SET facts = 14 WHERE id = 3"],
        "seal 2, 8–21: seal 2 is not there, the next one is 3",
    ),
    (
        [
            "DELETE FROM seal WHERE id = 3",
            "UPDATE seal SET facts = 11, id = 3 WHERE id = 4",
        ],
        "seal 3, 15–25: what was sealed",
    ),
]


def test_a_changed_past_breaks_the_chain(past: SampleHall) -> None:
    each_shows(past, CHAIN)


NO_DATA_IN_A_FILE: list[Case] = [
    ("UPDATE fact SET payload = 'no json' WHERE id = 9", "seal 2, 8–14: fact 9 cannot be read"),
    ("UPDATE fact SET at = 'yesterday' WHERE id = 9", "seal 2, 8–14: fact 9 cannot be read"),
    (
        "UPDATE fact SET payload = CAST(x'ff' AS TEXT) WHERE id = 9",
        "seal 2, 8–14: fact 9 cannot be read",
    ),
    ("UPDATE fact SET kind = x'00' WHERE id = 9", "seal 2, 8–14: fact 9 cannot be read"),
    ("UPDATE seal SET at = 'yesterday' WHERE id = 2", "seal 2, 8–7: seal 2 cannot be read"),
    ("UPDATE seal SET facts = 'many' WHERE id = 2", "seal 2, 8–7: seal 2 cannot be read"),
    ("UPDATE seal SET digest = x'00' WHERE id = 2", "seal 2, 8–14: what was sealed"),
    ("UPDATE ticket SET since = 'ever' WHERE key = (SELECT max(key) FROM ticket)", "ticket "),
    ("UPDATE ticket SET number = 'x' WHERE prefix = 'G'", "ticket G001 of 2026-11-23: it is"),
    ("UPDATE line SET line_day = 'x' WHERE queue = 'C'", "line: what the tables say cannot"),
    ("UPDATE day SET closed_queues = 'x'", "day: what the tables say cannot be read"),
    ("UPDATE counter SET business_day = 'x' WHERE prefix = 'C'", "last number of: what the"),
    ("UPDATE ticket SET business_day = 'x' WHERE prefix = 'D'", "ticket D001 of 2026-11-23: i"),
]


@pytest.mark.sqlite_only("a server keeps each column's kind of data")
def test_what_cannot_be_read_is_told(past: SampleHall) -> None:
    each_shows(past, NO_DATA_IN_A_FILE)


NO_DATA_ON_A_SERVER: list[Case] = [
    ("UPDATE fact SET at = 'infinity' WHERE id = 9", "seal 2, 8–14: fact 9 cannot be read"),
    ("UPDATE seal SET at = '12000-01-01' WHERE id = 2", "seal 2, 8–7: seal 2 cannot be read"),
    ("UPDATE ticket SET since = '-infinity' WHERE prefix = 'G'", "ticket G001 of 2026-11-23"),
    ("UPDATE day SET began_at = 'infinity', closed_at = 'infinity'", "day: what the tables"),
]


@pytest.mark.postgres_only("what its columns hold and no program can read")
def test_what_no_program_can_read_is_told(past: SampleHall) -> None:
    each_shows(past, NO_DATA_ON_A_SERVER)


TICKET: list[Case] = [
    ("state = 'done'", "state is done in the tables, waiting by the facts"),
    ("state = 'hacked'", "state is hacked in the tables, waiting by the facts"),
    ("ticket_class = 'green'", "ticket_class is green in the tables, ordinary by the facts"),
    ("queue = 'A'", "queue is A in the tables, C by the facts"),
    ("for_window = 5", "for_window is 5 in the tables, None by the facts"),
    ("place = 1", "place is 1 in the tables, "),
    ("line_day = '2026-11-22'", "line_day is 2026-11-22 in the tables, 2026-11-23 by"),
    ("since = '2026-11-23 01:00:00'", "since is 2026-11-23 "),
    ("number = 77", "it is not in the tables, or cannot be read there"),
    ("hall = 'other'", "it is not in the tables, or cannot be read there"),
]


def test_a_changed_ticket_shows(past: SampleHall) -> None:
    for change, what in TICKET:
        statement = f"UPDATE ticket SET {change} WHERE prefix = 'C' AND number = 7"
        with tampered(past, statement):
            assert check(past).startswith(f"ticket C007 of 2026-11-23: {what}"), statement


TABLES: list[Case] = [
    ("DELETE FROM ticket WHERE prefix = 'C' AND number = 7", "ticket C007 of 2026-11-23: it"),
    (NEW_TICKET, "ticket C099 of 2026-11-23 (row 11): no fact tells of it"),
    (
        "UPDATE service SET ended_at = called_at WHERE window_number = 4 AND ended_at IS NULL",
        "window 4: nobody in the tables, C006 of 2026-11-23 by the facts",
    ),
    (
        "UPDATE service SET window_number = 8 WHERE ended_at IS NULL",
        "window 4: nobody in the tables, C006 of 2026-11-23 by the facts",
    ),
    (NEW_SERVICE, "window 6: G001 of 2026-11-23 in the tables, nobody by the facts"),
    (
        "UPDATE line SET waiting = 9 WHERE queue = 'C' AND ticket_class = 'ordinary'",
        "line 2026-11-23 C 0 ordinary: 9 in the tables, 4 by the facts",
    ),
    ("DELETE FROM line WHERE queue = 'D'", "line 2026-11-23 D 0 ordinary: 0 in the tables, 3"),
    (
        "UPDATE rating SET score = 1",
        "ticket G001 of 2026-11-23: ratings is 1 at window 3 in the tables, 5 at window 3 by",
    ),
    (
        "DELETE FROM rating",
        "ticket G001 of 2026-11-23: ratings is none in the tables, 5 at window 3 by the facts",
    ),
    (
        NEW_RATING,
        "ticket C006 of 2026-11-23: ratings is 5 at window 4 in the tables, none by the facts",
    ),
    (
        "UPDATE counter SET last = 20 WHERE prefix = 'C'",
        "last number of 2026-11-23 C: 20 in the tables, 7 by the facts",
    ),
    (
        "UPDATE day SET closed_at = began_at",
        "day 2026-11-23: closed, closed queues {'H': '系统升级'} in the tables, open, closed",
    ),
    (
        "UPDATE day SET closed_queues = '{}'",
        "day 2026-11-23: open, closed queues none in the tables, open, closed queues {'H': '系",
    ),
    ("DELETE FROM day", "day 2026-11-23: not begun in the tables, open, closed queues {'H'"),
]


def test_a_changed_table_shows(past: SampleHall) -> None:
    each_shows(past, TABLES)


NOT_SEALED: list[Case] = [
    ("DELETE FROM fact WHERE id = 27", "fact 28 (TicketIssued): C010 follows C008: what"),
    ("DELETE FROM fact WHERE id = 30", "fact 32 (ServiceStarted): nobody is at window 3"),
    (
        "UPDATE fact SET payload = '{}' WHERE id = 29",
        "fact 29 (TicketIssued) cannot be understood",
    ),
    (
        "UPDATE fact SET payload = '5' WHERE id = 29",
        "fact 29 (TicketIssued) cannot be understood",
    ),
]


def test_what_is_not_sealed_yet_is_held_against_the_tables(past: SampleHall) -> None:
    past.rewrite(('start = "on_call"', 'start = "explicit"'))
    past.numbers(4)  # 26–29: C008–C011
    past.call(3)  # 30
    recall(past.ctx, 3)
    start(past.ctx, 3)
    assert check(past) == ""
    assert verify(past.ctx).sealed == 25
    each_shows(past, NOT_SEALED)


def test_who_writes_the_whole_chain_anew_is_caught_by_a_noted_digest(past: SampleHall) -> None:
    noted = head(past.ctx).end.digest
    past.numbers(1)
    seal_batch(past.ctx)
    assert verify(past.ctx, noted).whole
    assert verify(past.ctx, START).whole
    tamper(
        past,
        "DELETE FROM seal",
        'UPDATE fact SET payload = \'{"number": "C006", "alert": 2, "due": ""}\' WHERE id = 21',
    )
    seal_batch(past.ctx)
    assert verify(past.ctx).whole  # nothing in the database tells
    audit = verify(past.ctx, f" {noted[:32].upper()} {noted[32:]} ")
    assert (audit.anchored, audit.whole, found(audit)) == (False, False, "")


def test_a_tail_cut_off_with_its_seals_is_caught_by_a_noted_digest(past: SampleHall) -> None:
    noted = head(past.ctx).end.digest
    tamper(past, "DELETE FROM seal WHERE id = 4", "DELETE FROM fact WHERE id > 21")
    audit = verify(past.ctx, noted)
    assert (audit.broken, audit.anchored) == (None, False)
    assert "window 4: C006" in found(audit)  # and by what the tables still say


def test_a_digest_after_the_break_is_no_anchor(past: SampleHall) -> None:
    noted = head(past.ctx).end.digest
    tamper(past, "UPDATE fact SET kind = 'Harmless' WHERE id = 11")
    assert verify(past.ctx, noted).anchored is False


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(["C001", "C007", "done", "", "C"]),
    lambda inner: st.lists(inner, max_size=2),
    max_leaves=3,
)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(fact=st.integers(1, 25), chosen=st.integers(0, 10), value=ANYTHING)
def test_no_payload_stops_the_verification(
    past: SampleHall, fact: int, chosen: int, value: object
) -> None:
    with past.ctx.database.read() as tx:
        payload = tx.execute(select(FactRow.payload).where(FactRow.id == fact)).scalar_one()
    names = list(payload)
    name = names[chosen % len(names)]
    changed = json.dumps({**payload, name: value})
    with tampered(past, f"UPDATE fact SET payload = '{changed}' WHERE id = {fact}"):
        assert verify(past.ctx).whole == (json.dumps(payload[name]) == json.dumps(value))
