"""Scanners for QR and bar codes: on a line, or typing as a keyboard does."""

from devices.scanner.codec import LIMIT, Framing
from devices.scanner.driver import LineScanner
from devices.scanner.simulator import ScannerSimulator
from devices.scanner.types import (
    CodeForm,
    KnownCode,
    ScanResult,
    UnknownCode,
    Unreadable,
    recognised,
)
from devices.scanner.wedge import Scanned, Typed, WedgeDecoder

__all__ = [
    "LIMIT",
    "CodeForm",
    "Framing",
    "KnownCode",
    "LineScanner",
    "ScanResult",
    "Scanned",
    "ScannerSimulator",
    "Typed",
    "UnknownCode",
    "Unreadable",
    "WedgeDecoder",
    "recognised",
]
