"""The visit machine: whatever is pressed, nothing breaks and nothing of a visit stays."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from kiosk import flow
from kiosk.flow import Given, Looking, Mode, Paper, Screen, Visit
from shared.domain.ticket import TicketClass

TICKET = Given(1, "C001", TicketClass.ORDINARY, "公司设立登记", 0, "", "3、4号窗口", "HC1:x")
Action = Callable[[Visit], Visit]

groups = st.sampled_from(["税务局", "行政许可"])
looking = st.builds(
    Looking, st.sampled_from(Mode), st.one_of(st.just(""), groups), st.text("abc", max_size=24)
)
visits = st.builds(
    Visit,
    screen=st.sampled_from(Screen),
    looking=looking,
    given=st.one_of(st.none(), st.just(TICKET)),
    paper=st.sampled_from(Paper),
    busy=st.booleans(),
    notice=st.sampled_from(["", "现在不取号"]),
    before=st.sampled_from([Screen.HOME, Screen.ITEMS]),
)
pressed: st.SearchStrategy[Action] = st.one_of(
    st.sampled_from([flow.look_for_item, flow.erase, flow.clear, flow.back]),
    st.sampled_from(Mode).map(lambda mode: lambda visit: flow.look_by(visit, mode)),
    groups.map(lambda group: lambda visit: flow.enter_group(visit, group)),
    st.characters(codec="utf-8").map(lambda key: lambda visit: flow.type_letter(visit, key)),
)
results: st.SearchStrategy[Action] = st.one_of(
    st.just(lambda visit: flow.given(visit, TICKET)),
    st.just(lambda visit: flow.refused(visit, "现在不取号")),
    st.tuples(st.sampled_from(["C001", "C002"]), st.sampled_from(Paper)).map(
        lambda told: lambda visit: flow.printed(visit, *told)
    ),
)
anything = st.one_of(pressed, results, st.just(flow.asking))


@given(visits, st.lists(anything, max_size=20))
def test_back_leads_home_from_anywhere_and_nothing_stays(
    visit: Visit, actions: list[Action]
) -> None:
    for action in actions:
        visit = action(visit)
        assert len(visit.looking.typed) <= flow.MAX_TYPED
    if visit.busy:
        visit = flow.refused(visit, "现在不取号")
    for _ in range(4):
        visit = flow.back(visit)
    assert visit == flow.home()


@given(visits, pressed)
def test_while_a_number_is_drawn_no_key_does_anything(visit: Visit, press: Action) -> None:
    visit = flow.asking(visit)
    assert press(visit) == visit


@given(visits, results)
def test_only_the_result_ends_the_waiting(visit: Visit, result: Action) -> None:
    ended = result(flow.asking(visit))
    assert ended.screen in (visit.screen, Screen.DONE, Screen.NOTICE)
    assert ended.busy is (ended.screen is visit.screen and ended.busy)


def test_the_way_to_a_number() -> None:
    visit = flow.look_for_item(flow.home())
    assert visit.screen is Screen.ITEMS
    visit = flow.given(flow.asking(visit), TICKET)
    assert (visit.screen, visit.paper, visit.busy) == (Screen.DONE, Paper.PRINTING, False)
    visit = flow.printed(visit, "C002", Paper.NONE)
    assert visit.paper is Paper.PRINTING
    visit = flow.printed(visit, "C001", Paper.TAKE)
    assert visit.paper is Paper.TAKE


def test_letters_make_a_search_and_their_end_ends_it() -> None:
    visit = flow.type_letter(flow.look_for_item(flow.home()), "G")
    visit = flow.type_letter(visit, "s")
    assert visit.looking == Looking(Mode.SEARCH, typed="gs")
    assert flow.erase(visit).looking == Looking(Mode.SEARCH, typed="g")
    assert flow.erase(flow.erase(visit)).looking == Looking()
    assert flow.clear(visit).looking == Looking()


def test_back_leaves_a_group_first() -> None:
    visit = flow.look_by(flow.look_for_item(flow.home()), Mode.TYPE)
    inside = flow.enter_group(visit, "行政许可")
    assert flow.back(inside) == visit
    assert flow.back(visit) == flow.home()


def test_after_a_refusal_back_leads_to_where_one_was() -> None:
    frequent = flow.look_for_item(flow.home())
    searched = flow.type_letter(frequent, "g")
    for visit in (flow.home(), frequent, searched):
        refused = flow.refused(flow.asking(visit), "现在不取号")
        assert refused.screen is Screen.NOTICE
        assert flow.back(refused) == visit
