"""Both sides prove that they know the hall's key, without saying it.

HMAC-SHA256 over who proves, both nonces and the pad's id. It keeps strangers on the network from
playing pad or hub; what is said afterwards is neither encrypted nor signed.
"""

import hmac
import secrets
from hashlib import sha256


def new_nonce() -> str:
    """Return 32 random bytes as hex."""
    return secrets.token_hex(32)


def proof_of_pad(key: bytes, host_nonce: str, pad_nonce: str, pad: str) -> str:
    """Return what only a pad with the key can answer to the challenge."""
    return _proof(key, "pad", host_nonce, pad_nonce, pad)


def proof_of_host(key: bytes, host_nonce: str, pad_nonce: str, pad: str) -> str:
    """Return what only a hub with the key can answer to the login."""
    return _proof(key, "host", host_nonce, pad_nonce, pad)


def same(one: str, other: str) -> bool:
    """Compare two proofs in a time that tells nothing."""
    return hmac.compare_digest(one.encode(), other.encode())


def _proof(key: bytes, *parts: str) -> str:
    return hmac.new(key, "\n".join(parts).encode(), sha256).hexdigest()
