"""What `hall doctor` asks of the windows' ports and devices."""

from collections.abc import Iterator, Mapping
from typing import assert_never

from devices.bus import BusLine
from devices.errors import DeviceError
from devices.factory import ScreenPadUrl, led_bus_for
from devices.led import Answering, LedBus, NoAnswer, NotSupported, Refused, Shown
from devices.pad.screen import ScreenPadServer
from devices.transport import transport_for
from display.windows.plan import ModbusPad, plan_windows
from shared.config import HallConfig
from shared.config.secret import PAD_KEY, hall_secret
from shared.doctor import Bad, Check, Fine, Result, Warn
from shared.domain.errors import HallError


def window_checks(config: HallConfig) -> Iterator[Check]:
    """Check every port and LED board of the windows for `hall doctor`."""
    try:
        plan = plan_windows(config)
    except HallError as error:
        yield Check("windows", Bad(error.message, error.hint))
        return
    for url, boards in plan.leds.items():
        wire = transport_for(url, sim_dir=config.run_dir)
        bus = led_bus_for([board.device for board in boards], wire)
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
    for url, screens in plan.screens.items():
        name = f"pad port {url.removeprefix('listen://')}"
        yield Check(name, _screen_port(config, ScreenPadUrl(url, "").address, len(screens)))


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
