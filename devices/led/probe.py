"""Whether an Onbon card is at the end of a port: a ping, which changes no picture."""

from devices.led.driver import LedBus
from devices.led.types import NoAnswer, Refused, Shown
from devices.transport.types import Transport

PING_SECONDS = 0.3


def probe(transport: Transport, address: int = 1) -> str | None:
    """Return what answered on an open port, None for silence. Raises DeviceError.

    A card at another address stays silent.
    """
    match LedBus(transport, timeout=PING_SECONDS, retries=0).ping(address):
        case Shown():
            return f"an Onbon BX-5K or 6K card at address {address}"
        case Refused(code):
            return f"an Onbon card at address {address}, which answers with error {code}"
        case NoAnswer():
            return None
