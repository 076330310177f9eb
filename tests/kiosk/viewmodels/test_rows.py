"""The rows of the items screen."""

from kiosk.offer import Offer
from kiosk.pages import Looking, Way
from kiosk.search import CommonWord, Entry, Finder
from kiosk.viewmodels.item_list import ItemList
from kiosk.viewmodels.rows import Row, rows

SET_UP = Entry(
    "1-1", "公司设立登记", "行政许可", "市场监督管理局", "C", "gongsishelidengji", "gssldj"
)
ODD = Entry("1-2", "公司<注销>&登记", "行政许可", "市场监督管理局", "C", "gongsizhuxiao", "gszxdj")
CARD = Entry("2-1", "社会保障卡申领", "公共服务", "人社局", "E", "shehuibaozhangka", "shbzksl")
ITEMS = (SET_UP, ODD, CARD)
WORDS = (CommonWord("开公司", "kaigongsi", "kgs", ("公司设立登记",)),)
OFFER = Offer(ITEMS, (CARD,), {"C": "3、4号窗口"}, Finder(ITEMS, WORDS))


def shown(looking: Looking) -> list[Row]:
    return rows(OFFER, looking, {"C": 2})


def test_frequent_items_say_who_waits_and_where() -> None:
    assert shown(Looking()) == [
        Row("社会保障卡申领", "社会保障卡申领", "公共服务 · 人社局", 0, "", "2-1")
    ]


def test_groups_largest_first_then_their_items() -> None:
    by_type = shown(Looking(Way.TYPE))
    assert [(row.group, row.detail, row.code) for row in by_type] == [
        ("行政许可", "2项", ""),
        ("公共服务", "1项", ""),
    ]
    inside = shown(Looking(Way.TYPE, group="行政许可"))
    assert [(row.code, row.waiting, row.place) for row in inside] == [
        ("1-1", 2, "3、4号窗口"),
        ("1-2", 2, "3、4号窗口"),
    ]
    assert [row.group for row in shown(Looking(Way.DEPARTMENT))] == ["市场监督管理局", "人社局"]


def test_what_matched_is_marked_and_the_rest_stays_text() -> None:
    first, second = shown(Looking(Way.SEARCH, typed="gs"))
    assert first.marked == "<u>公司</u>设立登记"
    assert second.marked == "<u>公司</u>&lt;注销&gt;&amp;登记"
    assert second.name == "公司<注销>&登记"


def test_what_people_call_it_is_shown() -> None:
    (row,) = shown(Looking(Way.SEARCH, typed="kgs"))
    assert (row.name, row.detail) == ("公司设立登记", "“开公司” · 市场监督管理局")


def test_a_list_whose_numbers_change_keeps_its_place() -> None:
    model = ItemList()
    model.replace(rows(OFFER, Looking(), {}))
    happened: list[str] = []
    model.dataChanged.connect(lambda *_: happened.append("changed"))
    model.modelReset.connect(lambda: happened.append("reset"))
    model.replace(rows(OFFER, Looking(), {"E": 4}))
    assert happened == ["changed"]
    waiting = next(role for role, name in model.roleNames().items() if name.data() == b"waiting")
    assert model.data(model.index(0, 0), waiting) == 4
    model.replace(shown(Looking(Way.TYPE)))
    assert happened == ["changed", "reset"]
    assert model.data(model.index(9, 0), waiting) is None
    model.replace([])
    assert model.rowCount() == 0
