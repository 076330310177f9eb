"""Writes another database's address into the text of a hall.toml; every other word stays."""

import json
import re
import tomllib

from shared.config.locate import line_of
from shared.domain.errors import BadInput

_URL = re.compile(r"""(^\s*"?url"?\s*=\s*)("(?:[^"\\]|\\.)*"|'[^']*')""")


def with_database(text: str, url: str) -> str:
    """Return the text with `url` under [database]."""
    value = json.dumps(url, ensure_ascii=False)
    lines = (text if text.endswith("\n") else f"{text}\n").splitlines(keepends=True)
    number = line_of(text, "$.database.url")
    if number is None:
        lines.append(f"\n[database]\nurl = {value}\n")
    elif _URL.match(lines[number - 1]):
        lines[number - 1] = _URL.sub(lambda found: found[1] + value, lines[number - 1])
    else:  # the table's header: it names no address
        lines.insert(number, f"url = {value}\n")
    changed = "".join(lines)
    if _named(changed) != url:
        raise BadInput(
            "this hall.toml has its database's address where it cannot be changed",
            f"write it under [database] by hand: url = {value}",
        )
    return changed


def _named(text: str) -> object:
    try:
        return tomllib.loads(text)["database"]["url"]
    except (tomllib.TOMLDecodeError, KeyError, TypeError):
        return None
