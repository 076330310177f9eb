"""Finds the line of `hall.toml` that an error speaks of: TOML readers keep no line numbers."""

import re

_HEADER = re.compile(r"^\s*(\[\[?)\s*([A-Za-z0-9_-]+)\s*\]\]?")
_STEP = re.compile(r"\.([A-Za-z0-9_-]+)(?:\[(\d+)\])?")


def line_of(text: str, path: str, key: str | None = None) -> int | None:
    """Return the 1-based line of `path` (such as `$.window[2].queues`) or of `key` inside it.

    Falls back to the table's header, then to None when the table itself is missing.
    """
    steps = [(name, int(index or 0)) for name, index in _STEP.findall(path)]
    if not steps:
        return _top_level(text, key) if key else None
    table, index = steps[0]
    wanted = key or (steps[1][0] if len(steps) > 1 else None)
    header: int | None = None
    seen = -1
    inside = False
    for number, line in enumerate(text.splitlines(), start=1):
        match = _HEADER.match(line)
        if match:
            if inside:
                break
            seen += match[2] == table
            inside = match[2] == table and seen == index
            header = number if inside else header
        elif inside and wanted and re.match(rf"\s*\"?{re.escape(wanted)}\"?\s*=", line):
            return number
    return header


def _top_level(text: str, key: str) -> int | None:
    outside = True  # any table; a key of the same name inside one is not meant
    for number, line in enumerate(text.splitlines(), start=1):
        header = _HEADER.match(line)
        outside = outside and header is None
        if header and header[2] == key:
            return number
        if outside and re.match(rf"\s*\"?{re.escape(key)}\"?\s*=", line):
            return number
    return None
