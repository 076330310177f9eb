"""What was held before the scanner goes to the page it is for; ports that come and go are told."""

from typing import assert_never

from PySide6.QtCore import QObject, Signal, Slot

from devices.port import BackingOff, Connecting, Identifying, PortState, Stopped, Working
from devices.scanner import KnownCode, ScanResult, UnknownCode, Unreadable
from kiosk.listening import Listening
from kiosk.pages import Booking
from kiosk.readers import CASE, TICKET
from kiosk.viewmodels.booking_model import BookingModel
from kiosk.viewmodels.mine_model import MineModel
from kiosk.viewmodels.visiting import Visiting
from shared.domain.devices import DeviceState
from shared.log import logger
from shared.ui.bridge import Jobs
from shared.usecases.context import Context
from shared.usecases.devices import device_changed


class Hearing(QObject):
    """Leads what reader and scanner of a kiosk tell. `heard`: somebody is there."""

    heard = Signal()

    def __init__(
        self,
        ctx: Context,
        kiosk: str,
        jobs: Jobs,
        visiting: Visiting,
        listening: Listening,
        booking: BookingModel,
        mine: MineModel,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._kiosk = kiosk
        self._jobs = jobs
        self._visiting = visiting
        self._booking = booking
        self._mine = mine
        listening.scanned.connect(self._scanned)
        listening.port.connect(self._port_is)

    @Slot(object)
    def _scanned(self, result: ScanResult) -> None:
        self.heard.emit()
        asked_for_booking = isinstance(self._visiting.visit.page, Booking)
        match result:
            case KnownCode(form=form, groups=groups) if form == CASE:
                self._booking.scanned(groups[CASE])
            case KnownCode(form=form, groups=groups) if form == TICKET and not asked_for_booking:
                self._mine.scanned(groups[TICKET])
            case KnownCode() | UnknownCode():
                self._booking.strange() if asked_for_booking else self._mine.strange()
            case Unreadable(why):
                logger.warning("the scanner sent what is no code: %s", why)
            case _:
                assert_never(result)

    @Slot(str, object)
    def _port_is(self, kind: str, state: PortState) -> None:
        told = _told_of(state)
        if told is not None:
            device = f"kiosk {self._kiosk} {kind}"
            self._jobs.run(lambda: device_changed(self._ctx, device, *told), lambda _result: None)


def _told_of(state: PortState) -> tuple[DeviceState, str] | None:
    """Return what the hall is told of a port's state, None for what passes."""
    match state:
        case Working():
            return DeviceState.WORKING, ""
        case BackingOff(reason=reason):
            return DeviceState.AWAY, reason
        case Stopped(bug=bug):
            return DeviceState.OFF, bug
        case Connecting() | Identifying():
            return None
        case _:
            assert_never(state)
