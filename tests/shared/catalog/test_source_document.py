"""Document 004, Annex 2, with every flaw it has."""

from collections import Counter

import pytest

from shared.catalog.read import CatalogImport, read_catalog
from shared.domain.catalog import CatalogRow, Item
from tests.shared.catalog.support import DEPARTMENTS, EXCERPT, ITEMS


@pytest.fixture(scope="module")
def annex() -> CatalogImport:
    return read_catalog(EXCERPT, document="004")


def table(annex: CatalogImport, name: str) -> list[CatalogRow]:
    return [row for row in annex.rows if row.source.table == name]


def named(annex: CatalogImport, name: str) -> Item:
    return next(item for item in annex.items if item.name == name)


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        (
            "2-1",
            {
                "公共服务": 112,
                "行政许可": 48,
                "其他行政权力": 27,
                "党建服务": 6,
                "行政确认": 5,
                "邮政服务": 3,
                "企业服务": 1,
            },
        ),
        ("2-2", {"行政许可": 76, "公共服务": 58, "其他行政权力": 22, "行政确认": 2}),
    ],
)
def test_each_table_holds_what_the_document_prints(
    annex: CatalogImport, name: str, counts: dict[str, int]
) -> None:
    rows = table(annex, name)
    assert Counter(row.source.type.value for row in rows) == counts
    assert [row.source.ordinal for row in rows] == list(range(1, sum(counts.values()) + 1))


def test_24_names_stand_in_both_tables_as_one_item_with_two_sources(annex: CatalogImport) -> None:
    both = [item for item in annex.items if len(item.sources) > 1]
    assert len(both) == 24
    assert all([s.table for s in item.sources] == ["2-1", "2-2"] for item in both)
    assert len(annex.items) == 202 + 158 - 24
    assert len({item.code for item in annex.items}) == 336


def test_number_57_is_printed_twice_and_58_never(annex: CatalogImport) -> None:
    rows = table(annex, "2-2")
    assert [(row.source.number, row.source.ordinal) for row in rows[55:59]] == [
        (56, 56),
        (57, 57),
        (57, 58),
        (59, 59),
    ]
    assert rows[57].name == "基本医疗保险参保人员异地就医备案"
    assert "表2-2：序号57重复，按位置记为第58项" in annex.remarks
    assert "表2-2：缺序号58" in annex.remarks


def test_the_broken_name_of_item_80_is_joined(annex: CatalogImport) -> None:
    name = "固定资产投资项目节能审查（企业技术改造项目）（区级）"
    assert table(annex, "2-2")[79].name == name
    assert f"表2-2：第80项名称断为2行，已拼接为“{name}”" in annex.remarks
    assert len(annex.remarks) == 3


def test_codes_come_from_the_first_source(annex: CatalogImport) -> None:
    assert named(annex, "公司设立登记").code == "2-2-084"
    assert named(annex, "企业设立、变更、注销登记").code == "2-1-041"
    shared = named(annex, "不动产登记")
    assert shared.code == "2-1-057"
    assert [source.code for source in shared.sources] == ["2-1-057", "2-2-147"]
    assert {source.document for source in shared.sources} == {"004"}


def test_the_document_defaults_to_the_files_name() -> None:
    assert read_catalog(EXCERPT).rows[0].source.document == "source-004-annex-2"


def test_items_csv_holds_the_same_items(annex: CatalogImport) -> None:
    stored = read_catalog(ITEMS)
    assert stored.items == annex.items
    assert stored.remarks == ()
    assert len(stored.rows) == 360


def test_departments_csv_names_every_item_in_order(annex: CatalogImport) -> None:
    lines = DEPARTMENTS.read_text(encoding="utf-8").splitlines()[1:]
    assert [line.split(",")[:2] for line in lines] == [[i.code, i.name] for i in annex.items]
