"""What the host still has to tell one pad, across connections: repeated until acknowledged."""

import secrets
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

from devices.pad.screen.messages import (
    LONGEST_S,
    Close,
    HostMessage,
    Operate,
    Rate,
    Scene,
    Show,
    Submit,
    Thanks,
)
from devices.pad.screen.types import Question

RESEND_S = 1.0
REMEMBERED = 256  # ids of submits a pad may still repeat

Build = Callable[[str, float], HostMessage | None]
"""From an id and the time now to the message, None when it is too late to say it."""


@dataclass
class _Slot:
    id: str
    build: Build
    lasting: bool  # said again to a pad that comes back
    due: float = 0.0
    acknowledged: bool = False


class PadLink:
    """Not thread-safe: the server holds its lock. Times are seconds of one monotonic clock."""

    def __init__(self, window: int, name: str) -> None:
        self._window = window
        self._name = name
        self._slots: dict[str, _Slot] = {}
        self._request: str | None = None
        self._submits: OrderedDict[str, bool] = OrderedDict()  # id → settled

    def show(self, scene: Scene) -> None:
        """Want a scene on the screen; the newest is the one that counts."""
        window, name = self._window, self._name
        self._put("scene", lambda id_, _now: Show(id_, window, name, scene), lasting=True)

    def ask(self, question: Question, now: float) -> None:
        """Ask the visitor, once the pad hears it, for as long as the question is open."""
        until = now + question.seconds

        def build(id_: str, now: float) -> HostMessage | None:
            if (left := ceil(until - now)) < 1:
                return None
            seconds = min(left, LONGEST_S)
            return Rate(
                id_, question.request, question.ticket, seconds, question.faces, question.complaint
            )

        self._request = question.request
        self._slots.pop("end", None)
        self._put("question", build, lasting=True)

    def close(self) -> None:
        """End an open question without a word."""
        self._end(Close)

    def thank(self) -> None:
        """Say that the rating is stored."""
        self._end(Thanks)

    def _end(self, kind: type[Close] | type[Thanks]) -> None:
        request, self._request = self._request, None
        if request is not None:
            self._slots.pop("question", None)
            self._put("end", lambda id_, _now: kind(id_, request))

    def operate(self, operate: Callable[[str], Operate]) -> None:
        """Have the pad do something with itself."""
        self._put(f"operate {secrets.token_hex(4)}", lambda id_, _now: operate(id_))

    def come_back(self) -> None:
        """Begin a connection: scene and question are said anew, what was for a moment is not."""
        self._slots = {name: slot for name, slot in self._slots.items() if slot.lasting}
        for slot in self._slots.values():
            slot.acknowledged, slot.due = False, 0.0

    def due(self, now: float) -> list[HostMessage]:
        """Return what has to be said now, for the first time or again."""
        messages: list[HostMessage] = []
        for name, slot in list(self._slots.items()):
            if slot.acknowledged or slot.due > now:
                continue
            message = slot.build(slot.id, now)
            if message is None:
                del self._slots[name]
                continue
            slot.due = now + RESEND_S
            messages.append(message)
        return messages

    def acknowledged(self, id_: str) -> None:
        """Take the pad's word that a message has arrived."""
        for name, slot in list(self._slots.items()):
            if slot.id == id_:
                slot.acknowledged = True
                if not slot.lasting:
                    del self._slots[name]

    def is_new(self, submit: Submit) -> bool:
        """Say whether a submit is to be dealt with: not while it is, nor when it was."""
        if submit.id in self._submits:
            return False
        self._submits[submit.id] = False
        while len(self._submits) > REMEMBERED:
            self._submits.popitem(last=False)
        return True

    def is_settled(self, submit: Submit) -> bool:
        """Say whether a submit was dealt with, so that its repetition is acknowledged only."""
        return self._submits.get(submit.id, False)

    def settle(self, id_: str, stored: bool) -> None:
        """A submit was dealt with; if it could not be stored, the next repetition is new."""
        if stored:
            self._submits[id_] = True
        else:
            self._submits.pop(id_, None)

    def _put(self, name: str, build: Build, *, lasting: bool = False) -> None:
        self._slots[name] = _Slot(secrets.token_hex(8), build, lasting)
