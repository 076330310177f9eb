"""Where the display's parts are put together."""

import queue
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

from devices.bus import BusLine
from devices.errors import DeviceError
from devices.factory import led_bus_for
from devices.led import Answering, LedBus, NoAnswer, NotSupported, Refused, Shown
from devices.transport import transport_for
from display.windows.bus_line import WindowBus
from display.windows.hub import Hub, Inbox
from display.windows.led_line import LedLine
from display.windows.led_style import led_style
from display.windows.plan import plan_windows
from display.windows.port import PortWorker
from shared.config import HallConfig, load_hall
from shared.doctor import Bad, Check, Fine, Result, Warn
from shared.domain.errors import HallError
from shared.duty import Duty
from shared.log import logger, serve_log
from shared.sealing import Sealer
from shared.usecases.context import Context, open_hall

SWITCH_S = 0.0005
"""How long a thread may compute before another has its turn: a port that has something to say to
a person must not wait 5 ms, Python's default, for each of the threads that do not.
"""


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
            led_bus = led_bus_for([board.device for board in boards], sim_dir)
            led = LedLine(led_bus, boards, led_style(ctx.config.led), ctx.clock)
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
        sys.setswitchinterval(SWITCH_S)
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

    serve_log()
    ctx = open_hall(folder)
    return run(ctx, ctx.config.board(board_id), fullscreen=fullscreen, place=place, remote=remote)


def run_dock(folder: Path, *, place: str | None, remote: str | None) -> int:
    """Open the simulated hardware of a hall; returns the exit code."""
    from display.dock import run

    serve_log()
    return run(load_hall(folder), place=place, remote=remote)


def checks(config: HallConfig) -> Iterator[Check]:
    """Check every port and LED board of the windows for `hall doctor`."""
    try:
        plan = plan_windows(config)
    except HallError as error:
        yield Check("windows", Bad(error.message, error.hint))
        return
    for url, boards in plan.leds.items():
        bus = led_bus_for([board.device for board in boards], config.run_dir)
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


def _port_failed(error: DeviceError) -> Result:
    if "exclusively lock" in error.reason:
        return Warn(f"{error.port} is held by another program", "is it hall windows? then fine")
    return Bad(str(error), error.hint)


def _led(bus: LedBus, address: int) -> Result:
    match bus.ping(address, patient=False):
        case Shown() | NotSupported():
            status = bus.status(address, patient=False)
            if isinstance(status, Answering) and status.lit is False:
                return Warn(f"address {address} answers, but is switched off", "switch it on")
            return Fine(f"address {address} answers")
        case NoAnswer():
            return Bad(f"address {address} does not answer", "check power, wiring and address")
        case Refused(code, reason):
            hint = "is it the kind of board that hall.toml says?"
            return Bad(f"address {address} answers with error {code}: {reason}", hint)
