"""Where the display's parts are put together."""

import queue
import signal
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from devices.bus import BusLine
from devices.errors import DeviceError
from devices.led import LedBus, NoAnswer, Refused, Shown
from devices.pad.screen import ScreenPadServer
from devices.transport import transport_for
from display.windows.bus_line import WindowBus
from display.windows.hub import Hub, Inbox
from display.windows.led_line import LedLine
from display.windows.pads import PadKeyPressed, WindowPad
from display.windows.plan import ModbusPad, plan_windows
from display.windows.port import PortWorker
from display.windows.screen_line import ScreenPads
from shared.config import HallConfig, load_hall
from shared.config.secret import PAD_KEY, hall_secret
from shared.doctor import Bad, Check, Fine, Result, Warn
from shared.domain.errors import HallError
from shared.duty import Duty
from shared.log import logger, serve_log
from shared.sealing import Sealer
from shared.usecases.context import Context, open_hall

if TYPE_CHECKING:  # pymodbus is loaded where there is a Modbus pad: imports are start-up time
    from display.windows.modbus_line import ModbusPadLine


class Windows:
    """The running hub with its ports."""

    def __init__(self, ctx: Context) -> None:
        plan = plan_windows(ctx.config)
        sim_dir = ctx.config.run_dir
        inbox: Inbox = queue.SimpleQueue()
        leds: dict[int, LedLine] = {}
        keypads: dict[int, WindowBus] = {}
        pads: dict[int, WindowPad] = {}
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
        for url, units in plan.modbus.items():
            modbus = _modbus_line(ctx, url, units, inbox.put)
            pads |= dict.fromkeys((pad.window for pad in units.values()), modbus)
            self._ports.append(PortWorker(url, modbus))
        for address, screens in plan.screens.items():
            screen = _screens(ctx, address, screens, inbox.put)
            pads |= dict.fromkeys(screens.values(), screen)
            self._ports.append(PortWorker(f"listen://{address[0]}:{address[1]}", screen))
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


def _modbus_line(
    ctx: Context,
    url: str,
    units: Mapping[int, ModbusPad],
    on_press: Callable[[PadKeyPressed], None],
) -> "ModbusPadLine":
    from devices.pad.modbus import ModbusPads
    from display.windows.modbus_line import ModbusPadLine

    registers = {address: pad.registers for address, pad in units.items()}
    pads = ModbusPads(transport_for(url, sim_dir=ctx.config.run_dir), registers)
    return ModbusPadLine(pads, {a: pad.window for a, pad in units.items()}, on_press)


def _screens(
    ctx: Context,
    address: tuple[str, int],
    pads: Mapping[str, int],
    on_press: Callable[[PadKeyPressed], None],
) -> ScreenPads:
    key = hall_secret(ctx.config.folder, PAD_KEY)
    windows = {pad: (number, ctx.hall.window(number).name) for pad, number in pads.items()}
    return ScreenPads(
        lambda on_event: ScreenPadServer(address, key, windows, on_event),
        pads,
        ctx.config.pad_keys,
        on_press,
    )


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
    for url, units in plan.modbus.items():
        yield from _modbus(config, url, units)
    for address, screens in plan.screens.items():
        name = f"pad port {address[0]}:{address[1]}"
        yield Check(name, _screen_port(config, address, len(screens)))


def _modbus(config: HallConfig, url: str, units: Mapping[int, ModbusPad]) -> Iterator[Check]:
    from devices.pad.modbus import Absent, ModbusPads, Present, Unknown, Unwilling

    registers = {address: pad.registers for address, pad in units.items()}
    pads = ModbusPads(transport_for(url, sim_dir=config.run_dir), registers)
    try:
        pads.open()
        states = pads.look()
    except DeviceError as error:
        yield Check(f"pad port {url}", _port_failed(error))
        return
    finally:
        pads.close()
    for address, state in states.items():
        name = f"window {units[address].window} pad"
        match state:
            case Present():
                yield Check(name, Fine(f"address {address} answers"))
            case Absent() | Unknown():
                what = f"address {address} does not answer"
                yield Check(name, Bad(what, "check power, wiring and address"))
            case Unwilling(code):
                what = f"address {address} answers with error {code}"
                yield Check(name, Bad(what, "are the registers in hall.toml the pad's own?"))
            case _:
                assert_never(state)


def _screen_port(config: HallConfig, address: tuple[str, int], pads: int) -> Result:
    try:
        key = hall_secret(config.folder, PAD_KEY)
    except HallError as error:
        return Bad(error.message, error.hint)
    server = ScreenPadServer(address, key, {}, lambda _event: None)
    try:
        server.open()
    except DeviceError as error:
        if "in use" in error.reason:
            return Warn(f"{error.port} is held by another program", "is it hall windows? then fine")
        return Bad(str(error), error.hint)
    finally:
        server.close()
    return Fine(f"can be listened at for {pads} pads with a screen; they connect by themselves")


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
