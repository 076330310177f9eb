"""What an unknown port may be asked, harmlessly. A new kind is one entry in PROBES."""

from collections.abc import Callable
from dataclasses import dataclass

from devices.id_reader.probe import probe as id_reader
from devices.led.probe import probe as onbon
from devices.printer.probe import probe as printer
from devices.transport.types import Transport


@dataclass(frozen=True)
class Probe:
    """A question asked at each of `bauds`; `line` is what hall.toml says of what answered, with
    URL for the port's.
    """

    ask: Callable[[Transport], str | None]
    bauds: tuple[int, ...]
    line: str


# Printers first: to one of them the other questions are text, which it would print.
PROBES = (
    Probe(printer, (9600, 19200, 38400, 115200), 'printer = "URL"'),
    Probe(id_reader, (115200,), 'id_reader = "sdt+URL"'),
    Probe(onbon, (9600, 57600, 19200, 115200), 'led = "onbon+URL&address=1"'),
)
