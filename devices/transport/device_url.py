"""One device on a wire that it may share with others."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class DeviceUrl:
    """A device's protocol, wire, address and own options; equal `port_url`s are the same wire."""

    protocol: str
    port_url: str
    address: int
    options: dict[str, str] = field(default_factory=dict)
