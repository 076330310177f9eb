"""Photos of the staff as pads show them, read again when a file changed."""

from pathlib import Path

from shared.log import logger
from shared.storage.photos import PHOTOS, read_photo


class Photos:
    """Reads photos of a hall's folder; what cannot be shown is told once and left out."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[str, tuple[int, bytes]] = {}

    def of(self, name: str) -> bytes:
        """Return a photo's bytes, nothing when there is none."""
        if not name:
            return b""
        try:
            stamp = (self._folder / PHOTOS / name).stat().st_mtime_ns
        except OSError:
            stamp = -1
        known = self._read.get(name)
        if known is None or known[0] != stamp:
            content = read_photo(self._folder, name)
            if not content:
                logger.warning("the photo %s of the staff cannot be shown", name)
            known = self._read[name] = (stamp, content)
        return known[1]
