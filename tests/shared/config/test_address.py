"""Another database's address in a hall.toml: one value changes, every other word stays."""

import tomllib

import pytest

from shared.config.address import with_database
from shared.domain.errors import BadInput
from tests.support.halls import ROOT, SAMPLE

URL = 'postgresql+psycopg://hall@db/名"\\1'
SAMPLE_TEXT = (ROOT / "assets" / "halls" / SAMPLE / "hall.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "text",
    [
        '[database]\nurl = "sqlite:///hall.db"  # or another\n[hall]\ncode = "x"\n',
        "[database]\nurl='sqlite:///hall.db'",
        '[database]\n  "url" = "a\\"b" # "c"\n',
        "[database]\n[hall]\n",
        "[database]",
        '[hall]\nurl = "mine"\n',
        '[hall]\nurl = "mine"',
        "",
        SAMPLE_TEXT,
    ],
)
def test_only_the_address_changes(text: str) -> None:
    changed = with_database(text, URL)
    before, after = tomllib.loads(text), tomllib.loads(changed)
    assert after["database"].pop("url") == URL
    before.get("database", {}).pop("url", None)
    assert after == {"database": {}} | before
    old, new = text.splitlines(), changed.splitlines()
    assert [line for line in old if "url" not in line] == [
        line for line in new if line in old and "url" not in line
    ]
    assert text.count("#") == changed.count("#")


@pytest.mark.parametrize("text", ['database = { url = "x" }', 'database.url = "x"'])
def test_an_address_that_cannot_be_changed_is_told(text: str) -> None:
    with pytest.raises(BadInput, match="cannot be changed") as caught:
        with_database(text, URL)
    assert "[database]" in caught.value.hint
