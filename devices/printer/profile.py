"""What one model of printer is and can, read from data."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from devices.printer.charset import COLUMN_DOTS, ENCODINGS, Encoding

FOLDER = Path(__file__).parent / "profiles"
DEFAULT = "generic-80"
COLUMNS = range(16, 129)  # what paper can be told to be


@dataclass(frozen=True)
class Presenter:
    """A mouth that holds the slip: `steps` it is pushed out, what happens to a slip left there."""

    steps: int
    before: str = "eject"  # what GS e does with an untaken slip before the next: eject, retract

    def __post_init__(self) -> None:
        if not 0 <= self.steps <= 255 or self.before not in {"eject", "retract"}:
            raise ValueError("a presenter has 0 to 255 steps and ejects or retracts")


@dataclass(frozen=True)
class Profile:
    """One model. `columns` of font A fit its paper; `start` is sent after every reset.

    `inline`: it sets pictures into lines (ESC *); `qr`: it draws QR codes itself; `confirm`: it
    echoes a process id once a job is printed (GS ( H); `asb`: it reports changes by itself (GS a);
    `buzzer`: the bytes that sound it, empty where it has none.
    """

    name: str
    title: str
    source: str
    columns: int = 48
    encoding: Encoding = "gb18030"
    start: bytes = b""
    inline: bool = True
    qr: bool = True
    full_cut: bool = True
    partial_cut: bool = True
    confirm: bool = False
    asb: bool = False
    buzzer: bytes = b""
    presenter: Presenter | None = None
    tried: str = field(default="never tried on hardware")

    def __post_init__(self) -> None:
        if self.columns not in COLUMNS:
            raise ValueError(f"columns are {COLUMNS[0]} to {COLUMNS[-1]}, not {self.columns}")
        if self.encoding not in ENCODINGS:
            raise ValueError(f"encoding is one of {', '.join(ENCODINGS)}, not {self.encoding}")

    @property
    def dots(self) -> int:
        """Printable width in dots."""
        return self.columns * COLUMN_DOTS


def load_profile(name: str) -> Profile:
    """Return a profile by name; KeyError for one that nobody has."""
    file = FOLDER / f"{name.lower()}.toml"
    if file in _ours():
        return _from_toml(file)
    known = _capabilities().get(name.lower())
    if known is None:
        raise KeyError(name)
    return _from_capabilities(*known)


def profiles() -> list[Profile]:
    """Return every profile: ours first, then those python-escpos knows."""
    theirs = [_from_capabilities(*known) for _, known in sorted(_capabilities().items())]
    ours = [_from_toml(file) for file in _ours()]
    return [*ours, *(one for one in theirs if one.name.lower() not in {own.name for own in ours})]


@cache
def _ours() -> tuple[Path, ...]:
    return tuple(sorted(FOLDER.glob("*.toml")))


def _from_toml(file: Path) -> Profile:
    """Read a file whose keys are the fields of Profile; `like` names one to start from."""
    data: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    base = load_profile(data.pop("like")) if "like" in data else Profile("", "", "")
    for key in ("start", "buzzer"):
        if key in data:
            data[key] = bytes.fromhex(data[key])
    if "presenter" in data:
        data["presenter"] = Presenter(**data["presenter"])
    unknown = data.keys() - {one.name for one in fields(Profile)}
    if unknown:
        raise ValueError(f"{file.name}: unknown keys {', '.join(sorted(unknown))}")
    return replace(base, name=file.stem, **data)


@cache
def _capabilities() -> Mapping[str, tuple[str, dict[str, Any]]]:
    """Read python-escpos' table of printers, without loading that library.

    Left out: customer displays and whatever speaks Star commands only.
    """
    spec = find_spec("escpos")
    if spec is None or not spec.submodule_search_locations:
        return {}
    file = Path(spec.submodule_search_locations[0]) / "capabilities.json"
    table: dict[str, dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))["profiles"]
    return {
        name.lower(): (name, one)
        for name, one in table.items()
        if one["features"]["bitImageRaster"] and not one["features"]["starCommands"]
    }


def _from_capabilities(name: str, table: Mapping[str, Any]) -> Profile:
    features = table["features"]
    # Some entries give the dots of a character where its columns belong.
    columns = table["fonts"]["0"]["columns"]
    dots = table["media"]["width"]["pixels"]
    if columns not in COLUMNS:
        columns = dots // COLUMN_DOTS
    return Profile(
        name=name,
        title=f"{table['vendor']} {table['name']}",
        source="python-escpos capabilities.json",
        columns=columns,
        inline=features["bitImageColumn"],
        qr=features["qrCode"],
        full_cut=features["paperFullCut"],
        partial_cut=features["paperPartCut"],
    )
