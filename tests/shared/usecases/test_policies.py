"""The policies of hall.toml, through real calls."""

from tests.support.halls import COMPANY, SampleHall
from tests.support.lines import waiting


def dispatch(hall: SampleHall, *lines: str) -> None:
    hall.rewrite(("[pad]", "\n".join(("[dispatch]", *lines, "", "[pad]"))))


def calls(hall: SampleHall, count: int) -> list[tuple[str, str]]:
    found = []
    for _ in range(count):
        called = hall.call(3)
        found.append((str(called.number), called.reason))
    return found


def people(hall: SampleHall, classes: str) -> None:
    """Issue a number for each letter, a minute apart: g green, o ordinary, b booked for now."""
    for letter in classes:
        hall.want(
            COMPANY,
            green=letter == "g",
            booked_for=hall.clock.now if letter == "b" else None,
        )
        hall.clock.forward(minutes=1)


def test_first_come_first_served_whatever_the_class(hall: SampleHall) -> None:
    dispatch(hall, 'policy = "fifo"')
    people(hall, "ogbo")
    assert waiting(hall) == {"C": 4}
    assert calls(hall, 4) == [
        ("C001", "first_come"),
        ("G001", "first_come"),
        ("C002", "first_come"),
        ("C003", "first_come"),
    ]
    assert waiting(hall) == {}


def test_first_come_is_by_number_though_an_appointment_was_earlier(hall: SampleHall) -> None:
    dispatch(hall, 'policy = "fifo"')
    hall.clock.forward(minutes=10)
    people(hall, "og")
    hall.want(COMPANY, booked_for=hall.clock.now.replace(minute=0))
    assert [number for number, _ in calls(hall, 3)] == ["C001", "G001", "C002"]


def test_after_two_green_ones_another_class_has_its_turn(hall: SampleHall) -> None:
    dispatch(hall, 'policy = "alternate"', "green_in_a_row = 2")
    people(hall, "oogggggb")
    assert calls(hall, 8) == [
        ("G001", "green_first"),
        ("G002", "green_first"),
        ("C003", "alternation"),
        ("G003", "green_first"),
        ("G004", "green_first"),
        ("C001", "alternation"),
        ("G005", "green_first"),
        ("C002", "first_come"),
    ]
    assert waiting(hall) == {}


def test_each_window_alternates_by_itself(hall: SampleHall) -> None:
    dispatch(hall, 'policy = "alternate"', "green_in_a_row = 1")
    people(hall, "oogg")
    assert hall.next_number(3) == "G001"
    assert hall.next_number(4) == "G002"
    assert hall.next_number(4) == "C001"
    assert waiting(hall) == {"C": 1}


def test_priority_is_gathered_at_the_rate_of_the_class(hall: SampleHall) -> None:
    dispatch(hall, 'policy = "accumulate"', "rates = { green = 3, booked = 2, ordinary = 1 }")
    people(hall, "o")
    hall.clock.forward(minutes=6)
    people(hall, "g")
    hall.clock.forward(minutes=2)  # ordinary 10 · 1, green 3 · 3
    assert calls(hall, 1) == [("C001", "most_priority_gathered")]
    people(hall, "o")
    hall.clock.forward(minutes=9)  # green 13 · 3, ordinary 10 · 1
    assert calls(hall, 2) == [
        ("G001", "most_priority_gathered"),
        ("C002", "most_priority_gathered"),
    ]
    assert waiting(hall) == {}


def test_who_has_waited_too_long_goes_first(hall: SampleHall) -> None:
    dispatch(hall, "max_wait_min = 30")
    people(hall, "oo")
    hall.clock.forward(minutes=27)
    people(hall, "gg")
    hall.clock.forward(seconds=-90)  # C001 has waited 29.5 minutes
    assert calls(hall, 1) == [("G001", "green_first")]
    hall.clock.forward(seconds=30)
    assert calls(hall, 1) == [("C001", "waited_too_long")]
    assert calls(hall, 1) == [("G002", "green_first")]
    assert calls(hall, 1) == [("C002", "first_come")]
    assert waiting(hall) == {}


def test_the_longest_wait_is_the_first_of_those_too_long(hall: SampleHall) -> None:
    dispatch(hall, 'policy = "alternate"', "max_wait_min = 5")
    people(hall, "gog")
    hall.clock.forward(minutes=30)
    assert calls(hall, 3) == [
        ("G001", "waited_too_long"),
        ("C001", "waited_too_long"),
        ("G002", "waited_too_long"),
    ]
    assert waiting(hall) == {}


def test_an_appointment_waits_from_its_time_on(hall: SampleHall) -> None:
    dispatch(hall, "max_wait_min = 30")
    hall.want(COMPANY, booked_for=hall.clock.now.replace(minute=40))
    hall.clock.forward(minutes=50)
    hall.issue(COMPANY, green=True)
    assert calls(hall, 2) == [("G001", "green_first"), ("C001", "booked_time_came")]
