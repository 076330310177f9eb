"""Everybody is to leave: nobody is called meanwhile, and the past stays whole."""

import pytest

from shared.domain.errors import BadInput, Refused
from shared.domain.events import EvacuationBegan, EvacuationEnded
from shared.usecases import window_actions
from shared.usecases.audit import verify
from shared.usecases.call_next import call_next, resume
from shared.usecases.evacuation import begin_evacuation, end_evacuation, evacuation_now
from shared.usecases.overview import queues_now
from shared.usecases.queries import snapshot
from shared.usecases.rate import ask_rating
from tests.support.halls import SampleHall, open_hall_with


def test_an_evacuation_from_its_beginning_to_its_end(hall: SampleHall) -> None:
    hall.numbers(2)
    hall.call(3)
    assert evacuation_now(hall.ctx) is None
    for text in (" ", "撤" * 41):
        with pytest.raises(BadInput, match="characters"):
            begin_evacuation(hall.ctx, "王主任", text)
    begin_evacuation(hall.ctx, "王主任")
    assert hall.events()[-1] == EvacuationBegan(
        "请立即有序撤离", "Please leave the building now", "王主任"
    )
    with pytest.raises(Refused, match="already"):
        begin_evacuation(hall.ctx, "王主任", "请走楼梯")

    before = hall.events()
    with pytest.raises(Refused) as refused:
        hall.issue(None, green=True)
    assert refused.value.public == "正在疏散，请立即离开大厅"
    for act in (call_next, window_actions.recall, ask_rating, resume):
        with pytest.raises(Refused, match="evacuated since 10:00"):
            act(hall.ctx, 3)
    assert {queue.state for queue in queues_now(hall.ctx)} == {"closed"}
    assert hall.events() == before
    window_actions.finish(hall.ctx, 3)  # what is done may be written down

    # Whoever starts now, or after midnight, knows it as well.
    hall.clock.forward(hours=20)
    restarted = open_hall_with(hall.folder, hall.clock)
    found = snapshot(restarted).evacuation
    assert found is not None
    assert found.text == "请立即有序撤离"
    restarted.database.dispose()

    end_evacuation(hall.ctx, "王主任")
    assert hall.events()[-1] == EvacuationEnded("王主任")
    with pytest.raises(Refused, match="not being"):
        end_evacuation(hall.ctx, "王主任")
    hall.issue()
    assert hall.next_number(3) == "C001"
    begin_evacuation(hall.ctx, "王主任", "请走楼梯")
    assert verify(hall.ctx).whole


def test_a_table_that_was_changed_is_found(hall: SampleHall) -> None:
    begin_evacuation(hall.ctx, "王主任")
    with hall.ctx.database.write() as tx:
        tx.exec_driver_sql("UPDATE evacuation SET text = 'gone'")
    (difference,) = verify(hall.ctx).differences
    assert difference.startswith("evacuation 1:")
