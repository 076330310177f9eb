"""hall demo: with a screen open everything; without one play a visit and check it."""

import json
import shutil
import tempfile
from pathlib import Path

import typer

from shared.demo.processes import Processes
from shared.demo.visit import Visit
from shared.domain.errors import BadInput, HallError, Unavailable
from shared.ui.screen import has_screen
from shared.usecases.context import Context, open_hall
from shared.usecases.init_hall import init_hall
from shared.usecases.queries import snapshot

MARKER = ".made-by-hall-demo"
PLACES = {"dock": "0.31,0.4,0.69,0.56", "board": "0.31,0,0.69,0.38", "kiosk": "0,0,0.3,0.94"}
"""Where the demo's windows stand on one screen, side by side, with room for their frames."""


def run_demo(*, out: Path, hall: Path | None, headless: bool, as_json: bool) -> int:
    """Run the demo; returns the exit code, 0 only if every step was seen to happen."""
    out.mkdir(parents=True, exist_ok=True)
    for old in (*out.glob("*.png"), out / "summary.json", out / "ticket.bin"):
        old.unlink(missing_ok=True)
    ctx = open_hall(hall) if hall else _fresh_hall(out / "hall")
    if headless or not has_screen():
        if hall and snapshot(ctx, calls=1).fact_id:
            raise BadInput(
                f"{hall} has been used: the demo would issue and call tickets in it",
                "leave --hall out, or make a fresh hall for the demo",
            )
        return _play(ctx, out, as_json=as_json)
    return _open(ctx, out)


def _fresh_hall(folder: Path) -> Context:
    """Make the demo's own hall anew; a folder that is not the demo's is never touched."""
    marker = folder / MARKER
    if folder.exists() and not marker.exists():
        raise BadInput(f"{folder} is not the demo's own hall", "name another folder with --out")
    shutil.rmtree(folder, ignore_errors=True)
    ctx = init_hall(folder, "luojiang")
    marker.write_text("hall demo makes this folder anew each time\n", encoding="utf-8")
    return ctx


def _open(ctx: Context, out: Path) -> int:
    typer.echo(f"{ctx.hall.name}: kiosk, wall board, windows and simulated devices are opening.")
    typer.echo("Touch 取号办事 at the kiosk, then press 呼叫 at window 3 in the dock.")
    typer.echo(f"Close any window, or press Ctrl+C, to end. Logs: {out / 'log'}")
    with Processes(ctx.config.folder, out / "log", quiet=False) as processes:
        for name, place in PLACES.items():
            processes.start(name, "--place", place)
        processes.start("windows")
        try:
            ended = processes.wait_any()
        except KeyboardInterrupt:
            return 0
        codes = processes.stop()
    if codes[ended] != 0:
        typer.echo(f"hall {ended} ended with exit code {codes[ended]}: {out / 'log'}", err=True)
        return 1
    return 0


def _play(ctx: Context, out: Path, *, as_json: bool) -> int:
    def say(line: str) -> None:
        if not as_json:
            typer.echo(line)

    say(f"{ctx.hall.name}: no screen, so one visit is played. Pictures: {out}")
    # Socket paths are short on every system; the hall's folder may be deep.
    with tempfile.TemporaryDirectory(prefix="hall-") as sockets:
        visit = Visit(ctx, out, Path(sockets), say)
        try:
            visit.play()
        except HallError as error:
            visit.failed(error)
        except (OSError, ValueError) as error:
            visit.failed(Unavailable(f"a process did not answer: {error!r}", "see the log"))
    summary = visit.summary()
    text = json.dumps(summary, ensure_ascii=False, indent=2)
    (out / "summary.json").write_text(text + "\n", encoding="utf-8")
    if as_json:
        typer.echo(json.dumps(summary, ensure_ascii=False))
    say(f"{'All' if summary['ok'] else 'NOT all'} steps were seen. {out / 'summary.json'}")
    return 0 if summary["ok"] else 1
