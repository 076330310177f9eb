"""A print queue of this machine, through `lp`."""

import shutil
import subprocess

from devices.errors import PortUnavailable, WriteFailed

SPOOL_SECONDS = 15.0


class CupsTransport:
    """Collects what is written and spools it, untouched, when closed."""

    def __init__(self, name: str, queue: str) -> None:
        self._name = name
        self._queue = queue
        self._pages: bytearray | None = None

    @property
    def name(self) -> str:
        """The URL, for people."""
        return self._name

    def open(self) -> None:
        """Start a new job; PortUnavailable where there is no `lp`."""
        if shutil.which("lp") is None:
            hint = "install cups-client, or name the printer by serial://, tcp:// or usb://"
            raise PortUnavailable(self._name, "opening", "the command lp is missing", hint)
        self._pages = bytearray()

    def write(self, data: bytes, timeout: float) -> None:
        """Collect data for the job."""
        del timeout
        if self._pages is None:
            raise WriteFailed(self._name, "writing", "the port is not open")
        self._pages += data

    def read(self, size: int, timeout: float) -> bytes:
        """Return b"": a queue does not answer."""
        del size, timeout
        return b""

    def interrupt(self) -> None:
        """Nothing ever waits here."""

    def close(self) -> None:
        """Spool what was written; WriteFailed when the queue refuses it or does not answer."""
        pages, self._pages = self._pages, None
        lp = shutil.which("lp")
        if not pages or lp is None:
            return
        hint = f"look at the queue with: lpstat -p {self._queue}"
        try:
            done = subprocess.run(
                [lp, "-d", self._queue, "-o", "raw"],
                input=bytes(pages),
                capture_output=True,
                timeout=SPOOL_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            reason = f"lp gave no answer for {SPOOL_SECONDS:g} s"
            raise WriteFailed(self._name, "spooling", reason, hint, written=len(pages)) from error
        except OSError as error:
            raise WriteFailed(self._name, "spooling", str(error), hint) from error
        if done.returncode:
            reason = done.stderr.decode(errors="replace").strip() or f"lp ended {done.returncode}"
            raise WriteFailed(self._name, "spooling", reason, hint)
