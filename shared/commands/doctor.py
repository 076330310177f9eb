"""hall doctor: what is wrong in a hall, and what to do."""

from importlib.metadata import entry_points

import typer

from shared.commands.options import HallOption, JsonOption, hall_folder, show


def doctor(hall: HallOption = None, as_json: JsonOption = False) -> None:
    """Check fonts, database and every device of the hall; exit 1 if something is wrong."""
    from rich.console import Console
    from rich.table import Table

    from shared.config import load_hall
    from shared.doctor import Bad, Check, Fine, Warn, verdict

    config = load_hall(hall_folder(hall))
    checks: list[Check] = []
    for entry in sorted(entry_points(group="hallcall.checks"), key=lambda entry: entry.name):
        checks.extend(entry.load()(config))
    bad = any(isinstance(check.result, Bad) for check in checks)
    if as_json:
        rows = [
            {
                "check": check.name,
                "verdict": verdict(check.result),
                "what": check.result.what,
                "do": "" if isinstance(check.result, Fine) else check.result.do,
            }
            for check in checks
        ]
        show({"ok": not bad, "checks": rows}, "", as_json)
    else:
        table = Table("check", "", "what", "what to do")
        for check in checks:
            style = {"fine": "green", "warn": "yellow", "bad": "red"}[verdict(check.result)]
            do = check.result.do if isinstance(check.result, Warn | Bad) else ""
            table.add_row(check.name, f"[{style}]{verdict(check.result)}[/]", check.result.what, do)
        Console(emoji=False).print(table)
    if bad:
        raise typer.Exit(1)
