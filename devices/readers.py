"""From the URLs of a configuration file to ID-card readers and scanners."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import get_args
from urllib.parse import urlencode

from devices.errors import BadUrl
from devices.id_reader.card import AGE_BANDS
from devices.id_reader.driver import SdtReader
from devices.scanner.codec import Encoding, Framing
from devices.scanner.driver import LineScanner
from devices.scanner.types import CodeForm
from devices.scanner.wedge import WedgeDecoder
from devices.transport.types import Transport
from devices.transport.urls import line_settings, options_of, transport_for

SDT, SCAN, WEDGE = "sdt+", "scan+", "wedge:"
SDT_BAUD = "115200"
_ENCODINGS: dict[str, Encoding] = {name: name for name in get_args(Encoding)}


def id_reader_for(
    url: str,
    key: bytes,
    *,
    sim_dir: Path | None = None,
    today: Callable[[], date] = date.today,
    bands: tuple[int, ...] = AGE_BANDS,
) -> SdtReader:
    """Return the reader of sdt+PORT, not yet open. Raises BadUrl.

    The line's speed is 115200 unless `baud` says otherwise; behind a serial server, too, it tells
    how long a reply may take. `key` is what digests of numbers are made with.
    """
    if not url.startswith(SDT):
        raise _bad(url, "an ID-card reader speaks sdt", "sdt+serial:///dev/ttyUSB0")
    base, options = options_of(url, url.removeprefix(SDT))
    options.setdefault("baud", SDT_BAUD)
    baud = line_settings(url, options).baud
    if not base.startswith(("serial:", "sim:")):
        del options["baud"]
    return SdtReader(_port(base, options, sim_dir), key, baud=baud, today=today, bands=bands)


def scanner_for(
    url: str, forms: Sequence[CodeForm], *, sim_dir: Path | None = None
) -> LineScanner | WedgeDecoder:
    """Return the scanner of scan+PORT or wedge:, not yet open. Raises BadUrl.

    Options: `prefix` (none), `suffix` (%0D) and, on a port, `encoding` (utf-8, gb18030, ascii).
    """
    if url.startswith(WEDGE):
        return _wedge(url)
    if not url.startswith(SCAN):
        raise _bad(url, "a scanner is scan+PORT or wedge:", "scan+serial:///dev/ttyACM0")
    base, options, framing = _line_scanner(url)
    return LineScanner(_port(base, options, sim_dir), framing, forms)


def scanner_framing(url: str) -> Framing:
    """Return what stands around the codes of the scanner of scan+PORT. Raises BadUrl."""
    return _line_scanner(url)[2]


def _line_scanner(url: str) -> tuple[str, dict[str, str], Framing]:
    """Return port, options of the port, framing."""
    base, options = options_of(url, url.removeprefix(SCAN))
    prefix, suffix = options.pop("prefix", ""), options.pop("suffix", "\r")
    encoding = _ENCODINGS.get(options.pop("encoding", "utf-8"))
    if encoding is None:
        raise _bad(url, "the encoding is unknown", f"one of {', '.join(_ENCODINGS)}")
    if not suffix:
        raise _bad(url, "the suffix is empty", "set the scanner to end with CR: suffix=%0D")
    return base, options, Framing(prefix.encode(), suffix.encode(), encoding)


def _wedge(url: str) -> WedgeDecoder:
    base, options = options_of(url, url)
    prefix, suffix = options.pop("prefix", ""), options.pop("suffix", "\r")
    if base != WEDGE or options or not prefix or not suffix:
        hint = "set the scanner to a prefix nobody types: wedge:?prefix=~~&suffix=%0D"
        raise _bad(url, "a keyboard scanner has a prefix and a suffix, and no port", hint)
    return WedgeDecoder(prefix, suffix)


def _port(base: str, options: dict[str, str], sim_dir: Path | None) -> Transport:
    query = f"?{urlencode(options)}" if options else ""
    return transport_for(f"{base}{query}", sim_dir=sim_dir)


def _bad(url: str, reason: str, hint: str) -> BadUrl:
    return BadUrl(url, "reading the URL", reason, hint)
