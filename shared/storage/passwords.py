"""Passwords as Argon2id strings that hold their own parameters and salt."""

import secrets
from dataclasses import dataclass


@dataclass(frozen=True)
class Cost:
    """What one guess costs: memory in KiB, passes over it, threads."""

    memory_kib: int
    passes: int
    lanes: int


COST = Cost(64 * 1024, 3, 4)
"""The second recommended option of RFC 9106, section 4: 64 MiB; a fifth of a second here."""

_SALT = 16
_LENGTH = 32


def hashed(password: str, cost: Cost = COST) -> str:
    """Return a password's hash as a PHC string; other parameters later leave it readable."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    argon = Argon2id(
        salt=secrets.token_bytes(_SALT),
        length=_LENGTH,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    )
    return argon.derive_phc_encoded(password.encode())


def fits(password: str, stored: str | None) -> bool:
    """Whether a password is the stored one; without one it takes as long and is not."""
    from cryptography.exceptions import InvalidKey
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    if stored is None:
        hashed(password)
        return False
    try:
        Argon2id.verify_phc_encoded(password.encode(), stored)
    except (InvalidKey, ValueError):
        return False
    return True
