"""Recordings of the hub's ports: one file for each, in a folder."""

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from devices.transport import Transport
from devices.transport.recording import RecordingTransport, new_file
from shared.domain.errors import BadInput


class Records:
    """Writes every port into a new file of `folder`, named by port and moment."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: list[TextIO] = []

    def of(self, url: str, wire: Transport) -> Transport:
        """Return a wire that is written down; BadInput when the file cannot be made."""
        moment = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
        name = re.sub(r"[^A-Za-z0-9]+", "-", url).strip("-")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            file = new_file(self._folder / f"{name}-{moment}.jsonl")
        except OSError as error:
            raise BadInput(f"nothing can be recorded: {error}", "name another folder") from error
        self._files.append(file)
        return RecordingTransport(wire, file)

    def close(self) -> None:
        """Close every file; what is said later is written nowhere."""
        for file in self._files:
            file.close()
