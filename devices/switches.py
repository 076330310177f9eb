"""Fault switches of simulators: attributes that any thread may set."""

import threading
from typing import Generic, Protocol, TypeVar, overload

T = TypeVar("T")


class Switched(Protocol):
    """A simulator with switches."""

    lock: threading.RLock

    def switched(self) -> None:
        """React to a switch having been set."""


class Switch(Generic[T]):
    """An attribute with a default that takes the lock and tells its simulator when set."""

    def __init__(self, default: T) -> None:
        self._default = default

    @property
    def default(self) -> T:
        """What it is until it is set."""
        return self._default

    def __set_name__(self, owner: type, name: str) -> None:
        self._key = f"_switch_{name}"

    @overload
    def __get__(self, owner: None, kind: type) -> "Switch[T]": ...
    @overload
    def __get__(self, owner: Switched, kind: type) -> T: ...
    def __get__(self, owner: Switched | None, kind: type) -> "T | Switch[T]":
        if owner is None:
            return self
        value: T = vars(owner).get(self._key, self._default)
        return value

    def __set__(self, owner: Switched, value: T) -> None:
        with owner.lock:
            vars(owner)[self._key] = value
        owner.switched()


def switches_of(owner: object) -> dict[str, Switch[object]]:
    """Return every switch of a simulator or a wire, by name."""
    found = vars(type(owner)).items()
    return {name: switch for name, switch in found if isinstance(switch, Switch)}


def set_switch(owner: object, name: str, value: object | None) -> None:
    """Set a switch by its name; None puts it back to what it is until it is set."""
    setattr(owner, name, switches_of(owner)[name].default if value is None else value)
