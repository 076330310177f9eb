"""Where the display's parts are put together."""

import signal
import threading
from collections.abc import Iterator
from pathlib import Path

from display.phone.checks import phone_checks
from display.voice.checks import voice_checks
from display.windows.checks import window_checks
from display.windows.health_page import HealthPage
from display.windows.running import Windows
from shared.config import HallConfig, load_hall
from shared.doctor import Check
from shared.duty import Duty
from shared.log import logger, serve_log
from shared.sealing import Sealer
from shared.usecases.context import Context, open_hall


def run_windows(folder: Path, health: str | None, record: Path | None) -> None:
    """Drive the windows until the process is told to stop.

    `health` is HOST:PORT of the health page, `record` a folder for recordings of every port.
    """
    serve_log()
    ctx = open_hall(folder)
    windows, sealer, duty = Windows(ctx, record), Sealer(ctx), Duty(ctx)
    page = HealthPage(ctx, windows.book, health) if health else None
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    windows.start()
    sealer.start()
    duty.start()
    if page is not None:
        page.start()
        logger.info("health page: %s", page.url)
    logger.info("the windows are served; stop with Ctrl+C")
    stop.wait()
    if page is not None:
        page.stop()
    duty.stop()
    sealer.stop()
    windows.stop()


def run_board(
    folder: Path,
    board_id: str | None,
    *,
    fullscreen: bool,
    place: str | None,
    remote: str | None,
) -> int:
    """Open a wall board; returns the exit code."""
    from display.board.app import run
    from display.voice.running import voice_of

    serve_log()
    ctx = open_hall(folder)
    board = ctx.config.board(board_id)
    voice = voice_of(ctx, board)
    if voice is not None:
        voice.start()
    try:
        return run(ctx, board, fullscreen=fullscreen, place=place, remote=remote)
    finally:
        if voice is not None:
            voice.stop()


def run_desk(folder: Path, window: int, *, place: str | None, remote: str | None) -> int:
    """Open the staff panel of a window; returns the exit code."""
    from display.desk.app import run

    serve_log()
    return run(open_hall(folder), window, place=place, remote=remote)


def run_duty(
    ctx: Context, by: str, *, landscape: bool, place: str | None, remote: str | None
) -> int:
    """Open the duty panel; returns the exit code."""
    from display.duty.app import run

    serve_log()
    return run(ctx, by, landscape=landscape, place=place, remote=remote)


def run_phone(folder: Path, listen: str | None) -> None:
    """Serve the phone pages until the process is told to stop."""
    from display.phone.serve import serve

    serve_log()
    ctx = open_hall(folder)
    serve(ctx, listen or ctx.config.phone.listen)


def run_dock(folder: Path, *, place: str | None, remote: str | None) -> int:
    """Open the simulated hardware of a hall; returns the exit code."""
    from display.dock import run

    serve_log()
    return run(load_hall(folder), place=place, remote=remote)


def checks(config: HallConfig) -> Iterator[Check]:
    """Check what the display drives, for `hall doctor`."""
    yield from voice_checks(config)
    yield from window_checks(config)
    yield from phone_checks(config)
