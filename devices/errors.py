"""What can go wrong on a wire, in words that say where, doing what, and what helps."""


class DeviceError(Exception):
    """A port failed: `port` is its URL, `doing` the step, `hint` what a person can do."""

    def __init__(self, port: str, doing: str, reason: str, hint: str = "") -> None:
        super().__init__(f"{port}: {doing}: {reason}")
        self.port = port
        self.doing = doing
        self.reason = reason
        self.hint = hint


class PortUnavailable(DeviceError):
    """The port cannot be opened, or is gone."""


class WriteFailed(DeviceError):
    """A write ended early; `written` bytes had certainly been handed over before that."""

    def __init__(
        self, port: str, doing: str, reason: str, hint: str = "", *, written: int = 0
    ) -> None:
        super().__init__(port, doing, reason, hint)
        self.written = written


class BadUrl(DeviceError):
    """A device URL is malformed or asks for something unknown."""
