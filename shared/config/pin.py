"""The PIN of the kiosks' staff screen: kept as a salted scrypt hash in the hall's folder."""

import hashlib
import hmac
import os
import re
import secrets
from itertools import pairwise
from pathlib import Path

from shared.domain.errors import BadInput, Unavailable

PIN_FILE = "kiosk.pin"
FEWEST, MOST = 6, 12
_COST = (2**14, 8, 5)
"""scrypt's n, r, p: 16 MiB and a quarter of a second on a kiosk's processor (OWASP's password
storage cheat sheet names these among its equal minimum settings).
"""
_SALT = 16
_LINE = re.compile(r"scrypt \d{1,8} \d{1,3} \d{1,3} [0-9a-f]{16,64} [0-9a-f]{64}")


def pin_is_set(folder: Path) -> bool:
    """Whether the hall has a PIN: without one there is no staff screen."""
    return (folder / PIN_FILE).exists()


def set_pin(folder: Path, pin: str) -> None:
    """Keep a new PIN; BadInput unless it is 6 to 12 digits, neither all the same nor in a row."""
    if not re.fullmatch(f"[0-9]{{{FEWEST},{MOST}}}", pin):
        raise BadInput("that is no PIN", f"choose {FEWEST} to {MOST} digits")
    steps = {(int(later) - int(one)) % 10 for one, later in pairwise(pin)}
    if steps in ({0}, {1}, {9}):
        raise BadInput("anybody would try that PIN first", "choose digits that are not in a row")
    salt = secrets.token_bytes(_SALT)
    n, r, p = _COST
    line = f"scrypt {n} {r} {p} {salt.hex()} {_hash(pin, salt, _COST).hex()}\n"
    file = folder / PIN_FILE
    new = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
    try:
        handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as written:
            written.write(line)
            written.flush()
            os.fsync(written.fileno())
        new.replace(file)
    except OSError as error:
        new.unlink(missing_ok=True)
        hint = "run it as the hall's own account"
        raise Unavailable(f"{file} cannot be written: {error}", hint) from error


def remove_pin(folder: Path) -> None:
    """Take the PIN, and with it the staff screen, away."""
    (folder / PIN_FILE).unlink(missing_ok=True)


def is_pin(folder: Path, pin: str) -> bool:
    """Whether this is the hall's PIN; takes a quarter of a second. Unavailable when the file cannot
    be read or is damaged.
    """
    file = folder / PIN_FILE
    try:
        line = file.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        hint = "set the PIN again: hall kiosk pin"
        raise Unavailable(f"{file} cannot be read: {error}", hint) from error
    if not _LINE.fullmatch(line):
        raise Unavailable(f"{file} is damaged", "set the PIN again: hall kiosk pin")
    _, n, r, p, salt, kept = line.split()
    found = _hash(pin, bytes.fromhex(salt), (int(n), int(r), int(p)))
    return hmac.compare_digest(found, bytes.fromhex(kept))


def _hash(pin: str, salt: bytes, cost: tuple[int, int, int]) -> bytes:
    n, r, p = cost
    room = 256 * n * r + 1024 * r * p
    return hashlib.scrypt(pin.encode(), salt=salt, n=n, r=r, p=p, maxmem=room, dklen=32)
