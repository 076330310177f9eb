"""A kiosk and a board over one hall while everybody is to leave, told by another process."""

from display.board.app import open_board
from shared.config.schema import BoardToml
from shared.usecases.context import Context
from tests.kiosk.conftest import Elsewhere, OpenKiosks

ON = """
from shared.usecases.evacuation import begin_evacuation
begin_evacuation(ctx, "王主任")
"""
OFF = """
from shared.usecases.evacuation import end_evacuation
end_evacuation(ctx, "王主任")
"""
WORDS = ["请立即有序撤离", "Please leave the building now"]


def test_kiosk_and_board_say_it_and_come_back(
    kiosks: OpenKiosks, ctx: Context, elsewhere: Elsewhere
) -> None:
    kiosk = kiosks()
    board = open_board(ctx, BoardToml("B1"))
    try:
        kiosk.touch("take-number")
        kiosk.await_screen("items")
        elsewhere(ON)
        kiosk.until(lambda: kiosk.model.property("evacuation") == WORDS)
        kiosk.until(lambda: board.model.property("evacuation") == WORDS)
        kiosk.frame()
        assert all(word in kiosk.words() for word in WORDS)
        assert [one.text for one in kiosk.texts() if one.cut] == []
        kiosk.tap(kiosk.where("evacuation"))
        assert kiosk.page == "HomePage"  # the visit is over, nothing can be pressed
        late = kiosks()  # and a kiosk started meanwhile
        assert late.model.property("evacuation") == WORDS
        elsewhere(OFF)
        for screen in (kiosk.model, late.model, board.model):
            kiosk.until(lambda: screen.property("evacuation") == [])  # noqa: B023
        kiosk.touch("take-number")
        kiosk.await_screen("items")
    finally:
        board.close()
