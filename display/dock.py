"""The simulated hardware of a hall: whatever hall.toml names as sim:NAME stands in the dock."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PySide6.QtQml import QQmlApplicationEngine

from devices.dock.bench import Bench
from devices.dock.pictures import save_pictures
from devices.dock.plan import (
    BoardPlan,
    DockPlan,
    KeypadPlan,
    KioskPlan,
    ModbusPadPlan,
    PadPlan,
    ScreenPadPlan,
)
from devices.dock.window import open_dock
from devices.errors import BadUrl, DeviceError
from devices.readers import SCAN, SDT, scanner_framing
from devices.scanner import Framing
from display.windows.plan import plan_windows
from shared.config import HallConfig, KioskToml
from shared.config.secret import PAD_KEY, hall_secret
from shared.domain.errors import BadInput
from shared.ui.application import application, close_window, place_window
from shared.ui.remote import RemoteHand

SIM = "sim:"


def dock_plan(config: HallConfig) -> DockPlan:
    """Return the simulated devices of a hall; BadInput when it names none."""
    windows = plan_windows(config)
    boards = tuple(
        BoardPlan(
            wire,
            board.address,
            str(board.window),
            board.width,
            board.height,
            board.device.protocol,
            board.device.options,
        )
        for url, line in windows.leds.items()
        for wire in _wire(url)
        for board in line
    )
    keypads = tuple(
        KeypadPlan(wire, address, str(window))
        for url, bus in windows.buses.items()
        for wire in _wire(url)
        for address, window in bus.keypads.items()
    )
    pads = tuple(
        PadPlan(wire, address, str(window))
        for url, bus in windows.buses.items()
        for wire in _wire(url)
        for address, window in bus.pads.items()
    )
    modbus_pads = tuple(
        ModbusPadPlan(wire, address, str(pad.window), pad.registers)
        for url, units in windows.modbus.items()
        for wire in _wire(url)
        for address, pad in units.items()
    )
    screen_pads = tuple(
        ScreenPadPlan(wire, pad, str(window))
        for url, screens in windows.screens.items()
        for wire in _wire(url)
        for pad, window in screens.items()
    )
    kiosks = tuple(one for kiosk in config.kiosks if (one := _kiosk(kiosk)).wired)
    key = hall_secret(config.folder, PAD_KEY) if screen_pads else b""
    plan = DockPlan(kiosks, boards, keypads, pads, modbus_pads, screen_pads, key)
    if not (plan.kiosks or plan.labels):
        raise BadInput("this hall has no simulated device", "name one sim:NAME in hall.toml")
    return plan


def _kiosk(kiosk: KioskToml) -> KioskPlan:
    scanner = kiosk.scanner or ""
    simulated = "".join(_wire(scanner.removeprefix(SCAN)))
    try:
        framing = scanner_framing(scanner) if simulated else Framing()
    except BadUrl as error:
        raise BadInput(
            f"kiosk {kiosk.id}, scanner = {scanner}: {error.reason}", error.hint
        ) from error
    return KioskPlan(
        kiosk.id,
        "".join(_wire(kiosk.printer)),
        "".join(_wire((kiosk.id_reader or "").removeprefix(SDT))),
        simulated,
        framing,
    )


def _wire(url: str) -> Iterator[str]:
    if url.startswith(SIM):
        yield url.removeprefix(SIM).partition("?")[0]


def _bench(config: HallConfig) -> Bench:
    try:
        return Bench(dock_plan(config), config.run_dir)
    except DeviceError as error:
        raise BadInput(
            f"the simulated devices contradict each other: {error}", error.hint
        ) from error


def run(config: HallConfig, *, place: str | None, remote: str | None) -> int:
    """Serve the simulated devices and show them until the window is closed."""
    app = application("hallcall-dock")
    with _bench(config) as bench:
        engine = QQmlApplicationEngine()
        window = open_dock(engine, bench, config.hall.name)
        place_window(window, place, keep_shape=False)
        if remote:
            hand = RemoteHand(engine, window, remote)

            def pictures(request: dict[str, Any]) -> dict[str, Any]:
                save_pictures(bench, Path(request["folder"]), request["window"])
                return {"folder": request["folder"]}

            hand.add("pictures", pictures)
        code = app.exec()
        close_window(engine, window)
    return code
