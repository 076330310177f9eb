"""The life of a slip, and the worker that prints it: nothing twice, nothing forgotten."""

import threading
from collections.abc import Callable
from queue import Queue

import pytest

from shared.domain.errors import Refused
from shared.domain.events import PrintChanged
from shared.domain.slip_trouble import SlipTrouble
from shared.printing import PrintOutcome, print_waiting, run_worker
from shared.slips.lines import Code, Line, Pair, Paper
from shared.slips.papers import paper_of
from shared.storage.print_jobs import PrintState
from shared.usecases.printing import job_state, recover, reprint, settle, take
from tests.support.halls import COMPANY, SampleHall, drain


def texts(paper: Paper) -> list[str]:
    return [part.text for part in paper if isinstance(part, Line)]


class Roll:
    """A printer of papers: keeps what it was given and answers as told."""

    def __init__(self, outcome: PrintOutcome | Exception) -> None:
        self.outcome = outcome
        self.papers: Queue[Paper] = Queue()

    def print_paper(self, paper: Paper, job: int) -> PrintOutcome:
        self.papers.put(paper)
        if isinstance(self.outcome, Exception):
            raise self.outcome
        return self.outcome

    def numbers(self) -> list[str]:
        papers = [self.papers.get_nowait() for _ in range(self.papers.qsize())]
        return [texts(paper)[1] for paper in papers]


def state(hall: SampleHall, number: str) -> PrintState | None:
    return hall.ticket(number).print_state


def test_slips_come_out_in_the_order_of_their_numbers(hall: SampleHall) -> None:
    for _ in range(3):
        hall.issue(printer="K1")
    hall.issue(printer="K2")
    hall.issue()
    roll = Roll(PrintOutcome(PrintState.CONFIRMED))
    assert print_waiting(hall.ctx, "K1", roll) == 3
    assert roll.numbers() == ["C001", "C002", "C003"]
    assert state(hall, "C003") is PrintState.CONFIRMED
    assert state(hall, "C004") is PrintState.PENDING  # of another printer
    assert state(hall, "C005") is None
    assert print_waiting(hall.ctx, "K1", roll) == 0


def test_a_printer_is_told_of_each_slip_before_it_is_taken_in_hand(hall: SampleHall) -> None:
    hall.issue(printer="K1")
    hall.issue(printer="K1")
    hall.issue(printer="K2")
    seen: list[tuple[PrintState | None, PrintState | None]] = []
    roll = Roll(PrintOutcome(PrintState.SENT))
    expect = lambda: seen.append((state(hall, "C001"), state(hall, "C002")))  # noqa: E731
    assert print_waiting(hall.ctx, "K1", roll, expect) == 2
    assert seen == [
        (PrintState.PENDING, PrintState.PENDING),
        (PrintState.SENT, PrintState.PENDING),
    ]
    assert print_waiting(hall.ctx, "K1", roll, expect) == 0
    assert len(seen) == 2


def test_the_slip_says_what_the_person_was_told(hall: SampleHall) -> None:
    hall.issue()
    issued = hall.issue(printer="K1")
    work = take(hall.ctx, "K1")
    assert work is not None
    paper = paper_of(work.slip)
    assert texts(paper)[:3] == ["罗江经开区政务服务中心", "C002", "请到3、4号窗口附近等候"]
    assert f"办理事项：{COMPANY}" in texts(paper)
    assert Pair("前面还有", "1人") in paper
    assert issued.wait is not None
    assert Pair("大约等待", f"{issued.wait.low}-{issued.wait.high}分钟") in paper
    assert Pair("取号时间", "2026-11-23 10:00") in paper
    assert Code(f"HC1:{issued.key}") in paper
    assert "手机" not in str(paper)


@pytest.mark.parametrize(
    "settled",
    [PrintState.SENT, PrintState.CONFIRMED, PrintState.UNCERTAIN, PrintState.FAILED],
)
def test_what_the_printer_knows_is_kept_with_its_reason(
    hall: SampleHall, settled: PrintState
) -> None:
    issued = hall.issue(printer="K1")
    print_waiting(hall.ctx, "K1", Roll(PrintOutcome(settled, "why", SlipTrouble.PAPER)))
    job = job_state(hall.ctx, issued.ticket)
    assert job is not None
    assert (job.state, job.detail) == (settled, "why")
    changes = [event for event in hall.events() if isinstance(event, PrintChanged)]
    assert [change.state for change in changes] == ["sending", settled]
    assert changes[-1] == PrintChanged("C001", job.id, settled, "why", "paper")


def test_what_a_dead_worker_had_in_hand_is_uncertain_and_never_printed_again(
    hall: SampleHall,
) -> None:
    hall.issue(printer="K1")
    hall.issue(printer="K1")
    assert take(hall.ctx, "K1") is not None  # and here it dies
    marked = recover(hall.ctx, "K1")
    assert len(marked) == 1
    told = hall.events()[-1]
    assert isinstance(told, PrintChanged)
    assert (told.state, told.trouble) == (PrintState.UNCERTAIN, SlipTrouble.LATE)
    assert state(hall, "C001") is PrintState.UNCERTAIN
    assert recover(hall.ctx, "K1") == []
    roll = Roll(PrintOutcome(PrintState.SENT))
    print_waiting(hall.ctx, "K1", roll)
    assert roll.numbers() == ["C002"]


def test_recovery_leaves_other_printers_alone(hall: SampleHall) -> None:
    hall.issue(printer="K1")
    assert take(hall.ctx, "K1") is not None
    assert recover(hall.ctx, "K2") == []
    assert state(hall, "C001") is PrintState.SENDING


def test_a_failing_worker_leaves_the_slip_uncertain(hall: SampleHall) -> None:
    hall.issue(printer="K1")
    with pytest.raises(ZeroDivisionError):
        print_waiting(hall.ctx, "K1", Roll(ZeroDivisionError("a bug")))
    assert state(hall, "C001") is PrintState.UNCERTAIN


def test_a_reprint_is_marked_and_waits_for_the_first(hall: SampleHall) -> None:
    issued = hall.issue(printer="K1")
    with pytest.raises(Refused, match="the slip of C001 is being printed") as caught:
        reprint(hall.ctx, issued.ticket, "K1")
    assert caught.value.public == "小票正在打印，请稍候"
    work = take(hall.ctx, "K1")
    assert work is not None
    with pytest.raises(Refused):
        reprint(hall.ctx, issued.ticket, "K1")
    settle(hall.ctx, work, PrintState.FAILED)
    job = reprint(hall.ctx, issued.ticket, "K1")
    assert hall.events()[-1] == PrintChanged("C001", job, "pending")
    again = take(hall.ctx, "K1")
    assert again is not None
    assert texts(paper_of(again.slip))[1] == "补打"
    assert "补打" not in texts(paper_of(work.slip))


def test_the_first_slip_of_a_ticket_without_one_is_no_reprint(hall: SampleHall) -> None:
    issued = hall.issue()
    reprint(hall.ctx, issued.ticket, "K1")
    work = take(hall.ctx, "K1")
    assert work is not None
    assert not work.slip.reprint


def working(hall: SampleHall, roll: Roll) -> tuple[threading.Thread, Callable[[], None]]:
    stop = threading.Event()
    thread = threading.Thread(target=run_worker, args=(hall.ctx, "K1", roll, stop))
    thread.start()

    def end() -> None:
        stop.set()
        thread.join(20)

    return thread, end


def test_the_worker_prints_what_waits_and_what_comes_and_stops_when_told(hall: SampleHall) -> None:
    hall.issue(printer="K1")
    dead = take(hall.ctx, "K1")
    assert dead is not None
    hall.issue(printer="K1")
    roll = Roll(PrintOutcome(PrintState.SENT))
    thread, end = working(hall, roll)
    try:
        first = drain(roll.papers, 1)
        hall.issue(printer="K1")
        second = drain(roll.papers, 1)
    finally:
        end()
    assert not thread.is_alive()
    assert [texts(paper)[1] for paper in first + second] == ["C002", "C003"]
    assert state(hall, "C001") is PrintState.UNCERTAIN
    assert state(hall, "C003") is PrintState.SENT
