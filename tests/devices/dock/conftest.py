from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from devices.bus import BusLine
from devices.dock.bench import Bench
from devices.dock.plan import BoardPlan, DockPlan, KeypadPlan, KioskPlan, PadPlan
from devices.led import LedBus
from devices.led.onbon import OnbonBus
from devices.printer import Columns, Cut, Document, EscposPrinter, Qr, Rule, Text, load_profile
from devices.transport import Transport, transport_for

LABELS = tuple(str(number) for number in range(1, 9))
PLAN = DockPlan(
    kiosks=(KioskPlan("K1", printer="printer"),),
    boards=tuple(BoardPlan("led", int(label), label, 160, 16) for label in LABELS),
    keypads=tuple(KeypadPlan("bus", int(label), label) for label in LABELS),
    pads=tuple(PadPlan("bus", 100 + int(label), label) for label in LABELS),
)
ADDRESS = "https://hall.example/t/7Q2F?号=C012"
TICKET: Document = (
    Text("政务服务中心", height=2, align="center", bold=True),
    Rule(),
    Text("C012", 6, 6, align="center", bold=True),
    Columns("前面等候", "12 人"),
    Qr(ADDRESS),
    Cut(),
)


@pytest.fixture
def run_dir(tmp_path: Path) -> Path:
    return tmp_path / "run"


@pytest.fixture
def bench(run_dir: Path) -> Iterator[Bench]:
    with Bench(PLAN, run_dir) as bench:
        yield bench


@pytest.fixture
def wire(bench: Bench, run_dir: Path) -> Callable[[str], Transport]:
    return lambda name: transport_for(f"sim:{name}", sim_dir=run_dir)


@pytest.fixture
def printer(wire: Callable[[str], Transport]) -> EscposPrinter:
    return EscposPrinter(wire("printer"), load_profile("simulated"))


@pytest.fixture
def leds(wire: Callable[[str], Transport]) -> Iterator[LedBus]:
    bus = OnbonBus(wire("led"))
    bus.open()
    yield bus
    bus.close()


@pytest.fixture
def line(wire: Callable[[str], Transport]) -> Iterator[BusLine]:
    line = BusLine(wire("bus"))
    line.open()
    yield line
    line.close()
