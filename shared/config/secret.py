"""Keys of the hall that are in no configuration: files only its own account may read."""

import hashlib
import hmac
import os
import secrets
from pathlib import Path

from shared.domain.errors import Unavailable

PAD_KEY = "pad.key"
"""What pads with a screen prove to know."""

CARD_KEY = "card.key"
"""What keeps the digests of identity numbers from being guessed."""

PHONE_KEY = "phone.key"
"""What a phone page proves that an action comes from it."""

BYTES = 32


def hall_secret(folder: Path, name: str) -> bytes:
    """Return a key of the hall (32 bytes, 64 hex digits in its file), made when first wanted.

    Unavailable when the file cannot be read or is not a key.
    """
    file = folder / name
    try:
        if not file.exists():
            _make(file)
        key = bytes.fromhex(file.read_text(encoding="ascii").strip())
    except OSError as error:
        raise Unavailable(f"{file} cannot be read: {error}", "let this account read it") from error
    except ValueError:
        key = b""
    if len(key) != BYTES:
        raise Unavailable(
            f"{file} is not a key: it holds {2 * BYTES} hex digits",
            "copy it from where it was kept, or remove it to have a new one made",
        )
    return key


def card_digest(folder: Path, number: str) -> str:
    """Return what a card reader with the hall's card key tells of this identity number."""
    key = hall_secret(folder, CARD_KEY)
    return hmac.new(key, number.encode(), hashlib.sha256).hexdigest()


def _make(file: Path) -> None:
    # Whole or not at all: another process may want the same key at this moment.
    new = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        os.write(handle, f"{secrets.token_hex(BYTES)}\n".encode())
        os.fsync(handle)
        os.close(handle)
        try:
            os.link(new, file)
        except FileExistsError:
            return
    finally:
        new.unlink()
