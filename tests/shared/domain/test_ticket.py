"""Numbers as people read them, and every step a ticket may and may not take."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.errors import BadInput, Refused
from shared.domain.ticket import Action, StartMode, TicketNumber, TicketState, after

PREFIXES = st.sampled_from("ABCDEFGHJKLMNP")


@pytest.mark.parametrize(
    ("count", "shown", "keypad"),
    [
        (1, "A001", 1),
        (12, "A012", 12),
        (999, "A999", 999),
        (1000, "A1000", 0),
        (1234, "A1234", 234),
    ],
)
def test_a_number_is_shown_with_three_digits_and_grows_beyond(
    count: int, shown: str, keypad: int
) -> None:
    number = TicketNumber("A", count)
    assert str(number) == shown
    assert number.keypad_digits == keypad
    assert TicketNumber.parse(shown) == number


@pytest.mark.parametrize("text", ["a12", " A012 ", "A12", "a00012\n"])
def test_a_number_is_read_however_it_was_typed(text: str) -> None:
    assert TicketNumber.parse(text) == TicketNumber("A", 12)


@pytest.mark.parametrize(
    "text", ["", "A", "A000", "12", "AB12", "A-1", "A1.5", "甲12", "A12345678"]
)
def test_what_is_no_number_is_bad_input(text: str) -> None:
    with pytest.raises(BadInput, match="not a ticket number") as caught:
        TicketNumber.parse(text)
    assert "A012" in caught.value.hint


@given(PREFIXES, st.integers(1, 9_999_999))
def test_every_number_survives_printing_and_reading(prefix: str, count: int) -> None:
    number = TicketNumber(prefix, count)
    assert TicketNumber.parse(str(number)) == number
    assert TicketNumber.parse(str(number).lower()) == number


@given(PREFIXES, st.integers(1, 9_999_998))
def test_later_numbers_sort_later(prefix: str, count: int) -> None:
    assert TicketNumber(prefix, count) < TicketNumber(prefix, count + 1)


W, X, C, S, P, N, D, A, V = (
    TicketState.WAITING,
    TicketState.TRANSFERRED,
    TicketState.CALLED,
    TicketState.SERVING,
    TicketState.PARKED,
    TicketState.NO_SHOW,
    TicketState.DONE,
    TicketState.ABANDONED,
    TicketState.VOID,
)

EXPLICIT: dict[Action, dict[TicketState, TicketState]] = {
    Action.CALL: {W: C, X: C},
    Action.START: {C: S},
    Action.RECALL: {C: C, S: S},
    Action.NO_SHOW: {C: N, S: N},
    Action.PARK: {C: P, S: P},
    Action.RESUME: {P: C, N: C},
    Action.TRANSFER: {C: X, S: X},
    Action.FINISH: {C: D, S: D},
    Action.RETURN: {N: W},
    Action.ABANDON: {W: A, X: A, P: A, N: A},
    Action.VOID: {W: V, X: V, P: V, N: V},
}
ON_CALL = EXPLICIT | {
    Action.CALL: {W: S, X: S},
    Action.RECALL: {C: S, S: S},
    Action.RESUME: {P: S, N: S},
}


def test_the_table_knows_every_state_and_action() -> None:
    assert {W, X, C, S, P, N, D, A, V} == set(TicketState)
    assert set(EXPLICIT) == set(Action)


@pytest.mark.parametrize("state", TicketState)
@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize(
    ("start", "table"), [(StartMode.EXPLICIT, EXPLICIT), (StartMode.ON_CALL, ON_CALL)]
)
def test_each_action_leads_where_the_rules_say_or_is_refused(
    action: Action,
    state: TicketState,
    start: StartMode,
    table: dict[Action, dict[TicketState, TicketState]],
) -> None:
    target = table[action].get(state)
    if target is not None:
        assert after(action, state, start, "A001") is target
        return
    with pytest.raises(Refused, match="ticket A001") as caught:
        after(action, state, start, "A001")
    assert action.value.replace("_", "-") in caught.value.message
    assert all(allowed in caught.value.hint for allowed in table[action])
