"""Whether an Onbon card is at the end of a port: a ping, which changes no picture."""

from devices.led.onbon import OnbonBus
from devices.led.types import NoAnswer, NotSupported, Refused, Shown
from devices.transport.types import Transport

PING_SECONDS = 0.3


def probe(transport: Transport, address: int = 1) -> str | None:
    """Return what answered on an open port, None for silence. Raises DeviceError.

    A card at another address stays silent.
    """
    match OnbonBus(transport, timeout=PING_SECONDS, retries=0).ping(address):
        case Shown() | NotSupported():
            return f"an Onbon BX-5K or 6K card at address {address}"
        case Refused(code, reason):
            return f"an Onbon card at address {address}, which answers error {code}: {reason}"
        case NoAnswer():
            return None
