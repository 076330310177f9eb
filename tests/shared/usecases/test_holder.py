"""What a kiosk tells of a ticket by its code, and by its number alone."""

import pytest

from shared.domain.errors import BadInput, Refused
from shared.domain.rating import RatingSource, Score
from shared.domain.ticket import TicketNumber
from shared.storage.print_jobs import PrintState
from shared.usecases import printing
from shared.usecases.holder import find_by_code, find_by_number, print_mine
from shared.usecases.phone import Stage, leave_line, rate_visit
from shared.usecases.window_actions import finish
from tests.support.halls import LAND, SampleHall


def test_a_number_alone_opens_nothing(hall: SampleHall) -> None:
    mine = hall.issue(LAND, printer="K1")
    by_code = find_by_code(hall.ctx, mine.key)
    by_number = find_by_number(hall.ctx, mine.number)
    assert by_code.view.item == LAND
    assert by_code.may_reprint
    assert (by_number.key, by_number.view.item) == ("", "")
    assert (by_number.view.stage, by_number.view.ahead) == (Stage.WAITING, 0)
    assert not by_number.view.may_leave
    with pytest.raises(Refused, match="without its code"):
        print_mine(hall.ctx, by_number, "K1")
    with pytest.raises(Refused, match="being printed"):
        print_mine(hall.ctx, by_code, "K1")
    work = printing.take(hall.ctx, "K1")
    assert work is not None
    printing.settle(hall.ctx, work, PrintState.UNCERTAIN)
    lost = find_by_number(hall.ctx, mine.number)  # no paper is known to be in anybody's hand
    assert print_mine(hall.ctx, lost, "K1").key == mine.key
    again = printing.take(hall.ctx, "K1")
    assert again is not None
    assert again.slip.reprint
    hall.call(7)
    finish(hall.ctx, 7)
    served = find_by_code(hall.ctx, mine.key)
    assert not served.may_reprint
    assert served.view.to_rate is not None
    assert find_by_number(hall.ctx, mine.number).view.to_rate is None
    rate_visit(hall.ctx, mine.key, served.view.to_rate[0], Score.GOOD, RatingSource.KIOSK)
    assert find_by_code(hall.ctx, mine.key).view.score is Score.GOOD
    assert find_by_number(hall.ctx, mine.number).view.score is None
    with pytest.raises(BadInput, match="no ticket of this hall"):
        find_by_code(hall.ctx, "nobody")
    with pytest.raises(BadInput, match="not given out"):
        find_by_number(hall.ctx, TicketNumber("H", 9))


def test_leaving_at_a_kiosk_is_told_as_such(hall: SampleHall) -> None:
    mine = hall.issue(LAND)
    leave_line(hall.ctx, mine.key, "kiosk")
    assert find_by_code(hall.ctx, mine.key).view.stage is Stage.LEFT
    assert "kiosk" in str(hall.events()[-1])
