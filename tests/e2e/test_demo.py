"""The whole visit: `hall demo` through real processes and wires, as a new user runs it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage

from devices.transport import TcpListener
from shared.usecases.audit import verify
from shared.usecases.context import open_hall
from tests.kiosk.decoder import decode
from tests.support.halls import ROOT, rewrite

PICTURES = {
    "board-green.png",
    "board.png",
    "dock.png",
    "kiosk-1-home.png",
    "kiosk-2-items.png",
    "kiosk-3-search.png",
    "kiosk-4-number.png",
    "kiosk-5-slip.png",
    "kiosk-6-green.png",
    "led.png",
    "pad.png",
    "paper.png",
}
STEPS = [
    "hall open",
    "number on the kiosk",
    "paper out, confirmed by the printer",
    "called by keypad",
    "on the wall board",
    "rated on the pad",
    "green channel in one touch",
    "all processes ended in order",
]
PATIENCE = """
import sys
import shared.demo.hand, shared.demo.visit
shared.demo.hand.PATIENCE_S = shared.demo.visit.PATIENCE_S = 8.0
from shared.cli import main
sys.argv[0] = "hall"
main()
"""
"""The same command with less patience: what cannot happen need not be waited for so long."""

Demo = subprocess.CompletedProcess[str]


def demo(*options: str, impatient: bool = False) -> Demo:
    command = ["-c", PATIENCE] if impatient else ["-m", "shared.cli"]
    environment = dict(os.environ)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "QT_QUICK_BACKEND"):
        environment.pop(name, None)
    return subprocess.run(
        [sys.executable, *command, "demo", "--headless", *options],
        capture_output=True,
        text=True,
        timeout=110,
        cwd=ROOT,
        env=environment,
        check=False,
    )


def summary(out: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((out / "summary.json").read_text(encoding="utf-8"))
    return told


def colours(picture: Path) -> int:
    """Count the colours of a picture; a blank one has one."""
    image = QImage(str(picture)).scaled(200, 200)
    return len({image.pixel(x, y) for x in range(200) for y in range(200)})


def test_a_visit_is_seen_to_happen(tmp_path: Path) -> None:
    done = demo("--out", str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    told = summary(tmp_path)
    assert told["ok"] is True
    assert told["error"] is None
    assert [step["step"] for step in told["steps"]] == STEPS
    assert set(told["pictures"]) == PICTURES
    for name in PICTURES:
        assert colours(tmp_path / name) > 3, name
    kiosk = QImage(str(tmp_path / "kiosk-1-home.png"))
    assert (kiosk.width(), kiosk.height()) == (1080, 1920)
    raw = (tmp_path / "ticket.bin").read_bytes()
    ticket = decode(raw)
    assert len(raw) < 700
    assert b"?" not in raw
    assert told["steps"][1]["number"] in ticket.lines
    assert "办理事项：公司设立登记" in ticket.lines
    assert ticket.code.startswith("HC1:")
    assert ticket.cut
    ctx = open_hall(tmp_path / "hall")
    past = verify(ctx)
    ctx.database.dispose()
    assert past.whole, past
    assert past.seals, "the hub sealed nothing"


def test_a_step_that_cannot_happen_is_no_success(hall_folder: Path, tmp_path: Path) -> None:
    dead = TcpListener()
    url = dead.url
    dead.stop()
    rewrite(hall_folder, ('"sim:printer"', f'"{url}"'))
    out = tmp_path / "out"
    done = demo("--out", str(out), "--hall", str(hall_folder), "--json", impatient=True)
    assert done.returncode == 1
    told = json.loads(done.stdout)
    assert told == summary(out)
    assert told["ok"] is False
    assert told["error"]
    assert [step["step"] for step in told["steps"]] == STEPS[: len(told["steps"])]
    assert "paper out, confirmed by the printer" not in str(told["steps"])


@pytest.mark.parametrize("what", ["no such folder", "no such option"])
def test_bad_input_is_told(tmp_path: Path, what: str) -> None:
    wrong = ["--hall", str(tmp_path / "nowhere")] if "folder" in what else ["--nonsense"]
    done = demo("--out", str(tmp_path / "out"), *wrong)
    assert done.returncode == 2
    assert done.stderr
