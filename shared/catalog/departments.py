"""Which department handles which item: `departments.csv`, beside the catalogue."""

from pathlib import Path

from shared.catalog.csv_file import read_csv
from shared.catalog.errors import refuse_rows
from shared.catalog.sheet import read_records
from shared.domain.catalog import Department

_NEEDED = ("code", "department", "basis")


def read_departments(path: Path) -> dict[str, Department]:
    """Return item code → department from a CSV with the columns code, department and basis.

    Raises CatalogError naming each row that leaves one of them empty or repeats a code.
    """
    records, _ = read_records(path, read_csv(path), _NEEDED)
    found: dict[str, Department] = {}
    problems: list[str] = []
    for record in records:
        code, name, basis = (record.get(field) for field in _NEEDED)
        if not (code and name and basis):
            problems.append(f"第{record.line}行缺编码、部门或依据")
        elif code in found:
            problems.append(f"第{record.line}行编码重复：{code}")
        else:
            found[code] = Department(name, basis)
    refuse_rows(path, problems)
    return found
