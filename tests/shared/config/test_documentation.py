"""docs/hall-toml.md explains every key, as the error messages promise."""

from collections.abc import Iterator

import pytest
from msgspec import structs

from shared.config import schema
from shared.config.schema import HallFile
from tests.support.halls import ROOT

GUIDE = ROOT / "docs" / "hall-toml.md"


def tables() -> Iterator[tuple[str, str]]:
    for field in structs.fields(HallFile):
        yield "the file", field.encode_name
    for name, table in vars(schema).items():
        if name.endswith("Toml"):
            for field in structs.fields(table):
                yield str(table.__doc__), field.encode_name


@pytest.mark.parametrize(("table", "key"), sorted(set(tables())))
def test_every_key_is_explained(table: str, key: str) -> None:
    text = GUIDE.read_text(encoding="utf-8")
    if table != "the file":
        assert table in text
        text = text[text.index(table) :]
        assert f"`{key}`" in text
        return
    assert f"[{key}]" in text
