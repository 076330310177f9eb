"""The seam through which personal fields are kept: encrypted with a key beside the database."""

import base64
import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from shared.domain.errors import BadInput, Unavailable

FILE_NAME = "hall.key"
_KEY_BYTES = 32
_NONCE_BYTES = 12
_FORMAT = "1"


@dataclass(frozen=True)
class Locked:
    """Personal fields whose key is not here; `key` names it."""

    key: str


class Vault:
    """Encrypts with AES-256-GCM; the key lies in `hall.key` in the hall's folder, newest first.

    Older keys below it still open what they closed. Every machine of a hall needs the same file;
    it is in no backup, so that who holds a backup alone reads nobody's name.
    """

    def __init__(self, folder: Path, random: Callable[[int], bytes] = secrets.token_bytes) -> None:
        self._file = folder / FILE_NAME
        self._random = random

    @property
    def has_key(self) -> bool:
        """Whether there is a key."""
        return self._file.is_file()

    def seal(self, values: Mapping[str, str], about: str) -> str:
        """Return values as text that only the key opens, and only where it says `about`."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        key = self._keys()[0]
        nonce = self._random(_NONCE_BYTES)
        plain = json.dumps(dict(values), ensure_ascii=False).encode()
        closed = nonce + AESGCM(_derived(key, b"seal")).encrypt(nonce, plain, about.encode())
        return f"{_FORMAT}:{_name(key)}:{base64.b64encode(closed).decode()}"

    def unseal(self, text: str, about: str) -> dict[str, str] | Locked:
        """Return the values; Locked when the key is not here or the text is not what was kept."""
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        try:
            _, name, data = text.split(":", 2)
            closed = base64.b64decode(data, validate=True)
        except ValueError:
            return Locked("")
        keys = {_name(key): key for key in self._keys()} if self.has_key else {}
        if name not in keys:
            return Locked(name)
        nonce, rest = closed[:_NONCE_BYTES], closed[_NONCE_BYTES:]
        try:
            plain = AESGCM(_derived(keys[name], b"seal")).decrypt(nonce, rest, about.encode())
        except InvalidTag:
            return Locked(name)
        values: dict[str, str] = json.loads(plain)
        return values

    def fingerprints(self, value: str) -> tuple[str, ...]:
        """Return the keyed hashes of a value, under the newest key first; none without a key."""
        if not self.has_key:
            return ()
        folded = "".join(value.split()).upper().encode()
        return tuple(
            hmac.new(_derived(key, b"find"), folded, hashlib.sha256).hexdigest()
            for key in self._keys()
        )

    def first_key(self) -> None:
        """Make a key where there is none; whoever is second finds the first one's."""
        with self._written(self._random(_KEY_BYTES)) as part, suppress(FileExistsError):
            os.link(part, self._file)

    def new_key(self) -> str:
        """Put a new key before those there are; returns its name."""
        key = self._random(_KEY_BYTES)
        with self._written(key, *self._known()) as part:
            part.replace(self._file)
        return _name(key)

    @contextmanager
    def _written(self, *keys: bytes) -> Iterator[Path]:
        """A file of these keys beside the real one, for this user's eyes."""
        lines = [base64.b64encode(key).decode() for key in keys]
        part = self._file.with_name(f".{FILE_NAME}.{secrets.token_hex(4)}")
        try:
            with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
                file.write("\n".join(lines) + "\n")
                file.flush()
                os.fsync(file.fileno())
            yield part
        except OSError as error:
            raise Unavailable(
                f"{self._file} cannot be written: {error}", "may this user write the hall's folder?"
            ) from error
        finally:
            part.unlink(missing_ok=True)

    def _known(self) -> list[bytes]:
        return self._keys() if self.has_key else []

    def _keys(self) -> list[bytes]:
        try:
            lines = self._file.read_text(encoding="ascii").split()
            keys = [base64.b64decode(line, validate=True) for line in lines]
        except OSError as error:
            raise Unavailable(
                f"{self._file} cannot be read: {error}", "may this user read it?"
            ) from error
        except ValueError as error:
            raise BadInput(
                f"{self._file} holds no keys: {error}", "put back a copy of it"
            ) from error
        if not keys or any(len(key) != _KEY_BYTES for key in keys):
            raise BadInput(f"{self._file} holds no keys", "put back a copy of it")
        return keys


def digest(sealed: str | None) -> str:
    """Return what a fact tells of encrypted fields: their SHA-256, "" when there are none."""
    return hashlib.sha256(sealed.encode()).hexdigest() if sealed else ""


def _derived(key: bytes, purpose: bytes) -> bytes:
    return hmac.new(key, purpose, hashlib.sha256).digest()


def _name(key: bytes) -> str:
    return hashlib.sha256(key).hexdigest()[:8]
