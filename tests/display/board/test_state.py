"""From facts to the board's state and words."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from display.board.state import (
    BoardState,
    Call,
    FeedLost,
    after_fact,
    after_facts,
    joined,
    live,
    lost,
    new_day,
)
from display.board.view import clock_words, derive
from shared.domain.events import (
    Event,
    Fact,
    ServiceEnded,
    ServiceStarted,
    TicketCalled,
    TicketIssued,
)
from shared.domain.hall import Queue
from shared.domain.line import Waiting
from shared.domain.ticket import TicketClass, TicketNumber, TicketState
from shared.storage.services import Service
from shared.usecases.queries import Snapshot

DAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 46, tzinfo=UTC)
QUEUES = tuple(Queue(letter, letter, 10.0, ()) for letter in "ACG")


def issued(number: str, queue: str | None = None) -> TicketIssued:
    return TicketIssued(number, queue or number[0], TicketClass.ORDINARY, None, "kiosk")


def called(
    number: str,
    window: int,
    *,
    reason: str = "first_come",
    again: bool = False,
    ticket_class: TicketClass = TicketClass.ORDINARY,
) -> TicketCalled:
    from_line = reason not in ("recall", "resumed")
    return TicketCalled(number, number[0], ticket_class, window, reason, again, from_line=from_line)


def board(*events: Event, start: BoardState | None = None) -> BoardState:
    state = start or BoardState(DAY)
    first = state.fact_id + 1
    return after_facts(state, [Fact(first + i, NOW, event) for i, event in enumerate(events)])


def numbers(state: BoardState) -> list[str]:
    return [call.number for call in state.calls]


def service(number: str, window: int, outcome: TicketState | None = None) -> Service:
    return Service(
        id=1,
        window=window,
        ticket=1,
        number=TicketNumber.parse(number),
        ticket_class=TicketClass.GREEN if number.startswith("G") else TicketClass.ORDINARY,
        queue=number[0],
        state=outcome or TicketState.SERVING,
        line_day=DAY,
        for_window=None,
        item=None,
        item_name=None,
        called_at=NOW,
        recalled_at=None,
        calls=1,
        started_at=None,
        outcome=outcome,
        ended_at=None,
        rating_asked_at=None,
        score=None,
    )


def test_calls_stand_newest_first_with_their_window_and_class() -> None:
    state = board(called("C001", 3), called("G001", 1, ticket_class=TicketClass.GREEN))
    assert [(c.number, c.window, c.green) for c in state.calls] == [
        ("G001", 1, True),
        ("C001", 3, False),
    ]


def test_a_recall_moves_the_ticket_to_the_top_and_is_a_new_call() -> None:
    before = board(called("C001", 3), called("C002", 4))
    after = board(called("C001", 3, reason="recall", again=True), start=before)
    assert numbers(after) == ["C001", "C002"]
    assert after.calls[0].again
    assert after.serial > before.serial


def test_waiting_follows_issue_call_recall_and_resume() -> None:
    state = board(issued("C001"), issued("C002"), issued("G001", queue="C"))
    assert state.waiting == {"C": 3}
    state = board(called("C001", 3), start=state)
    assert state.waiting == {"C": 2}
    state = board(called("C001", 3, reason="recall", again=True), start=state)
    assert state.waiting == {"C": 2}
    state = board(ServiceEnded("C001", 3, "no_show"), start=state)
    state = board(called("C001", 3, reason="resumed"), start=state)
    assert state.waiting == {"C": 2}


def test_a_transfer_puts_the_ticket_back_in_line() -> None:
    state = board(issued("C001"), called("C001", 3))
    to_queue = board(ServiceEnded("C001", 3, "transferred", to_queue="A"), start=state)
    assert to_queue.waiting == {"C": 0, "A": 1}
    to_window = board(ServiceEnded("C001", 3, "transferred", "C", 4), start=state)
    assert to_window.waiting == {"C": 1}


def test_other_facts_change_no_call() -> None:
    state = board(called("C001", 3), ServiceStarted("C001", 3), ServiceEnded("C001", 3, "done"))
    assert numbers(state) == ["C001"]
    assert state.fact_id == 3


def test_a_snapshot_joins_without_flashing_and_holds_each_ticket_once() -> None:
    calls = (service("C001", 4), service("G001", 1), service("C001", 3, TicketState.NO_SHOW))
    state = joined(Snapshot(7, NOW, DAY, Waiting({("C", None): 2}), calls, {4: calls[0]}))
    assert [(c.number, c.window) for c in state.calls] == [("C001", 4), ("G001", 1)]
    assert state.calls[1].green
    assert state.serial == 0
    known = after_fact(state, Fact(7, NOW, called("A001", 1)))
    assert known == state
    back = after_fact(state, Fact(8, NOW, ServiceEnded("C001", 4, "transferred", "C", 3)))
    assert back.waiting == {"C": 3}


def test_a_lost_feed_leaves_no_call_the_newest_and_remembers_since_when() -> None:
    state = lost(board(called("C001", 3), called("C002", 4)), NOW)
    assert lost(state, NOW.replace(hour=11)) == state
    assert state.feed == FeedLost(NOW)
    shown = derive(state, QUEUES, rows=4)
    assert shown.stale
    assert shown.newest is None
    assert [call.number for call in shown.history] == ["C002", "C001"]
    assert "09:46" in shown.stale_since
    assert not derive(live(state), QUEUES, rows=4).stale


def test_the_words_of_a_living_board() -> None:
    events = [called(f"C00{i}", 3) for i in range(1, 7)]
    shown = derive(board(issued("A001"), *events), QUEUES, rows=4)
    assert shown.newest == Call(7, "C006", 3, green=False)
    assert [call.number for call in shown.history] == ["C005", "C004", "C003"]
    assert shown.waiting == "等候人数\u3000A\u00a01"
    assert derive(BoardState(DAY), QUEUES, rows=4).waiting == "当前无人等候"
    assert clock_words(NOW) == "11 月 23 日 09:46"


def test_a_new_day_is_empty_but_knows_the_feed() -> None:
    state = new_day(lost(board(called("C001", 3)), NOW), date(2026, 11, 24))
    assert state.calls == ()
    assert state.fact_id == 1
    assert state.feed == FeedLost(NOW)


@given(st.lists(st.tuples(st.integers(1, 20), st.integers(1, 5), st.booleans()), max_size=60))
def test_one_row_per_ticket_and_serials_fall_from_the_top(
    history: list[tuple[int, int, bool]],
) -> None:
    state = board(*(called(f"C{n:03d}", w, again=again) for n, w, again in history))
    assert len(set(numbers(state))) == len(state.calls)
    serials = [call.serial for call in state.calls]
    assert serials == sorted(serials, reverse=True)
    if history:
        assert state.calls[0].number == f"C{history[-1][0]:03d}"
