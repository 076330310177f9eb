"""What the desk does with tickets of the lists, and where a ticket may be sent, for QML."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, Slot

from display.desk.model import DeskModel
from shared.domain.ticket import GREEN_PREFIX, TicketNumber
from shared.usecases import window_actions
from shared.usecases.call_next import call_ticket, resume
from shared.usecases.context import Context
from shared.usecases.green import grant
from shared.usecases.helpers import meet, take_alert
from shared.usecases.line_actions import return_to_line


class LineModel(QObject):
    """Tickets by their number. `by` names who acts, for what is kept of it."""

    def __init__(self, ctx: Context, desk: DeskModel, by: Callable[[], str]) -> None:
        super().__init__(desk)
        self._ctx = ctx
        self._desk = desk
        self._window = desk.number
        self._by = by

    @Property(list, constant=True)
    def queues(self) -> list[dict[str, str]]:
        """Where a ticket may be sent: queues that some window serves, but for green alone."""
        hall = self._ctx.hall
        return [
            {"letter": queue.letter, "name": queue.name}
            for queue in hall.queues
            if queue.letter != GREEN_PREFIX and hall.windows_for(queue.letter)
        ]

    @Property(list, constant=True)
    def windows(self) -> list[dict[str, Any]]:
        """The other windows of the hall."""
        return [
            {"number": window.number, "name": window.name}
            for window in self._ctx.hall.windows
            if window.number != self._window
        ]

    @Property(list, constant=True)
    def categories(self) -> list[dict[str, str]]:
        """Whom the green channel is for."""
        return [{"code": one.code, "name": one.name} for one in self._ctx.hall.categories]

    @Slot(str, bool)
    def sendToQueue(self, letter: str, front: bool) -> None:
        """Send the ticket at the window to a queue, `front` before all others there."""
        self._send(to_queue=letter, front=front)

    @Slot(int, bool)
    def sendToWindow(self, number: int, front: bool) -> None:
        """Send the ticket at the window to another window."""
        self._send(to_window=number, front=front)

    def _send(self, **where: Any) -> None:
        seen = self._desk.seen
        self._desk.act(
            "transfer",
            lambda ctx: window_actions.transfer(ctx, self._window, **where, seen=seen),
        )

    @Slot(str)
    def call(self, number: str) -> None:
        """Call this ticket, whatever its place in line."""
        seen = self._desk.seen
        self._do("call", number, lambda ctx, one: call_ticket(ctx, self._window, one, seen))

    @Slot(str)
    def callBack(self, number: str) -> None:
        """Call a parked or missed ticket back."""
        seen = self._desk.seen
        self._do("call", number, lambda ctx, one: resume(ctx, self._window, one, seen))

    @Slot(str)
    def putBack(self, number: str) -> None:
        """Put a missed ticket into the line again."""
        self._do("return", number, return_to_line)

    @Slot(str, str)
    def grantGreen(self, number: str, code: str) -> None:
        """Give a waiting ticket the green channel; of the reason only the class code is kept."""
        self._do("green", number, lambda ctx, one: grant(ctx, one, code, self._by()))

    @Slot(int)
    def takeAlert(self, alert: int) -> None:
        """Somebody from here goes to whoever waits for a helper."""
        self._desk.act("take_alert", lambda ctx: take_alert(ctx, alert, self._by()))

    @Slot(int)
    def meet(self, alert: int) -> None:
        """The helper is with the person."""
        self._desk.act("meet", lambda ctx: meet(ctx, alert, self._by()))

    def _do(self, verb: str, number: str, work: Callable[[Context, TicketNumber], Any]) -> None:
        one = TicketNumber.parse(number)
        self._desk.act(verb, lambda ctx: work(ctx, one))
