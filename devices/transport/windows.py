"""A printer of Windows, fed raw through its spooler (needs pywin32; never tried on Windows)."""

import importlib
from typing import Any, Protocol

from devices.errors import PortUnavailable, WriteFailed

TITLE = "Hallcall"


class Spooler(Protocol):
    """What is needed of a print spooler; failures are OSError."""

    def open(self, name: str) -> Any:
        """Open a printer by name and return its handle."""

    def spool(self, handle: Any, data: bytes) -> int:
        """Hand one raw job over and return how many bytes were taken."""

    def close(self, handle: Any) -> None:
        """Let go of the printer."""


class WindowsTransport:
    """Collects what is written and spools it, untouched, when closed."""

    def __init__(self, name: str, printer: str, spooler: Spooler | None = None) -> None:
        self._name = name
        self._printer = printer
        self._spooler = spooler
        self._handle: Any = None
        self._pages: bytearray | None = None

    @property
    def name(self) -> str:
        """The URL, for people."""
        return self._name

    def open(self) -> None:
        """Open the printer; PortUnavailable where there is no such printer or no Windows."""
        if self._pages is not None:
            return
        try:
            self._spooler = self._spooler or Win32Spooler()
            self._handle = self._spooler.open(self._printer)
        except ImportError as error:
            hint = "this needs Windows and pywin32 (pip install pywin32); elsewhere use cups:"
            raise PortUnavailable(self._name, "opening", str(error), hint) from error
        except OSError as error:
            hint = "the name must be as Windows shows it under 打印机和扫描仪"
            raise PortUnavailable(self._name, "opening", str(error), hint) from error
        self._pages = bytearray()

    def write(self, data: bytes, timeout: float) -> None:
        """Collect data for the job."""
        del timeout
        if self._pages is None:
            raise WriteFailed(self._name, "writing", "the port is not open")
        self._pages += data

    def read(self, size: int, timeout: float) -> bytes:
        """Return b"": a spooler does not answer."""
        del size, timeout
        return b""

    def interrupt(self) -> None:
        """Nothing ever waits here."""

    def close(self) -> None:
        """Spool what was written; WriteFailed when the spooler refuses it."""
        pages, self._pages = self._pages, None
        spooler, handle, self._handle = self._spooler, self._handle, None
        if pages is None or spooler is None:
            return
        hint = "look at the printer's queue in Windows"
        try:
            taken = spooler.spool(handle, bytes(pages)) if pages else 0
        except OSError as error:
            raise WriteFailed(self._name, "spooling", str(error), hint) from error
        finally:
            spooler.close(handle)
        if taken < len(pages):
            reason = f"the spooler took {taken} of {len(pages)} bytes"
            raise WriteFailed(self._name, "spooling", reason, hint, written=taken)


class Win32Spooler:
    """The spooler of Windows, through pywin32. ImportError elsewhere."""

    def __init__(self) -> None:
        self._api: Any = importlib.import_module("win32print")
        # What pywin32 raises is no OSError.
        self._error: type[Exception] = importlib.import_module("pywintypes").error

    def open(self, name: str) -> Any:
        """Open a printer by name."""
        try:
            return self._api.OpenPrinter(name)
        except self._error as error:
            raise OSError(str(error)) from error

    def spool(self, handle: Any, data: bytes) -> int:
        """Hand one raw job over, in one page."""
        try:
            self._api.StartDocPrinter(handle, 1, (TITLE, None, "RAW"))
            try:
                self._api.StartPagePrinter(handle)
                taken = int(self._api.WritePrinter(handle, data))
                self._api.EndPagePrinter(handle)
            finally:
                self._api.EndDocPrinter(handle)
        except self._error as error:
            raise OSError(str(error)) from error
        return taken

    def close(self, handle: Any) -> None:
        """Let go of the printer."""
        self._api.ClosePrinter(handle)
