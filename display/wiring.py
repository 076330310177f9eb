"""Where the display's parts are put together."""

import queue
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

from devices.bus import BusLine
from devices.errors import DeviceError
from devices.led import LedBus, NoAnswer, Refused, Shown
from devices.transport import transport_for
from display.voice.health import left_state
from display.windows.bus_line import WindowBus
from display.windows.hub import Hub, Inbox
from display.windows.led_line import LedLine
from display.windows.plan import plan_windows
from display.windows.port import PortWorker
from shared.config import HallConfig, load_hall
from shared.doctor import Bad, Check, Fine, Result, Warn
from shared.domain.errors import HallError
from shared.duty import Duty
from shared.log import logger, serve_log
from shared.sealing import Sealer
from shared.usecases.context import Context, open_hall


class Windows:
    """The running hub with its ports."""

    def __init__(self, ctx: Context) -> None:
        plan = plan_windows(ctx.config)
        sim_dir = ctx.config.run_dir
        inbox: Inbox = queue.SimpleQueue()
        leds: dict[int, LedLine] = {}
        keypads: dict[int, WindowBus] = {}
        pads: dict[int, WindowBus] = {}
        self._ports: list[PortWorker] = []
        for url, boards in plan.leds.items():
            led = LedLine(LedBus(transport_for(url, sim_dir=sim_dir)), boards)
            leds |= {board.window: led for board in boards}
            self._ports.append(PortWorker(url, led))
        for url, bus_plan in plan.buses.items():
            bus = WindowBus(BusLine(transport_for(url, sim_dir=sim_dir)), bus_plan, inbox.put)
            keypads |= dict.fromkeys(bus_plan.keypads.values(), bus)
            pads |= dict.fromkeys(bus_plan.pads.values(), bus)
            self._ports.append(PortWorker(url, bus))
        self._hub = Hub(ctx, inbox, leds, keypads, pads)

    def start(self) -> None:
        """Open every port and follow the hall."""
        for port in self._ports:
            port.start()
        self._hub.start()

    def stop(self) -> None:
        """Let go of every port."""
        self._hub.stop()
        for port in self._ports:
            port.stop()


def run_windows(folder: Path) -> None:
    """Drive the windows until the process is told to stop."""
    serve_log()
    ctx = open_hall(folder)
    windows, sealer, duty = Windows(ctx), Sealer(ctx), Duty(ctx)
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    windows.start()
    sealer.start()
    duty.start()
    logger.info("the windows are served; stop with Ctrl+C")
    stop.wait()
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


def run_dock(folder: Path, *, place: str | None, remote: str | None) -> int:
    """Open the simulated hardware of a hall; returns the exit code."""
    from display.dock import run

    serve_log()
    return run(load_hall(folder), place=place, remote=remote)


def checks(config: HallConfig) -> Iterator[Check]:
    """Check every port and LED board of the windows for `hall doctor`."""
    yield from _voices(config)
    try:
        plan = plan_windows(config)
    except HallError as error:
        yield Check("windows", Bad(error.message, error.hint))
        return
    for url, boards in plan.leds.items():
        bus = LedBus(transport_for(url, sim_dir=config.run_dir), retries=0)
        try:
            bus.open()
            for board in boards:
                yield Check(f"window {board.window} LED", _led(bus, board.address))
        except DeviceError as error:
            yield Check(f"LED port {url}", _port_failed(error))
        finally:
            bus.close()
    for url, bus_plan in plan.buses.items():
        line = BusLine(transport_for(url, sim_dir=config.run_dir))
        count = len(bus_plan.keypads) + len(bus_plan.pads)
        try:
            line.open()
            what = f"opens; {count} keypads and pads speak only when pressed"
            yield Check(f"keypad port {url}", Fine(what))
        except DeviceError as error:
            yield Check(f"keypad port {url}", _port_failed(error))
        finally:
            line.close()


def _voices(config: HallConfig) -> Iterator[Check]:
    """Say of each board that runs on this machine whether it can be heard."""
    for board in config.boards if config.voice.on else ():
        told = left_state(config, board.id)
        if told is not None:
            silent, since = told
            name = f"board {board.id} voice"
            if silent:
                yield Check(name, Bad(f"silent since {since}: {silent}", "check the loudspeaker"))
            else:
                yield Check(name, Fine(f"heard since {since}"))


def _port_failed(error: DeviceError) -> Result:
    if "exclusively lock" in error.reason:
        return Warn(f"{error.port} is held by another program", "is it hall windows? then fine")
    return Bad(str(error), error.hint)


def _led(bus: LedBus, address: int) -> Result:
    match bus.ping(address):
        case Shown():
            return Fine(f"address {address} answers")
        case NoAnswer():
            return Bad(f"address {address} does not answer", "check power, wiring and address")
        case Refused(code):
            return Bad(f"address {address} answers with error {code}", "is it a BX-5K or 6K card?")
