"""The running hub: every port of the windows with its thread, put together."""

import queue
import sys
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from devices.bus import BusLine
from devices.factory import ScreenPadUrl, led_bus_for
from devices.pad.screen import ScreenPadServer
from devices.port import Line
from devices.supervisor import STOP_S, Supervisor
from devices.transport import StoppableTransport, Transport, sim_file, transport_for
from display.windows.bus_line import Pressed, WindowBus
from display.windows.device_book import DeviceBook
from display.windows.hub import Heard, Hub, Inbox
from display.windows.led_line import LedLine
from display.windows.led_style import led_style
from display.windows.pads import PadKeyPressed, WindowPad
from display.windows.plan import ModbusPad, plan_windows
from display.windows.records import Records
from display.windows.screen_line import ScreenPads
from shared.config.secret import PAD_KEY, hall_secret
from shared.usecases.context import Context

if TYPE_CHECKING:  # pymodbus is loaded where there is a Modbus pad: imports are start-up time
    from display.windows.modbus_line import ModbusPadLine

SWITCH_S = 0.0005
"""How long a thread may compute before another has its turn: a port that has something to say to
a person must not wait 5 ms, Python's default, for each of the threads that do not.
"""


class Windows:
    """The running hub with its ports."""

    def __init__(self, ctx: Context, record: Path | None = None) -> None:
        """`record` is a folder where everything said on each port is written down."""
        plan = plan_windows(ctx.config)
        self._sim_dir = ctx.config.run_dir
        self._record = Records(record) if record else None
        self.book = DeviceBook(ctx)
        inbox: Inbox = queue.SimpleQueue()

        def heard(press: Pressed) -> None:
            inbox.put(Heard(press, ctx.clock()))

        leds: dict[int, LedLine] = {}
        keypads: dict[int, WindowBus] = {}
        pads: dict[int, WindowPad] = {}
        self._ports: list[Supervisor] = []
        for url, boards in plan.leds.items():
            wire = self._wire(url)
            led_bus = led_bus_for([board.device for board in boards], self._recorded(url, wire))
            style = led_style(ctx.config.led)
            led = LedLine(led_bus, boards, style, ctx.clock, on_result=self.book.led)
            leds |= {board.window: led for board in boards}
            self._supervise(f"LED port {url}", led, wire)
        for url, bus_plan in plan.buses.items():
            wire = self._wire(url)
            bus = WindowBus(BusLine(self._recorded(url, wire)), bus_plan, heard)
            keypads |= dict.fromkeys(bus_plan.keypads.values(), bus)
            pads |= dict.fromkeys(bus_plan.pads.values(), bus)
            self._supervise(f"keypad port {url}", bus, wire)
        for url, units in plan.modbus.items():
            wire = self._wire(url)
            modbus = _modbus_line(self._recorded(url, wire), units, heard)
            pads |= dict.fromkeys((pad.window for pad in units.values()), modbus)
            self._supervise(f"pad port {url}", modbus, wire)
        for url, screens in plan.screens.items():
            screen = _screens(ctx, url, screens, heard)
            pads |= dict.fromkeys(screens.values(), screen)
            self._supervise(f"pad port {url.removeprefix('listen://')}", screen)
        self._hub = Hub(ctx, inbox, leds, keypads, pads)

    def start(self) -> None:
        """Open every port and follow the hall."""
        sys.setswitchinterval(SWITCH_S)
        self.book.start()
        for port in self._ports:
            port.start()
        self._hub.start()

    def stop(self) -> None:
        """Let go of every port, within about a second."""
        self._hub.stop()
        for port in self._ports:
            port.begin_stop()
        deadline = time.monotonic() + STOP_S
        for port in self._ports:
            port.stop(max(0.0, deadline - time.monotonic()))
        self.book.stop()
        if self._record is not None:
            self._record.close()

    def _wire(self, url: str) -> StoppableTransport:
        return StoppableTransport(transport_for(url, sim_dir=self._sim_dir))

    def _recorded(self, url: str, wire: Transport) -> Transport:
        return wire if self._record is None else self._record.of(url, wire)

    def _supervise(self, device: str, line: Line, wire: StoppableTransport | None = None) -> None:
        cut = wire.stop if wire else line.interrupt
        port = Supervisor(device, line, partial(self.book.port, device), cut=cut)
        self._ports.append(port)


def _modbus_line(
    wire: Transport,
    units: Mapping[int, ModbusPad],
    on_press: Callable[[PadKeyPressed], None],
) -> "ModbusPadLine":
    from devices.pad.modbus import ModbusPads
    from display.windows.modbus_line import ModbusPadLine

    registers = {address: pad.registers for address, pad in units.items()}
    pads = ModbusPads(wire, registers)
    return ModbusPadLine(pads, {a: pad.window for a, pad in units.items()}, on_press)


def _screens(
    ctx: Context,
    url: str,
    pads: Mapping[str, int],
    on_press: Callable[[PadKeyPressed], None],
) -> ScreenPads:
    key = hall_secret(ctx.config.folder, PAD_KEY)
    windows = {pad: (number, ctx.hall.window(number).name) for pad, number in pads.items()}
    address = ScreenPadUrl(url, "").address
    return ScreenPads(
        lambda on_event: ScreenPadServer(address, key, windows, on_event),
        pads,
        ctx.config.pad_keys,
        on_press,
        written=sim_file(url, ctx.config.run_dir),
    )
