"""The visit machine: whatever is pressed, nothing breaks and nothing of a visit stays."""

from collections.abc import Callable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kiosk import flow, looking, modes
from kiosk.flow import Visit
from kiosk.modes import Contrast, Language, Modes
from kiosk.pages import Details, Done, Given, Home, Items, Looking, Notice, Paper, Purpose, Way
from shared.domain.ticket import TicketClass

TICKET = Given(1, "C001", TicketClass.ORDINARY, "公司设立登记", 0, "", "3、4号窗口", "HC1:x")
Action = Callable[[Visit], Visit]

switches: st.SearchStrategy[Action] = st.sampled_from(
    [modes.next_contrast, modes.other_language, lambda now: replace(now, large=not now.large)]
).map(lambda change: lambda visit: flow.show_as(visit, change(visit.modes)))
pressed: st.SearchStrategy[Action] = st.one_of(
    st.sampled_from([looking.erase, looking.clear, flow.back, flow.help_me]),
    st.sampled_from(Purpose).map(lambda why: lambda visit: looking.look_for(visit, why)),
    st.sampled_from(Way).map(lambda way: lambda visit: looking.look_by(visit, way)),
    st.sampled_from(["税务局", "行政许可"]).map(
        lambda group: lambda visit: looking.enter_group(visit, group)
    ),
    st.characters(codec="utf-8").map(lambda key: lambda visit: looking.type_letter(visit, key)),
    st.just(lambda visit: looking.read_about(visit, "2-1-001")),
)
results: st.SearchStrategy[Action] = st.one_of(
    st.just(lambda visit: flow.given(visit, TICKET)),
    st.just(lambda visit: flow.refused(visit, "现在不取号")),
    st.tuples(st.sampled_from(["C001", "C002"]), st.sampled_from(Paper)).map(
        lambda told: lambda visit: flow.printed(visit, *told)
    ),
)
anything = st.one_of(pressed, switches, results, st.just(flow.asking))


def after(actions: list[Action]) -> Visit:
    visit = flow.home()
    for action in actions:
        visit = action(visit)
        if isinstance(visit.page, Items):
            assert len(visit.page.looking.typed) <= looking.MAX_TYPED
        assert len(visit.trail) < 40
    return visit


@given(st.lists(anything, max_size=30))
def test_back_leads_home_from_anywhere_and_only_the_modes_stay(actions: list[Action]) -> None:
    visit = replace(after(actions), busy=False)
    for _ in range(len(visit.trail) + 1):
        visit = flow.back(visit)
    assert visit == Visit(modes=visit.modes)


@given(st.lists(anything, max_size=30))
def test_the_end_of_a_visit_leaves_nothing(actions: list[Action]) -> None:
    after(actions)
    assert flow.home().at_rest
    assert flow.home() == Visit(Home(), (), False, Modes())


@given(st.lists(anything, max_size=10), pressed)
def test_while_the_hall_answers_no_key_does_anything(actions: list[Action], press: Action) -> None:
    visit = flow.asking(after(actions))
    assert press(visit) == visit


def test_the_way_to_a_number() -> None:
    visit = looking.look_for(flow.home(), Purpose.TAKE)
    assert visit.page == Items()
    visit = flow.given(flow.asking(visit), TICKET)
    assert (visit.page, visit.trail, visit.busy) == (Done(TICKET), (), False)
    assert flow.printed(visit, "C002", Paper.NONE) == visit
    assert flow.printed(visit, "C001", Paper.TAKE).page == Done(TICKET, Paper.TAKE)


def test_one_thing_more_keeps_the_number_in_hand_and_hears_of_its_slip() -> None:
    done = flow.given(flow.home(), TICKET)
    adding = looking.look_for(done, Purpose.ADD)
    assert flow.in_hand(adding) == Done(TICKET)
    told = flow.printed(adding, "C001", Paper.NONE)
    assert flow.back(told).page == Done(TICKET, Paper.NONE)
    assert flow.in_hand(flow.home()) is None


def test_letters_make_a_search_and_their_end_ends_it() -> None:
    visit = looking.type_letter(looking.look_for(flow.home(), Purpose.TAKE), "G")
    visit = looking.type_letter(visit, "s")
    assert visit.page == Items(Looking(Way.SEARCH, typed="gs"))
    assert looking.erase(visit).page == Items(Looking(Way.SEARCH, typed="g"))
    assert looking.erase(looking.erase(visit)).page == Items()
    assert looking.clear(visit).page == Items()


def test_back_leaves_a_group_first_and_another_way_leaves_it_too() -> None:
    visit = looking.look_by(looking.look_for(flow.home(), Purpose.TAKE), Way.TYPE)
    inside = looking.enter_group(visit, "行政许可")
    assert flow.back(inside) == visit
    assert looking.enter_group(inside, "税务局") == inside
    elsewhere = looking.look_by(inside, Way.FREQUENT)
    assert flow.back(elsewhere) == flow.home()


def test_after_a_refusal_back_leads_to_where_one_was() -> None:
    frequent = looking.look_for(flow.home(), Purpose.LOOK_UP)
    about = looking.read_about(frequent, "2-1-001")
    assert about.page == Details("2-1-001")
    for visit in (flow.home(), frequent, about):
        refused = flow.refused(flow.asking(visit), "现在不取号")
        assert refused.page == Notice("现在不取号")
        assert flow.back(refused) == visit


def test_modes_combine_and_go_round() -> None:
    now = Modes()
    seen = []
    for _ in Contrast:
        now = modes.next_contrast(now)
        seen.append(now.contrast)
    assert seen == [Contrast.DARK, Contrast.LIGHT, Contrast.USUAL]
    assert modes.other_language(modes.other_language(now)) == now
    assert modes.other_language(now).language is Language.ENGLISH
    assert modes.louder(now, 9) == replace(now, volume=100, speech=True)
    assert modes.louder(now, -9).volume == 20
