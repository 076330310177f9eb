"""CSV lines of an office machine: any of our encodings; comma, semicolon or tab between cells."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from shared.catalog.errors import CatalogError
from shared.catalog.files import read_text
from shared.catalog.sheet import Line


def read_csv(path: Path) -> Sequence[Line]:
    """Return the rows, each with the file line it begins on; raise CatalogError if malformed."""
    text = read_text(path)
    first = next(line for line in text.splitlines() if line.strip())
    delimiter = max(",;\t", key=first.count)
    # strict: without it an unclosed quote swallows the rows after it, silently.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    lines: list[Line] = []
    begins = 1
    try:
        for cells in reader:
            lines.append((begins, cells))
            begins = reader.line_num + 1
    except csv.Error as fault:
        raise CatalogError(
            f"{path.name}：第{begins}行起的内容不合 CSV 格式（{fault}）",
            "多为引号没有成对，请检查该行。",
        ) from fault
    return lines
