"""What can go wrong with a simulated device, as switches with words."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from devices.dock import words
from devices.switches import set_switch, switches_of


@dataclass(frozen=True)
class Fault:
    """One fault: `name` tells it from the others of its device, `said` stands on the switch."""

    name: str
    said: str
    is_on: Callable[[], bool]
    put: Callable[[bool], None]


def switch_faults(device: object, table: Iterable[words.Fault]) -> tuple[Fault, ...]:
    """Return the faults that are switches of a device or a wire."""
    return tuple(_of_switch(device, name, said, strength) for name, said, strength in table)


def address_faults(
    line: object, address: int, table: Iterable[tuple[str, str]]
) -> tuple[Fault, ...]:
    """Return the faults of one address of a line, which are sets of addresses."""
    return tuple(_of_set(getattr(line, name), address, name, said) for name, said in table)


def flag(device: object, name: str, said: str, *, on: bool = True) -> Fault:
    """Return a fault that is an attribute of a device, which has it while that is `on`."""
    return Fault(
        name,
        said,
        lambda: getattr(device, name) is on,
        lambda wanted: setattr(device, name, on if wanted else not on),
    )


def _of_switch(device: object, name: str, said: str, strength: Any) -> Fault:
    usual = switches_of(device)[name].default
    return Fault(
        name,
        said,
        lambda: bool(getattr(device, name) != usual),
        lambda on: set_switch(device, name, strength if on else None),
    )


def _of_set(faulty: set[int], address: int, name: str, said: str) -> Fault:
    return Fault(
        name,
        said,
        lambda: address in faulty,
        lambda on: (faulty.add if on else faulty.discard)(address),
    )
