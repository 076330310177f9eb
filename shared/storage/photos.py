"""Photos of the staff: files in the hall's folder, small enough for a pad's screen."""

from pathlib import Path

from shared.domain.errors import BadInput

PHOTOS = "photos"
MOST = 256 * 1024
"""Bytes at most: what a pad with a screen takes."""

_KINDS = {b"\xff\xd8\xff": ".jpg", b"\x89PNG\r\n\x1a\n": ".png"}


def check_photo(file: Path) -> str:
    """Return the suffix of a photo's kind; BadInput when it is no JPEG or PNG, or too big."""
    try:
        content = file.read_bytes()
    except OSError as error:
        raise BadInput(f"the photo cannot be read: {error}", "name another file") from error
    if len(content) > MOST:
        raise BadInput(f"{file.name} has {len(content)} bytes", f"at most {MOST}: make it smaller")
    for magic, suffix in _KINDS.items():
        if content.startswith(magic):
            return suffix
    raise BadInput(f"{file.name} is no JPEG or PNG", "save it as one")


def read_photo(folder: Path, name: str) -> bytes:
    """Return a photo of a hall's folder; nothing when it is not there or cannot be shown."""
    if not name or Path(name).name != name:
        return b""
    file = folder / PHOTOS / name
    try:
        check_photo(file)
        return file.read_bytes()
    except (BadInput, OSError):
        return b""
