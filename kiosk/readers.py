"""The ID-card reader and the scanner of a kiosk, as hall.toml names them."""

import re
from collections.abc import Iterator
from typing import assert_never

from devices.errors import BadUrl, DeviceError
from devices.id_reader import NoAnswer, ReaderFault, ReaderReady, SdtReader
from devices.readers import id_reader_for, scanner_for
from devices.scanner import CodeForm, LineScanner, WedgeDecoder
from shared.clock import system_clock
from shared.config import HallConfig, KioskToml
from shared.config.secret import CARD_KEY, hall_secret
from shared.doctor import Bad, Check, Fine, Result, Warn
from shared.domain.errors import BadInput, HallError

TICKET, CASE = "ticket", "case"
"""The forms of this hall's codes; each has one group of its own name."""

_KEY = f"(?P<{TICKET}>[A-Za-z0-9_-]{{8,64}})"


def code_forms(config: HallConfig) -> tuple[CodeForm, ...]:
    """Return the codes of this hall: what stands on its slips, now or before it had phones, and on
    papers of cases.
    """
    base = config.phone.base_url
    ways = f"HC1:{_KEY}" if base is None else f"(?:HC1:|{re.escape(base)}/t/){_KEY}"
    case = re.compile(rf"HC2:(?P<{CASE}>[A-Z]{{1,8}}-\d{{8}}-\d{{3,6}})")
    return CodeForm(TICKET, re.compile(ways)), CodeForm(CASE, case)


def id_reader_of(config: HallConfig, kiosk: KioskToml) -> SdtReader | None:
    """Return a kiosk's ID-card reader, not yet open. BadInput, or Unavailable without its key."""
    if kiosk.id_reader is None:
        return None
    clock = system_clock(config.hall.timezone)
    try:
        return id_reader_for(
            kiosk.id_reader,
            hall_secret(config.folder, CARD_KEY),
            sim_dir=config.run_dir,
            today=lambda: clock().date(),
        )
    except BadUrl as error:
        raise _bad(kiosk, "id_reader", error) from error


def scanner_of(config: HallConfig, kiosk: KioskToml) -> LineScanner | WedgeDecoder | None:
    """Return a kiosk's scanner, not yet open. BadInput.

    A WedgeDecoder has no port: whoever sees the keys feeds it.
    """
    if kiosk.scanner is None:
        return None
    try:
        return scanner_for(kiosk.scanner, code_forms(config), sim_dir=config.run_dir)
    except BadUrl as error:
        raise _bad(kiosk, "scanner", error) from error


def reader_checks(config: HallConfig, kiosk: KioskToml) -> Iterator[Check]:
    """Open a kiosk's reader and scanner, and ask what can be asked."""
    for kind, check in (("ID reader", _id_reader), ("scanner", _scanner)):
        try:
            result = check(config, kiosk)
        except HallError as error:
            result = Bad(error.message, error.hint)
        except DeviceError as error:
            held = "exclusively lock" in error.reason
            hint = "is it the kiosk? then fine"
            result = (
                Warn(f"{error.port} is held by another program", hint)
                if held
                else Bad(str(error), error.hint)
            )
        if result is not None:
            yield Check(f"kiosk {kiosk.id} {kind}", result)


def _id_reader(config: HallConfig, kiosk: KioskToml) -> Result | None:
    reader = id_reader_of(config, kiosk)
    if reader is None:
        return None
    try:
        reader.open()
        status = reader.status()
    finally:
        reader.close()
    match status:
        case ReaderReady():
            return Fine(f"{kiosk.id_reader}: the reader answers and is well")
        case NoAnswer():
            hint = "check power and cable, and that baud is the reader's (115200 unless set)"
            return Bad(f"{kiosk.id_reader}: the reader does not answer", hint)
        case ReaderFault(code):
            what = f"{kiosk.id_reader}: the reader reports fault {code:02X}"
            return Bad(what, "switch it off and on; if that does not help, have it serviced")
        case _:
            assert_never(status)


def _scanner(config: HallConfig, kiosk: KioskToml) -> Result | None:
    scanner = scanner_of(config, kiosk)
    match scanner:
        case None:
            return None
        case WedgeDecoder():
            return Fine("types as a keyboard: hold a code before it to see whether it works")
        case LineScanner():
            try:
                scanner.open()
            finally:
                scanner.close()
            return Fine(f"{kiosk.scanner}: opens; a scanner speaks only when something is scanned")
        case _:
            assert_never(scanner)


def _bad(kiosk: KioskToml, key: str, error: BadUrl) -> BadInput:
    return BadInput(f"kiosk {kiosk.id}, {key} = {error.port}: {error.reason}", error.hint)
