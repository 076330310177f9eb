"""Every item has a department, and the sample hall a queue for it."""

import tomllib
from collections import Counter

from shared.catalog.departments import read_departments
from shared.catalog.read import read_catalog
from shared.domain.catalog import ItemType
from shared.domain.hall import Route
from tests.shared.catalog.support import DEPARTMENTS, ITEMS, ROUTES_FILE

CATALOGUE = read_catalog(ITEMS)
OWNERS = read_departments(DEPARTMENTS)
ROUTES = tuple(
    Route(table.pop("queue"), **{key: frozenset(names) for key, names in table.items()})
    for table in tomllib.loads(ROUTES_FILE.read_text(encoding="utf-8"))["route"]
)


def queue_of(code: str) -> str:
    item = next(item for item in CATALOGUE.items if item.code == code)
    department = OWNERS[code].name
    return next(r.queue for r in ROUTES if r.takes(code, department, item.type.value))


def test_every_item_has_a_department_and_it_says_inferred() -> None:
    assert list(OWNERS) == [item.code for item in CATALOGUE.items]
    assert {owner.basis for owner in OWNERS.values()} == {"inferred"}


def test_routes_name_only_what_exists() -> None:
    codes = {item.code for item in CATALOGUE.items}
    names = {owner.name for owner in OWNERS.values()}
    for route in ROUTES:
        assert route.items <= codes
        assert route.departments <= names
        assert route.types <= set(ItemType)


def test_every_item_routes_to_one_queue_and_no_queue_is_idle() -> None:
    counts = Counter(queue_of(item.code) for item in CATALOGUE.items)
    assert counts == {
        "A": 8,
        "B": 6,
        "C": 71,
        "D": 19,
        "E": 59,
        "F": 29,
        "H": 18,
        "J": 27,
        "K": 8,
        "L": 7,
        "M": 30,
        "N": 32,
        "P": 22,
    }
    assert counts.total() == 336


def test_known_items_go_where_a_person_would_look() -> None:
    assert queue_of("2-2-084") == "C"  # 公司设立登记
    assert queue_of("2-1-057") == "H"  # 不动产登记
    assert queue_of("2-2-018") == "E"  # 社会保障卡申领
    assert queue_of("2-1-199") == "P"  # 水、电、气报装等业务
