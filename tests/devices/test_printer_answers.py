"""What a printer says, told apart bit by bit, on good wires and bad ones."""

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.printer import (
    CoverOpen,
    CutterStuck,
    Empty,
    Faulty,
    Holding,
    Jammed,
    Offline,
    PaperOut,
    Ready,
    Status,
    Unknown,
)
from devices.printer.answers import (
    Answer,
    Answers,
    PresenterAnswer,
    Printed,
    RealTimeAnswer,
    Report,
    Rubbish,
)
from devices.printer.faults import Condition
from devices.printer.status import read_automatic, read_presenter, read_status
from tests.devices.noise import FRAMES, noise

CONDITIONS: list[tuple[Condition, Status]] = [
    (Condition(), Ready()),
    (Condition(near_end=True), Ready(near_end=True)),
    (Condition(paper_out=True), PaperOut()),
    (Condition(cover_open=True), CoverOpen()),
    (Condition(cover_open=True, paper_out=True), CoverOpen()),
    (Condition(offline=True), Offline()),
    (Condition(cutter_error=True), CutterStuck()),
    (Condition(unrecoverable=True), Faulty("需要断电重启")),
    (Condition(overheated=True), Faulty("打印机报错，请开合上盖")),
]
REPORTS = [condition.report() for condition, _ in CONDITIONS]


@pytest.mark.parametrize(("condition", "status"), CONDITIONS)
def test_both_ways_of_asking_say_the_same(condition: Condition, status: Status) -> None:
    answers = [condition.answer(n)[0] for n in (1, 2, 3, 4)]
    assert read_status(answers) == status
    assert read_automatic(condition.report()) == status


def test_the_documented_bytes() -> None:
    assert read_status([0x12, 0x12, 0x12, 0x12]) == Ready()
    assert read_status([0x1A, 0x32, 0x12, 0x7E]) == PaperOut()
    assert read_status([0x1A, 0x16, 0x12, 0x12]) == CoverOpen()
    assert read_status([0x12, 0x12, 0x12, 0x1E]) == Ready(near_end=True)
    assert read_status([0x92, 0x12, 0x12, 0x12]) == Ready(untaken=True)  # Cashino KP-628E
    assert read_status([0x12, 0x92, 0x12, 0x12]) == Unknown()
    assert read_status([0x12, 0x12, 0x12]) == Unknown()
    assert read_status([]) == Unknown()
    assert read_automatic(b"\x10\x00\x00\x00") == Ready()
    assert read_automatic(b"\x10\x00\x00") == Unknown()
    assert read_automatic(b"\x18\x00\x0f\x00") == PaperOut()
    assert read_presenter(0x00) == Empty()
    assert read_presenter(0x0C) == Holding()
    assert read_presenter(0x88) == Jammed()
    assert read_presenter(0x48) == Jammed()
    assert read_presenter(0x28) == Unknown()


def test_kinds_of_answers_come_mixed() -> None:
    heard = Answers().feed(b'\x10\x00\x12\x03\x00\x167"00A2\x00\x11\x13\x38\x08\x00\x0f\xff')
    assert heard == [
        RealTimeAnswer(0x12),  # between the bytes of a report
        Report(b"\x10\x00\x03\x00"),
        RealTimeAnswer(0x16),
        Printed(b"00A2"),  # its 2 looks like a real-time answer
        Report(b"\x38\x08\x00\x0f"),
        Rubbish(0xFF),
    ]


def test_the_presenter_is_heard_when_it_was_asked() -> None:
    answers = Answers()
    assert answers.feed(b"\x08") == [Rubbish(0x08)]
    answers.expect_presenter()
    assert answers.feed(b"\x10\x00\x00\x00\x12\x08\x08") == [
        Report(b"\x10\x00\x00\x00"),
        RealTimeAnswer(0x12),
        PresenterAnswer(0x08),
        Rubbish(0x08),
    ]


def test_a_broken_process_id_gives_its_bytes_back() -> None:
    assert Answers().feed(b'7"00\x12\x12') == [
        Rubbish(0x37),
        Rubbish(0x22),
        Rubbish(0x30),  # the other one could begin a report
        RealTimeAnswer(0x12),
        RealTimeAnswer(0x12),
    ]


def said_one(random: Random) -> tuple[bytes, Answer]:
    match random.randrange(3):
        case 0:
            byte = 0x12 | random.choice((0, 0x08, 0x60))
            return bytes((byte,)), RealTimeAnswer(byte)
        case 1:
            report = random.choice(REPORTS)
            return report, Report(report)
        case _:
            process = bytes(random.choices(b"0123ABRZ", k=4))
            return b'7"' + process + b"\0", Printed(process)


@given(st.randoms(use_true_random=False), st.integers(0, 12), st.integers(1, 9))
def test_any_conversation_in_any_pieces(random: Random, count: int, size: int) -> None:
    said = [said_one(random) for _ in range(count)]
    data = b"".join(one for one, _ in said)
    answers = Answers()
    heard = [a for at in range(0, len(data), size) for a in answers.feed(data[at : at + size])]
    assert heard == [answer for _, answer in said]


def test_a_bad_wire_confirms_nothing_that_was_not_printed(
    record_property: Callable[[str, object], None],
) -> None:
    """Status bytes have no checksum: what noise makes of them is measured; a confirmation is seven
    bytes that must all be right, and one bit flipped in an id makes another job's id.
    """
    good = [b'7"00A2\x00', *REPORTS, b"\x16\x12\x12\x1e"]
    answers, heard = Answers(), dict.fromkeys(("confirmations", "reports", "rubbish"), 0)
    wrong = 0
    for frame in noise(good, FRAMES, seed=4):
        for answer in answers.feed(frame):
            match answer:
                case Printed(process):
                    heard["confirmations"] += 1
                    wrong += process != b"00A2"
                case Report():
                    heard["reports"] += 1
                case Rubbish():
                    heard["rubbish"] += 1
                case _:
                    pass
    for name, count in heard.items():
        record_property(name, count)
    record_property("frames", FRAMES)
    record_property("confirmations_of_another_job", wrong)
    assert heard["confirmations"] > FRAMES // 60
    # Only flipped bits within the four bytes of the id can do that.
    assert wrong < heard["confirmations"]
    pure = Random(5)
    accepted = sum(
        isinstance(answer, Printed)
        for _ in range(FRAMES)
        for answer in Answers().feed(pure.randbytes(7))
    )
    record_property("random_sevens_taken_for_a_confirmation", accepted)
    # 2⁻¹⁶ for the head, 2⁻⁸ for NUL, (95/256)⁴ for printable bytes: 10⁻⁹ a frame.
    assert accepted <= 1 + FRAMES // 10_000_000
    assert answers.feed(b'\x00\x00\x007"00A2\x00')[-1] == Printed(b"00A2")  # in step again
