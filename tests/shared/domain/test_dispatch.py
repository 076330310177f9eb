"""Who is next at a window (hall.md, Queue rules: green, then booked, then first come)."""

from hypothesis import given
from hypothesis import strategies as st

from shared.domain.dispatch import Choice, Head, choose
from shared.domain.hall import CallOrder, Window
from shared.domain.policy import Fifo
from shared.domain.ticket import TicketClass

GREEN, BOOKED, ORDINARY = TicketClass.GREEN, TicketClass.BOOKED, TicketClass.ORDINARY
WINDOW = Window(5, "无差别综窗", ("E", "F", "D"), green=True)
PREFERRING = Window(5, "无差别综窗", ("E", "F", "D"), green=True, order=CallOrder.PREFERENCE)


def head(
    ticket: int,
    place: int,
    queue: str = "E",
    ticket_class: TicketClass = ORDINARY,
    window: int | None = None,
) -> Head:
    # Booked people stand by the time of their appointment, here the same as their place.
    return Head(ticket, queue, ticket_class, place, window, since=float(place))


def chosen(choice: Choice | None) -> tuple[int, str]:
    assert choice is not None
    return choice.head.ticket, choice.reason


def test_nobody_is_chosen_when_nobody_waits() -> None:
    assert choose(WINDOW, []) is None


def test_green_goes_before_everyone_however_late_it_came() -> None:
    heads = [head(1, 1), head(2, 2, ticket_class=BOOKED), head(3, 99, "G", GREEN)]
    assert chosen(choose(WINDOW, heads)) == (3, "green_first")


def test_booked_people_whose_time_came_go_before_ordinary_ones() -> None:
    heads = [head(1, 1), head(2, 50, "F", BOOKED)]
    assert chosen(choose(WINDOW, heads)) == (2, "booked_time_came")


def test_whoever_came_first_is_first_whichever_queue() -> None:
    heads = [head(1, 8, "E"), head(2, 7, "F"), head(3, 9, "D")]
    assert chosen(choose(WINDOW, heads)) == (2, "first_come")


def test_a_window_with_preferences_empties_its_first_queue_first() -> None:
    heads = [head(1, 8, "F"), head(2, 7, "D"), head(3, 9, "E")]
    assert chosen(choose(PREFERRING, heads)) == (3, "first_come")
    assert chosen(choose(PREFERRING, heads[:2])) == (1, "first_come")


def test_whoever_was_sent_to_this_window_goes_first_within_the_class() -> None:
    heads = [head(1, 1), head(2, 9, "K", window=5), head(3, 8, "H", window=5)]
    assert chosen(choose(WINDOW, heads)) == (3, "sent_to_this_window")
    assert chosen(choose(PREFERRING, heads)) == (3, "sent_to_this_window")


def test_green_goes_before_an_ordinary_ticket_sent_to_this_window() -> None:
    heads = [head(1, 1, window=5), head(2, 9, "G", GREEN)]
    assert chosen(choose(WINDOW, heads)) == (2, "green_first")


def test_first_come_does_not_depend_on_whose_head_is_read_first() -> None:
    heads = [
        Head(1, "E", BOOKED, place=9, since=1.0),
        Head(2, "E", ORDINARY, place=5, since=5.0),
        Head(3, "F", GREEN, place=7, since=7.0),
    ]
    for order in (heads, heads[::-1]):
        assert chosen(choose(WINDOW, order, Fifo())) == (2, "first_come")


RANK: dict[str, int] = {GREEN: 0, BOOKED: 1, ORDINARY: 2}

heads_of_lines = st.lists(
    st.builds(
        head,
        ticket=st.integers(1, 10_000),
        place=st.integers(-50, 10_000),
        queue=st.sampled_from(["E", "F", "D", "G"]),
        ticket_class=st.sampled_from(list(TicketClass)),
        window=st.sampled_from([None, None, 5]),
    ),
    min_size=1,
    max_size=15,
    unique_by=lambda one: one.place,
)


@given(heads_of_lines, st.sampled_from([WINDOW, PREFERRING]))
def test_nobody_with_a_better_claim_is_ever_passed_over(heads: list[Head], window: Window) -> None:
    def claim(one: Head) -> tuple[int, bool, int, int]:
        sent = one.for_window == window.number
        preferred = 0 if sent or window.order is CallOrder.FIRST_COME else "EFDG".index(one.queue)
        return RANK[one.ticket_class], not sent, preferred, one.place

    choice = choose(window, heads)
    assert choice is not None
    assert claim(choice.head) == min(claim(one) for one in heads)


@given(heads_of_lines)
def test_the_order_in_which_lines_are_read_does_not_matter(heads: list[Head]) -> None:
    assert choose(WINDOW, heads) == choose(WINDOW, heads[::-1])
