"""What the hub knows of its devices: live for whoever asks, and as facts in the hall."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from devices.led import LedResult, NoAnswer, NotSupported, Refused, Shown
from devices.port import BackingOff, Connecting, Identifying, PortState, Stopped, Working
from shared.domain.devices import DeviceState
from shared.domain.errors import HallError
from shared.log import logger
from shared.usecases.context import Context
from shared.usecases.devices import DeviceReport, devices_changed

AGAIN_S = 30.0
"""How often all states are told anew: what was held back, or could not be written, comes then."""

RETRY_S = 2.0
STOP_S = 5.0


@dataclass(frozen=True)
class DeviceNow:
    """A device now. `reason` began this state (only that becomes a fact), `latest` is the newest
    word; `next_try` is when a lost port is opened again.
    """

    state: DeviceState
    since: datetime
    reason: str = ""
    latest: str = ""
    hint: str = ""
    next_try: datetime | None = None


class DeviceBook:
    """Devices' threads tell it their states and never wait; a thread of its own writes what is
    news into the hall.
    """

    def __init__(self, ctx: Context) -> None:
        self._ctx = ctx
        self._now: dict[str, DeviceNow] = {}
        self._news = threading.Condition()
        self._dirty = False
        self._ending = False
        self._thread = threading.Thread(target=self._run, name="device book", daemon=True)

    def start(self) -> None:
        """Begin to write."""
        self._thread.start()

    def stop(self) -> None:
        """Write that every device is left alone now, and stop."""
        with self._news:
            for device in self._now:
                self._set(device, DeviceState.OFF)
            self._ending = True
            self._news.notify()
        self._thread.join(STOP_S)

    def now(self) -> Mapping[str, DeviceNow]:
        """Return every device that was heard of, by name."""
        with self._news:
            return dict(self._now)

    def port(self, device: str, state: PortState) -> None:
        """Hear of a port's state from its supervisor."""
        match state:
            case Connecting() | Identifying():
                pass
            case Working(identity=identity):
                self.note(device, DeviceState.WORKING, latest=identity)
            case BackingOff(reason=reason, hint=hint, next_try=next_try):
                self.note(device, DeviceState.AWAY, reason, hint=hint, next_try=next_try)
            case Stopped(bug=bug):
                if bug:
                    self.note(device, DeviceState.OFF, bug)
            case _:
                assert_never(state)

    def led(self, window: int, result: LedResult) -> None:
        """Hear what a window's board said, or that it said nothing."""
        device = f"window {window} LED"
        match result:
            case Shown() | NotSupported():
                self.note(device, DeviceState.WORKING)
            case NoAnswer():
                self.note(device, DeviceState.SILENT, hint="check power, wiring and address")
            case Refused(code, reason):
                hint = "is it the kind of board that hall.toml says?"
                self.note(device, DeviceState.REFUSING, f"error {code}: {reason}", hint=hint)
            case _:
                assert_never(result)

    def note(
        self,
        device: str,
        state: DeviceState,
        reason: str = "",
        *,
        latest: str = "",
        hint: str = "",
        next_try: datetime | None = None,
    ) -> None:
        """Note a device's state from any thread; returns at once."""
        with self._news:
            if self._set(device, state, reason, latest or reason, hint, next_try):
                self._news.notify()

    def _set(
        self,
        device: str,
        state: DeviceState,
        reason: str = "",
        latest: str = "",
        hint: str = "",
        next_try: datetime | None = None,
    ) -> bool:
        """Note a state; returns whether it is another one than before."""
        before = self._now.get(device)
        if before is not None and before.state is state:
            # A port that stays away fails in many words: what it began with is the reason.
            reason = before.reason if state is DeviceState.AWAY else reason
            now = DeviceNow(state, before.since, reason, latest, hint, next_try)
        else:
            now = DeviceNow(state, self._ctx.clock(), reason, latest, hint, next_try)
            _log(device, before, now)
        self._now[device] = now
        news = before is None or (before.state, before.reason) != (now.state, now.reason)
        self._dirty = self._dirty or news
        return news

    def _run(self) -> None:
        pause, told = AGAIN_S, ""
        ending = False
        while not ending:
            with self._news:
                if not self._dirty and not self._ending:
                    self._news.wait(pause)
                self._dirty, ending = False, self._ending
                reports = [DeviceReport(d, n.state, n.reason) for d, n in self._now.items()]
            try:
                devices_changed(self._ctx, reports)
                pause, told = AGAIN_S, ""
            except HallError as error:
                if error.message != told:
                    logger.error("the devices' states wait: %s", error.message)
                pause, told = RETRY_S, error.message


def _log(device: str, before: DeviceNow | None, now: DeviceNow) -> None:
    match now.state:
        case DeviceState.WORKING:
            logger.info("%s: %s", device, "connected" if before is None else "works again")
        case DeviceState.OFF:
            logger.info("%s: left alone", device)
        case _:
            why = f"{now.reason} " if now.reason else ""
            logger.warning("%s: %s %s(%s)", device, now.state, why, now.hint or "tried again")
