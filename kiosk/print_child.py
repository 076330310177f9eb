"""Keeps the print worker running beside the kiosk: a process of its own, started again if it dies.

The kiosk's window must never wait for a printer, and it need not load the printer's library.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer, Slot

from kiosk.worker_words import STATE, TEST, WANTED
from shared.log import logger

RESTART_MS = 2000
STOP_MS = 3000


class PrintChild(QObject):
    """The process `hall printing` of one kiosk."""

    def __init__(self, folder: Path, kiosk_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arguments = [
            "-m",
            "shared.cli",
            "printing",
            "--hall",
            str(folder),
            "--kiosk",
            kiosk_id,
            "--until-eof",
        ]
        self._stopping = False
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedChannels)
        self._process.finished.connect(self._ended)

    def start(self) -> None:
        """Start the worker."""
        self._process.start(sys.executable, self._arguments)

    @Slot()
    def hurry(self) -> None:
        """A slip is wanted now: the worker need not wait for its next look at the database."""
        self._say(WANTED)

    @Slot(str)
    def ask(self, what: str) -> None:
        """Staff want the printer's state told anew, or a test slip (`test`)."""
        self._say(TEST if what == "test" else STATE)

    def _say(self, word: bytes) -> None:
        if self._process.state() is QProcess.ProcessState.Running:
            self._process.write(word)

    def stop(self) -> None:
        """Stop the worker; what it has in hand is finished or marked."""
        self._stopping = True
        self._process.terminate()
        if not self._process.waitForFinished(STOP_MS):
            self._process.kill()
            self._process.waitForFinished(STOP_MS)

    @Slot()
    def _ended(self) -> None:
        if self._stopping:
            return
        logger.error("the print worker ended; it is started again")
        QTimer.singleShot(RESTART_MS, self.start)
