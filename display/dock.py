"""The simulated hardware of a hall: whatever hall.toml names as sim:NAME stands in the dock."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PySide6.QtQml import QQmlApplicationEngine

from devices.dock.bench import Bench
from devices.dock.pictures import save_pictures
from devices.dock.plan import BoardPlan, DockPlan, KeypadPlan, PadPlan
from devices.dock.window import open_dock
from devices.errors import DeviceError
from display.windows.plan import plan_windows
from shared.config import HallConfig
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
    printers = tuple(dict.fromkeys(w for kiosk in config.kiosks for w in _wire(kiosk.printer)))
    if not (printers or boards or keypads or pads):
        raise BadInput("this hall has no simulated device", "name one sim:NAME in hall.toml")
    return DockPlan(printers, boards, keypads, pads)


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
