"""Finding one of 360 items by letters or characters."""

import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.app import load_offer
from kiosk.search import Entry, find
from shared.catalog.pinyin import pinyin_of
from shared.usecases.context import Context, open_hall


@pytest.fixture(scope="module")
def entries(hall_template: Path) -> tuple[Entry, ...]:
    ctx = open_hall(hall_template)
    found = load_offer(ctx).entries
    ctx.database.dispose()
    return found


def entry(name: str) -> Entry:
    spelled = pinyin_of(name)
    return Entry(name, name, "行政许可", "某局", "A", spelled.full, spelled.initials)


def marked(entries: tuple[Entry, ...], typed: str) -> dict[str, list[str]]:
    """Return the names found, in order, each with its highlighted parts."""
    return {
        hit.entry.name: [hit.entry.name[start:end] for start, end in hit.parts]
        for hit in find(entries, typed)
    }


def test_gssl_finds_what_people_mean_by_it(entries: tuple[Entry, ...]) -> None:
    found = marked(entries, "gssl")
    assert next(iter(found)) == "公司设立登记"
    assert found["公司设立登记"] == ["公司设立"]
    assert found["分公司设立登记"] == ["公司设立"]
    assert found["非公司企业法人设立登记"] == ["公司", "设立"]


def test_capitals_and_spaces_make_no_difference(entries: tuple[Entry, ...]) -> None:
    assert find(entries, "GS sl") == find(entries, "gssl")


def test_full_pinyin(entries: tuple[Entry, ...]) -> None:
    assert next(iter(marked(entries, "gongsisheli"))) == "公司设立登记"


def test_a_part_of_the_name(entries: tuple[Entry, ...]) -> None:
    found = marked(entries, "设立登记")
    assert found["公司设立登记"] == ["设立登记"]
    assert next(iter(marked(entries, "公司"))).startswith("公司")


def test_punctuation_has_no_letter() -> None:
    one = entry("食品（含保健食品）经营许可")
    assert marked((one,), "hbjsp") == {one.name: ["含保健食品"]}
    assert marked((one,), "spjyxk") == {one.name: ["食品）经营许可"]}
    assert marked((one,), "spxk") == {one.name: ["食品", "许可"]}


def test_figures_count_as_letters() -> None:
    one = entry("省政府令第349号")
    assert marked((one,), "349") == {one.name: ["349"]}


@pytest.mark.parametrize("typed", ["", "  ", "vvvv", "gssl公司"])
def test_no_match(entries: tuple[Entry, ...], typed: str) -> None:
    assert find(entries, typed) == []


def test_every_item_is_found_by_its_initials(entries: tuple[Entry, ...]) -> None:
    for one in entries:
        hits = find(entries, one.initials)
        assert hits[0].entry.initials.startswith(one.initials)
        assert one in [hit.entry for hit in hits]


@given(st.text(string.ascii_lowercase + "公司设立（）", max_size=8))
def test_what_is_marked_lies_in_the_name_in_order(typed: str) -> None:
    for hit in find((entry("因公司合并（分立）申请设立、变更或注销登记"), entry("公司")), typed):
        edges = [edge for part in hit.parts for edge in part]
        assert edges == sorted(edges)
        assert all(0 <= edge <= len(hit.entry.name) for edge in edges)


def test_the_offer_names_where_each_queue_is_served(ctx: Context) -> None:
    offer = load_offer(ctx)
    assert offer.places["C"] == "3、4号窗口"
    assert len(offer.frequent) == len(ctx.hall.frequent)
    assert {one.queue for one in offer.entries} <= set(offer.places)
