"""Every screen in every theme, size, place, language and on every panel.

`make test` looks at a sample, `make proof` at all of them; the table is printed with `-s`.
"""

import os
from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible

from kiosk.screens import SCREENS
from tests.kiosk.conftest import Elsewhere, OpenKiosks
from tests.kiosk.screen import KioskScreen
from tests.kiosk.walk.checks import Measured, measure
from tests.kiosk.walk.settings import EVERY, PANELS, PanelSize, Setting, sample
from tests.kiosk.walk.stations import STATIONS, Station, begin

PROOF = os.environ.get("HALLCALL_PROOF") == "1"
FRAMES_TO_REST = 8
SEED = 13
SAMPLE = 1
RecordProperty = Callable[[str, object], None]


def test_every_page_has_a_station() -> None:
    assert {station.page for station in STATIONS} == set(SCREENS)


@pytest.mark.parametrize("panel", PANELS, ids=lambda panel: panel.name)
def test_a_sample_of_all_screens(panel: PanelSize, kiosks: OpenKiosks) -> None:
    kiosk = kiosks(toml=panel.toml())
    assert walk(kiosk, sample(panel, SAMPLE, SEED)) == []


@pytest.mark.proof
@pytest.mark.parametrize("panel", PANELS, ids=lambda panel: panel.name)
def test_all_screens(
    panel: PanelSize, kiosks: OpenKiosks, record_property: RecordProperty, elsewhere: Elsewhere
) -> None:
    elsewhere("for _ in range(130): issue_ticket(ctx, Request(green=True))")
    kiosk = kiosks(toml=panel.toml())
    rows: list[Measured] = []
    settings = [setting for setting in EVERY if setting.panel == panel]
    found = walk(kiosk, settings, rows)
    record_property(f"walk.{panel.name}.screens", len(rows))
    record_property(f"walk.{panel.name}.contrast_least", round(min(r.contrast for r in rows), 2))
    record_property(f"walk.{panel.name}.target_mm_least", round(min(r.target_mm for r in rows), 2))
    record_property(f"walk.{panel.name}.gap_mm_least", round(min(r.gap_mm for r in rows), 2))
    assert found == []


def walk(
    kiosk: KioskScreen,
    settings: "list[Setting] | tuple[Setting, ...]",
    rows: list[Measured] | None = None,
) -> list[str]:
    """Look at every station in these settings; returns what is wrong, and prints the table."""
    QAccessible.setActive(True)
    wrong: list[str] = []
    print(f"\n{'screen':58} texts keys contrast capital target   gap")
    for setting in settings:
        for station in STATIONS:
            found = look_at(kiosk, setting, station)
            name = f"{setting.name} {station.name}"
            print(
                f"{name:58} {found.texts:5} {found.targets:4} {found.contrast:8.1f} "
                f"{found.capital_mm:5.2f}mm {found.target_mm:4.1f}mm {found.gap_mm:4.2f}mm"
            )
            faults = [f"{name}: {fault}" for fault in found.faults]
            print("".join(f"  {fault}\n" for fault in faults), end="", flush=True)
            wrong += faults
            if rows is not None:
                rows.append(found)
    return wrong


def look_at(kiosk: KioskScreen, setting: Setting, station: Station) -> Measured:
    """Reach a station and look at it once its layout has come to rest."""
    begin(kiosk, setting.modes)
    station.reach(kiosk)
    found = Measured(faults=["never drawn"])
    for _ in range(FRAMES_TO_REST):
        kiosk.frame()
        kiosk.frame()
        found = measure(kiosk, setting, station.only)
        if not found.faults:
            break
    return found
