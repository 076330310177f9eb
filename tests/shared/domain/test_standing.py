"""Where people stand is what a window does: with one window it is exact, call by call."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.dispatch import choose
from shared.domain.hall import CallOrder, Hall, Queue, Window
from shared.domain.policy import STRICT, Accumulate, Aged, Fifo, Head, Policy
from shared.domain.standing import standings
from shared.domain.ticket import TicketClass

NOW = 600.0
RATES = Accumulate({"green": 3.0, "booked": 2.0, "ordinary": 1.0})
ONE = Window(1, "", ("A", "B"), green=True)
PEOPLE = st.lists(
    st.tuples(
        st.sampled_from("AB"),
        st.sampled_from(list(TicketClass)),
        st.sampled_from([None, 1]),
        st.floats(0, NOW - 1),
    ),
    max_size=12,
)


def hall(policy: Policy, *windows: Window) -> Hall:
    queues = tuple(Queue(letter, letter, 10, ()) for letter in "ABG")
    return Hall("h", "h", "h", "UTC", queues, windows, (), policy=policy)


def called_one_by_one(window: Window, heads: list[Head], policy: Policy) -> list[int]:
    """Call the first of each line again and again, as the hall does."""
    waiting, order = list(heads), []
    while waiting:
        firsts: dict[object, Head] = {}
        for head in sorted(waiting, key=_in_its_line):
            firsts.setdefault((head.queue, head.ticket_class, head.for_window), head)
        choice = choose(window, list(firsts.values()), policy, NOW)
        assert choice is not None
        order.append(choice.head.ticket)
        waiting.remove(choice.head)
    return order


def _in_its_line(head: Head) -> float:
    return head.since if head.ticket_class is TicketClass.BOOKED else head.place


@pytest.mark.parametrize("order", CallOrder)
@pytest.mark.parametrize("policy", [STRICT, RATES, Aged(STRICT, 120.0), Aged(RATES, 120.0)])
@given(people=PEOPLE)
def test_one_window_calls_in_this_order(
    policy: Policy, order: CallOrder, people: list[tuple[str, TicketClass, int | None, float]]
) -> None:
    people.sort(key=lambda one: one[3])
    heads = [Head(i, q, c, i, w, since + i / 1e6) for i, (q, c, w, since) in enumerate(people)]
    if isinstance(policy, Accumulate | Aged):  # then who comes first is taken, wherever sent
        heads = [replace(head, for_window=None) for head in heads]
    window = replace(ONE, order=order)
    found = standings(hall(policy, window), heads, NOW)
    assert sorted(found, key=found.__getitem__) == called_one_by_one(window, heads, policy)
    assert sorted(found.values()) == list(range(len(heads)))


def test_the_window_with_the_fewest_before_counts() -> None:
    other = Window(2, "", ("B",))
    heads = [Head(i, q, TicketClass.ORDINARY, i) for i, q in enumerate("AAAB")]
    assert standings(hall(Fifo(), ONE, other), heads, NOW) == {0: 0, 1: 1, 2: 2, 3: 0}


def test_nobody_stands_before_the_time_of_the_appointment() -> None:
    heads = [
        Head(1, "A", TicketClass.BOOKED, 1, None, NOW + 5),
        Head(2, "A", TicketClass.ORDINARY, 2),
    ]
    assert standings(hall(STRICT, ONE), heads, NOW) == {2: 0}
    assert standings(hall(STRICT, ONE), heads, NOW + 6) == {1: 0, 2: 1}


def test_a_queue_without_window_has_no_standing() -> None:
    assert standings(hall(STRICT, ONE), [Head(1, "C", TicketClass.ORDINARY, 1)], NOW) == {}
