"""Every way the kiosk can show itself: panel × colours × size × place × language."""

import random
from dataclasses import dataclass
from itertools import product

from kiosk.modes import Contrast, Language, Modes
from shared.config import KioskToml
from shared.config.schema import PanelToml


@dataclass(frozen=True)
class PanelSize:
    """A panel that halls buy; `bottom_mm` is where its picture begins above the floor."""

    name: str
    width: int
    height: int
    width_mm: float
    height_mm: float
    bottom_mm: float

    @property
    def px_per_mm(self) -> float:
        return self.height / self.height_mm

    def toml(self) -> KioskToml:
        panel = PanelToml(self.width_mm, self.height_mm, self.bottom_mm)
        return KioskToml("K1", "sim:printer", self.width, self.height, panel=panel)


PANELS = (
    PanelSize("portrait", 1080, 1920, 268, 476, 900),  # 21.5 inches, upright
    PanelSize("landscape", 1920, 1080, 476, 268, 1000),  # the same across
    PanelSize("small", 1024, 768, 304, 228, 1020),  # 15 inches, 4:3
)


@dataclass(frozen=True)
class Setting:
    """A panel and what the visitor switched on."""

    panel: PanelSize
    modes: Modes

    @property
    def name(self) -> str:
        modes = self.modes
        words = [self.panel.name, modes.contrast, "large" if modes.large else "usual"]
        return "-".join([*words, "low" if modes.low else "whole", modes.language])


EVERY = tuple(
    # Two more buttons stand in the footer with 朗读: in the two other colours.
    Setting(panel, Modes(large, contrast, low, contrast is not Contrast.USUAL, language))
    for panel, contrast, large, low, language in product(
        PANELS, Contrast, (False, True), (False, True), Language
    )
)


HARDEST = Modes(True, Contrast.DARK, low=True, speech=True, language=Language.ENGLISH)


def sample(panel: PanelSize, count: int, seed: int) -> tuple[Setting, ...]:
    """Return some settings of a panel, by chance but always the same."""
    of_panel = [setting for setting in EVERY if setting.panel == panel]
    return tuple(random.Random(f"{seed} {panel.name}").sample(of_panel, count))
