"""A transport that remembers what was written through it."""

from devices.transport import Transport


class Overheard:
    """Hands everything on to another transport; `written` holds each write."""

    def __init__(self, inner: Transport) -> None:
        self._inner = inner
        self.written: list[bytes] = []

    @property
    def name(self) -> str:
        return self._inner.name

    def open(self) -> None:
        self._inner.open()

    def close(self) -> None:
        self._inner.close()

    def write(self, data: bytes, timeout: float) -> None:
        self.written.append(data)
        self._inner.write(data, timeout)

    def read(self, size: int, timeout: float) -> bytes:
        return self._inner.read(size, timeout)

    def interrupt(self) -> None:
        self._inner.interrupt()
