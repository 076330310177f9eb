"""The demo's end of the remote hand: one local socket per window."""

import contextlib
import json
import socket
import time
from pathlib import Path
from typing import Any

from shared.domain.errors import Unavailable

PATIENCE_S = 30.0
"""How long the demo waits for anything to appear; slow machines are no failure."""

LOOK_S = 0.05


class Hand:
    """Touches, reads and pictures one window of another process."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._socket = self._connect()
        self._file = self._socket.makefile("rwb")

    def touch(self, item: str) -> None:
        """Touch an item at its centre, as soon as it is there."""
        self._insist({"do": "touch", "item": item})

    def read(self, item: str, name: str) -> Any:
        """Return a property of an item, as soon as it is there."""
        return self._insist({"do": "read", "item": item, "property": name})["value"]

    def await_value(self, item: str, name: str, wanted: Any) -> None:
        """Wait until a property has the value wanted."""
        deadline = time.monotonic() + PATIENCE_S
        seen = self.read(item, name)
        while seen != wanted:
            if time.monotonic() > deadline:
                raise Unavailable(f"{item}.{name} is {seen!r}, not {wanted!r}", "see the log")
            time.sleep(LOOK_S)
            seen = self.read(item, name)

    def picture(self, file: Path) -> None:
        """Take a picture of the window."""
        self.ask({"do": "grab", "file": str(file)})

    def close(self) -> None:
        """Close the window's process, and the socket."""
        with contextlib.suppress(OSError, Unavailable):
            self.ask({"do": "quit"})
        self._socket.close()

    def ask(self, request: dict[str, Any]) -> dict[str, Any]:
        """Send a request; Unavailable when the answer is an error."""
        answer = self._talk(request)
        if "error" in answer:
            raise Unavailable(f"{self._path.name}: {answer['error']}", "see the log")
        return answer

    def _insist(self, request: dict[str, Any]) -> dict[str, Any]:
        deadline = time.monotonic() + PATIENCE_S
        while True:
            answer = self._talk(request)
            if "error" not in answer:
                return answer
            if time.monotonic() > deadline:
                raise Unavailable(f"{self._path.name}: {answer['error']}", "see the log")
            time.sleep(LOOK_S)

    def _talk(self, request: dict[str, Any]) -> dict[str, Any]:
        self._file.write(json.dumps(request, ensure_ascii=False).encode() + b"\n")
        self._file.flush()
        line = self._file.readline()
        if not line:
            raise Unavailable(f"{self._path.name} has gone", "see the log")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def _connect(self) -> socket.socket:
        deadline = time.monotonic() + PATIENCE_S
        while True:
            connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            try:
                connection.connect(str(self._path))
            except OSError as error:
                connection.close()
                if time.monotonic() > deadline:
                    raise Unavailable(f"{self._path.name} did not open", "see the log") from error
                time.sleep(LOOK_S)
            else:
                connection.settimeout(PATIENCE_S)
                return connection
