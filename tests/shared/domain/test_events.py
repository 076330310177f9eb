"""Facts are stored as plain data and come back as they were."""

import json
from dataclasses import fields
from typing import Any, get_args

from hypothesis import given
from hypothesis import strategies as st

from shared.domain.events import (
    KINDS,
    Event,
    PadPressed,
    TicketCalled,
    TicketIssued,
    from_payload,
    to_payload,
)

EVENTS = get_args(Event)


@given(st.one_of([st.from_type(kind) for kind in EVENTS]))
def test_every_fact_survives_storing(event: Event) -> None:
    kind, payload = to_payload(event)
    assert from_payload(kind, json.loads(json.dumps(payload))) == event


def test_every_kind_can_be_read_back() -> None:
    assert {kind.__name__ for kind in EVENTS} == set(KINDS)


def test_a_kind_of_a_newer_release_is_passed_over() -> None:
    assert from_payload("HomeVisitPlanned", {"number": "A001"}) is None


def test_a_newer_field_of_a_known_kind_is_passed_over() -> None:
    payload: dict[str, Any] = {"window": 3, "code": 7, "why": "complaint_key", "pressed_ms": 40}
    assert from_payload("PadPressed", payload) == PadPressed(3, 7, "complaint_key")


def test_a_fact_written_before_a_field_existed_takes_its_default() -> None:
    payload = {
        "number": "A001",
        "queue": "A",
        "ticket_class": "ordinary",
        "window": 1,
        "reason": "first_come",
    }
    assert from_payload("TicketCalled", payload) == TicketCalled(
        "A001", "A", "ordinary", 1, "first_come", again=False
    )


def test_facts_name_nobody() -> None:
    names = {field.name for kind in EVENTS for field in fields(kind)}
    assert not names & {"name", "person", "phone", "id_number", "reason_green", "age"}
    assert "service" in {field.name for field in fields(TicketIssued)}
