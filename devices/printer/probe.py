"""Whether an ESC/POS printer is at the end of a port: DLE EOT 1, which prints nothing."""

from time import monotonic

from devices.printer.answers import Answers, RealTimeAnswer
from devices.transport.types import Transport

STATUS_SECONDS = 0.3
DLE_EOT_1 = b"\x10\x04\x01"


def probe(transport: Transport) -> str | None:
    """Return what answered on an open port, None for silence. Raises DeviceError.

    Only one byte of the fixed form 0xx1xx10 counts: whatever else comes is no printer's.
    """
    transport.write(DLE_EOT_1, 1)
    deadline = monotonic() + STATUS_SECONDS
    heard = b""
    while not heard and (left := deadline - monotonic()) > 0:
        heard = transport.read(16, left)
    if len(heard) != 1 or not isinstance(next(iter(Answers().feed(heard)), None), RealTimeAnswer):
        return None
    return "an ESC/POS printer"
