"""`hall phone` as a real process, and a phone's stream read from the wire."""

import json
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.support.halls import ROOT

_SHOWN = re.compile(r"phone pages at (http://\S+?);")


class PhoneServer:
    """The process; `url` is where it serves, `log` what it has said."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-m", "shared.cli", "phone", "--hall", str(folder)]
        self._process = subprocess.Popen(
            [*command, "--listen", "127.0.0.1:0"], cwd=ROOT, stderr=subprocess.PIPE, text=True
        )
        self.log: list[str] = []
        self.left_open: list[Stream] = []
        self.url = ""
        assert self._process.stderr is not None
        for line in self._process.stderr:
            self.log.append(line)
            if shown := _SHOWN.search(line):
                self.url = shown[1]
                return
        raise AssertionError("".join(self.log))

    def stop(self) -> int:
        """Tell it to stop as systemd does; returns its exit code."""
        self._process.terminate()
        self.log += self._process.communicate(timeout=20)[1].splitlines(keepends=True)
        return self._process.returncode


@contextmanager
def phone_server(folder: Path) -> Iterator[PhoneServer]:
    server = PhoneServer(folder)
    try:
        yield server
    finally:
        if server._process.poll() is None:
            server.stop()


class Stream:
    """A phone that follows its ticket, with headers as a browser sends them."""

    def __init__(self, url: str, path: str, **headers: str) -> None:
        host, _, port = url.removeprefix("http://").partition(":")
        self._socket = socket.create_connection((host, int(port)), timeout=30)
        lines = [
            f"GET {path} HTTP/1.1",
            f"Host: {host}",
            *(f"{k}: {v}" for k, v in headers.items()),
        ]
        self._socket.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
        self._file = self._socket.makefile("rb")
        self.status = int(self._file.readline().split()[1])
        while self._file.readline().strip():
            pass

    def next(self, kind: str = "state") -> dict[str, Any]:
        """Return the next event of a kind, with its `id`; EOFError at the end."""
        event: dict[str, Any] = {}
        while True:
            line = self._file.readline()
            if not line:
                raise EOFError
            name, _, value = line.decode().strip().partition(": ")
            if name in ("event", "id", "data"):
                event[name] = value
            elif not name and event.get("event") == kind:
                text = event["data"]
                told = json.loads(text) if text.startswith("{") else {"data": text}
                return {**told, "id": event.get("id")}
            elif not name:
                event = {}

    def until(self, words: str) -> dict[str, Any]:
        """Return the first state that says these words."""
        while words not in (state := self.next())["now"] + state["actions"]:
            pass
        return state

    def close(self) -> None:
        self._file.close()
        self._socket.close()
