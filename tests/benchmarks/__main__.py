"""`make bench`: every figure in one run, as a table and as JSON. Ratios count, not times."""

import argparse
import json
import platform
import sys
import tempfile
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.benchmarks.figures import (
    Figure,
    p1_issue,
    p2_call,
    p4_windows,
    p9_simulation,
    p10_phones,
    p11_cases,
)
from tests.benchmarks.printing import p3_ticket
from tests.benchmarks.screens import p5_board, p6_opening


def main() -> int:
    """Measure, print, write; 1 when a goal is missed."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--out", type=Path, default=Path("out/bench.json"))
    options.add_argument("--quick", action="store_true", help="small counts, to try the harness")
    asked = options.parse_args()
    size = 20 if asked.quick else 1
    with tempfile.TemporaryDirectory(prefix="hallcall-bench-") as name:
        folder = Path(name)
        figures = [
            p1_issue(folder, 0, rounds=10, each=200 // size),
            p1_issue(folder, 1_000_000 // size, rounds=10, each=200 // size),
            p2_call(folder, 300 // size),
            p3_ticket(folder, 9600, 100 // size),
            p3_ticket(folder, 115_200, 400 // size),
            p4_windows(folder, 400 // size),
            p5_board(folder, 200 // size),
            *p6_opening(folder, 9 if size == 1 else 1),
            p9_simulation(10_000 / size),
            p10_phones(folder, 2000 // size, 8),
            p11_cases(folder, 1000, 100_000 // size, 41),
        ]
    Console(emoji=False).print(_table(figures))
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    record = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "python": platform.python_version(),
        "machine": platform.machine(),
        "figures": [asdict(figure) for figure in figures],
    }
    asked.out.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"written to {asked.out}")
    return 0 if all(figure.met is not False for figure in figures) else 1


def _table(figures: list[Figure]) -> Table:
    table = Table("", "what", "ours /s", "baseline /s", "ratio", "goal", "")
    for f in figures:
        baseline = f"{f.baseline:,.0f}" if f.baseline else "–"
        ratio = f"{f.ratio:.2f}" if f.ratio else "–"
        verdict = {True: "met", False: "MISSED", None: "reported"}[f.met]
        table.add_row(f.name, f.what, f"{f.value:,.0f}", baseline, ratio, f.goal, verdict)
    return table


if __name__ == "__main__":
    sys.exit(main())
