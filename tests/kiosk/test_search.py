"""Finding one of 360 items by letters or characters."""

import string
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.offer import common_words, load_offer
from kiosk.search import CommonWord, Entry, Finder, Hit
from kiosk.spelling import letters_of, reads
from shared.catalog.pinyin import pinyin_of
from shared.domain.errors import BadInput
from shared.usecases.context import Context, open_hall
from shared.usecases.issue_ticket import Request, issue_ticket


@pytest.fixture(scope="module")
def entries(hall_template: Path) -> tuple[Entry, ...]:
    ctx = open_hall(hall_template)
    found = load_offer(ctx).entries
    ctx.database.dispose()
    return found


def entry(name: str) -> Entry:
    spelled = pinyin_of(name)
    return Entry(name, name, "行政许可", "某局", "A", spelled.full, spelled.initials)


def find(entries: Sequence[Entry], typed: str) -> list[Hit]:
    return Finder(entries).find(typed)


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


@pytest.fixture(scope="module")
def finder(hall_template: Path) -> Iterator[Finder]:
    ctx = open_hall(hall_template)
    yield load_offer(ctx).finder
    ctx.database.dispose()


@pytest.mark.parametrize("typed", ["bzz", "banzhizhao", "banzhi", "办执照"])
def test_what_people_call_it_finds_what_they_mean(finder: Finder, typed: str) -> None:
    first = finder.find(typed)[0]
    assert (first.entry.name, first.word) == ("公司设立登记", "办执照")


def test_every_common_word_names_items_of_the_catalogue_and_is_spelled_right(
    entries: tuple[Entry, ...], finder: Finder
) -> None:
    names = {entry.name for entry in entries}
    for word in common_words(Path()):
        assert set(word.items) <= names, word.word
        spelled = pinyin_of(word.word)
        assert (word.pinyin, word.initials) == (spelled.full, spelled.initials), word.word
        found = {hit.entry.name for hit in finder.find(word.word)}
        assert set(word.items) <= found, word.word


def test_a_halls_own_words_take_the_place_of_ours(tmp_path: Path) -> None:
    (tmp_path / "common_words.csv").write_text("word,pinyin,initials,items\n飞,fei,f,甲|乙\n")
    assert common_words(tmp_path) == (CommonWord("飞", "fei", "f", ("甲", "乙")),)
    (tmp_path / "common_words.csv").write_text("词\n飞\n")
    with pytest.raises(BadInput, match="common_words"):
        common_words(tmp_path)


@pytest.mark.parametrize(("typed", "department"), [("swj", "税务局"), ("税务局", "税务局")])
def test_a_departments_items_are_found_by_its_name(
    finder: Finder, typed: str, department: str
) -> None:
    found = [hit.entry.department for hit in finder.find(typed)]
    assert found.count(department) == 19


def test_a_types_items_are_found_by_its_name_after_everything_else(finder: Finder) -> None:
    found = finder.find("xzxk")
    assert sum(hit.entry.type == "行政许可" for hit in found) > 100


def test_letters_of_names_that_no_list_spells() -> None:
    letters = letters_of([("银行", "yh"), ("行政", "xz"), ("（甲）", "j"), ("乙丙", "y")])
    assert letters["行"] == {"h", "x"}
    assert "乙" not in letters
    assert reads(letters, "行（政）局", "xz")
    assert reads(letters, "行政", "h")
    assert not reads(letters, "行政", "xzj")
    assert reads(letters, "甲局", "jj")
    assert not reads(letters, "飞", "f")


def test_what_was_asked_for_lately_comes_after_the_halls_own(ctx: Context) -> None:
    for _ in range(2):
        issue_ticket(ctx, Request("就业登记"))
    issue_ctx = load_offer(ctx)
    assert [entry.name for entry in issue_ctx.frequent] == [*ctx.hall.frequent, "就业登记"]
