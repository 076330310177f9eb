"""From a URL to the printer it names."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlencode

from devices.errors import BadUrl
from devices.printer.charset import ENCODINGS
from devices.printer.driver import EscposPrinter
from devices.printer.profile import DEFAULT, Profile, load_profile
from devices.transport.urls import line_settings, options_of, transport_for

SILENT = ("file:", "cups:", "windows:")  # wires on which a printer cannot answer
OPTIONS = frozenset({"profile", "columns", "confirm", "encoding", "listen"})
USUAL_WIRE = "sim:printer"  # what a bare sim: means for a printer


def printer_for(url: str, sim_dir: Path | None = None) -> EscposPrinter:
    """Return the printer a URL names, not yet opened. Raises BadUrl.

    Beside the options of the wire: `profile` (a model that `hall devices printers` lists), and what
    differs from it: `columns` (48 for 80 mm paper, 32 for 58 mm), `encoding`, and `confirm` (yes:
    wait for the printer's own word that it has printed). `listen=yes` keeps the port open to hear
    changes while idle; nobody else can use that printer then. A bare `sim:` is the simulated
    printer's usual wire, `sim:printer`, with the profile `simulated`.
    """
    base, options = options_of(url, url)
    base = USUAL_WIRE if base == "sim:" else base
    line = {key: value for key, value in options.items() if key not in OPTIONS}
    transport = transport_for(f"{base}?{urlencode(line)}" if line else base, sim_dir=sim_dir)
    profile = _profile(url, options, "simulated" if base.startswith("sim:") else DEFAULT)
    answers = not base.startswith(SILENT)
    if not answers:
        if options.get("confirm") == "yes":
            raise _bad(url, "a printer cannot confirm over file:, cups: or windows:")
        profile = replace(profile, confirm=False)
    listen = options.get("listen", "no")
    if listen not in {"yes", "no"}:
        raise _bad(url, "listen is yes or no")
    if listen == "yes" and not (answers and profile.asb):
        raise _bad(url, f"{profile.name} reports nothing by itself on this wire")
    return EscposPrinter(
        transport,
        profile,
        listens=listen == "yes",
        status=answers,
        baud=line_settings(url, line).baud if base.startswith("serial:") else None,
    )


def _profile(url: str, options: Mapping[str, str], default: str) -> Profile:
    name = options.get("profile", default)
    try:
        profile = load_profile(name)
    except KeyError:
        raise _bad(url, f"there is no profile {name!r}") from None
    confirm = options.get("confirm", "yes" if profile.confirm else "no")
    if confirm not in {"yes", "no"}:
        raise _bad(url, "confirm is yes or no")
    encoding = options.get("encoding", profile.encoding)
    if encoding not in ENCODINGS:
        raise _bad(url, f"encoding is one of {', '.join(ENCODINGS)}")
    try:
        columns = int(options.get("columns", profile.columns))
        return replace(profile, columns=columns, confirm=confirm == "yes", encoding=encoding)
    except ValueError as error:
        raise _bad(url, str(error)) from error


def _bad(url: str, reason: str) -> BadUrl:
    hint = "hall devices printers lists profiles; others are columns, encoding, confirm, listen"
    return BadUrl(url, "reading the URL", reason, hint)
