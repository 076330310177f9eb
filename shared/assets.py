"""Where the data that ships with the product lies."""

from pathlib import Path

from shared.domain.errors import BadInput

ASSETS = Path(__file__).resolve().parent.parent / "assets"
CATALOG = ASSETS / "catalog"
CALENDAR = ASSETS / "calendar" / "china.csv"


def sample_folder(name: str) -> Path:
    """Return the folder of a sample hall; BadInput names those that exist."""
    halls = ASSETS / "halls"
    folder = halls / name
    if "/" in name or not (folder / "hall.toml").is_file():
        names = ", ".join(sorted(path.name for path in halls.iterdir() if path.is_dir()))
        raise BadInput(f"there is no sample hall “{name}”", f"sample halls: {names}")
    return folder
