"""Small pictures of the screens as they were looked at: what changes shows in a diff.

`HALLCALL_PICTURES=write pytest tests/kiosk/walk/test_pictures.py` (with HALLCALL_PROOF=1 for all)
draws them anew.
"""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from itertools import count
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat
from PySide6.QtGui import QImage

from kiosk.modes import Contrast, Language, Modes
from shared.usecases.context import Context
from tests.kiosk.conftest import OpenKiosks
from tests.kiosk.screen import KioskScreen
from tests.kiosk.walk.settings import PANELS, Setting
from tests.kiosk.walk.stations import STATIONS, begin

PICTURES = Path(__file__).parent / "pictures"
WRITE = os.environ.get("HALLCALL_PICTURES") == "write"
AREA = 150_000
"""Pixels of a kept picture."""
MEAN, WORST = 2.0, 32.0
"""Grey levels that a picture, and a sixteenth of its width and height, may differ."""
PORTRAIT, LANDSCAPE, SMALL = PANELS
KEPT = (
    Setting(PORTRAIT, Modes()),
    Setting(PORTRAIT, Modes(large=True)),
    Setting(PORTRAIT, Modes(contrast=Contrast.DARK)),
    Setting(PORTRAIT, Modes(contrast=Contrast.LIGHT)),
    Setting(PORTRAIT, Modes(low=True)),
    Setting(PORTRAIT, Modes(language=Language.ENGLISH)),
    Setting(LANDSCAPE, Modes()),
    Setting(SMALL, Modes()),
    Setting(SMALL, Modes(True, Contrast.DARK, True, False, Language.ENGLISH)),
)
NAMES = (
    "home",
    "items-search",
    "details",
    "booking-readers",
    "card",
    "done-added",
    "report-ground",
    "typed-phone",
    "other-ways",
    "notice",
    "help",
    "mine",
    "still-there",
    "evacuation",
)


def test_the_usual_screens_look_as_they_were_kept(kiosks: OpenKiosks, ctx: Context) -> None:
    assert differing(kiosks, ctx, KEPT[0]) == []


@pytest.mark.proof
@pytest.mark.parametrize("setting", KEPT[1:], ids=lambda setting: setting.name)
def test_all_screens_look_as_they_were_kept(
    setting: Setting, kiosks: OpenKiosks, ctx: Context
) -> None:
    assert differing(kiosks, ctx, setting) == []


def differing(kiosks: Callable[..., KioskScreen], ctx: Context, setting: Setting) -> list[str]:
    """Compare each kept picture with the screen; returns those that differ."""
    moment = datetime(2026, 11, 23, 9, 46, tzinfo=ctx.clock().tzinfo)
    keys = map("key-{:010}".format, count())  # codes on slips are drawn alike each time
    fixed = replace(ctx.with_clock(lambda: moment), new_key=lambda: next(keys))
    kiosk = kiosks(fixed, toml=setting.panel.toml())
    found = []
    for station in STATIONS:
        if station.name not in NAMES:
            continue
        begin(kiosk, setting.modes)
        station.reach(kiosk)
        kiosk.until(lambda: not kiosk.has("slip") or kiosk.read("slip", "resting"))
        for _ in range(4):
            kiosk.frame()
        picture = small(kiosk.picture())
        path = PICTURES / f"{setting.name}_{station.name}.png"
        if WRITE:
            PICTURES.mkdir(exist_ok=True)
            picture.quantize(32).save(path, optimize=True)
        with Image.open(path) as kept:
            mean, worst = differences(picture, kept.convert("RGB"))
        if mean > MEAN or worst > WORST:
            found.append(f"{path.name}: {mean:.1f} on average, {worst:.0f} at worst")
    return found


def small(image: QImage) -> Image.Image:
    """Return a picture small enough to be kept."""
    rgb = image.convertToFormat(QImage.Format.Format_RGB888)
    size = (rgb.width(), rgb.height())
    whole = Image.frombytes("RGB", size, bytes(rgb.constBits()), "raw", "RGB", rgb.bytesPerLine())
    scale = (AREA / (size[0] * size[1])) ** 0.5
    return whole.resize((round(size[0] * scale), round(size[1] * scale)), Image.Resampling.BOX)


def differences(one: Image.Image, other: Image.Image) -> tuple[float, float]:
    """Return how much two pictures differ on average, and in their worst part (grey levels)."""
    if one.size != other.size:
        return 255.0, 255.0
    apart = ImageChops.difference(one, other).convert("L")
    parts = apart.resize((16, 16), Image.Resampling.BOX)
    return ImageStat.Stat(apart).mean[0], max(Image.Image.tobytes(parts))
