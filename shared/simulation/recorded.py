"""Arrivals as a hall recorded them: a CSV file with the columns time and class."""

import csv
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from shared.domain.errors import BadInput
from shared.simulation.draws import Arrival
from shared.simulation.scenario import Scenario

_OF_DAY = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d(?:\.\d+)?))?")
_HINT = "a line reads: 2026-03-02T08:31:07,ordinary, or every line: 08:31,ordinary"


def recorded_arrivals(path: Path, scenario: Scenario) -> list[Arrival]:
    """Read arrivals in order of time; BadInput names the line that is wrong.

    The simulation begins at the midnight before the first arrival.
    """
    found = sorted(_read(path, scenario.names), key=lambda row: row[0])
    if not found:
        raise BadInput(f"{path} has no arrival", _HINT)
    midnight = found[0][0].replace(hour=0, minute=0, second=0, microsecond=0)
    arrivals = [((when - midnight).total_seconds() / 60, name) for when, name in found]
    if arrivals[-1][0] >= scenario.hours * 60:
        raise BadInput(
            f"{path}: the last arrival comes after {scenario.hours:g} hours, counted from the "
            "first midnight",
            f"set hours above {arrivals[-1][0] / 60:.1f}",
        )
    return arrivals


def _read(path: Path, names: list[str]) -> Iterator[tuple[datetime, str]]:
    rows = csv.DictReader(_text(path).splitlines())
    columns = {(name or "").strip().lower(): name for name in rows.fieldnames or ()}
    if not {"time", "class"} <= columns.keys():
        raise BadInput(f"{path} line 1: the columns time and class are missing", _HINT)
    dated: bool | None = None
    for row in rows:
        where = f"{path} line {rows.line_num}"
        written = (row[columns["time"]] or "").strip()
        name = (row[columns["class"]] or "").strip()
        when, has_date = _moment(written, where)
        if dated not in {None, has_date}:
            raise BadInput(f"{where}: times with a date and times without are mixed", _HINT)
        dated = has_date
        if name not in names:
            known = ", ".join(names)
            raise BadInput(f"{where}: there is no class “{name}”", f"the scenario has: {known}")
        yield when, name


def _moment(written: str, where: str) -> tuple[datetime, bool]:
    """Read a time as the wall clock showed it; whether it has a date."""
    of_day = _OF_DAY.fullmatch(written)
    if of_day:
        seconds = float(of_day[3] or 0)
        day = datetime(2000, 1, 1)  # noqa: DTZ001 - any day: only the time of day was recorded
        whole, part = int(seconds), round(seconds % 1 * 1_000_000)
        return day.replace(
            hour=int(of_day[1]), minute=int(of_day[2]), second=whole, microsecond=min(part, 999_999)
        ), False
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        moment = None
    if moment is None or ":" not in written:
        raise BadInput(f"{where}: “{written}” is no time", _HINT)
    return moment.replace(tzinfo=None), True


def _text(path: Path) -> str:
    """Read the file as UTF-8, or as the Chinese Excel writes it."""
    try:
        raw = path.read_bytes()
        try:
            return raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            return raw.decode("gb18030")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{path} cannot be read: {error}", "see arrivals_csv") from error
