"""Questions to a printer and the answers to them, over an open wire."""

from collections import deque
from collections.abc import Callable, Iterator
from time import monotonic

from devices.printer.answers import (
    Answer,
    Answers,
    PresenterAnswer,
    Printed,
    RealTimeAnswer,
    Report,
    Rubbish,
)
from devices.printer.status import (
    AUTOMATIC_ON,
    PRESENTER_QUERY,
    QUERIES,
    read_automatic,
    read_presenter,
    read_status,
)
from devices.printer.types import PresenterStatus, Status, Unknown
from devices.transport.types import Transport

STATUS_SECONDS = 0.3  # for one byte; a healthy printer answers within 20 ms
WRITE_GRACE_SECONDS = 5.0  # beyond the time the bytes need on the wire


class Conversation:
    """One wire's questions; every method raises DeviceError when the wire is gone."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self.begin()

    def begin(self) -> None:
        """Forget what was heard on the last connection."""
        self._answers = Answers()
        self._unread: deque[Answer] = deque()

    def status(self) -> Status:
        """Ask DLE EOT 1 to 4 at once: each question of its own would wait for a slow adapter.

        A printer that answers only some is asked again one by one, for only the order says what an
        answer answers. Rubbish between the answers makes all of them doubtful, for they have no
        checksum: Unknown.
        """
        self._forget_late_answers()
        answers = self._real_time(b"".join(QUERIES), len(QUERIES))
        if answers is not None and 0 < len(answers) < len(QUERIES):
            answers = []
            for query in QUERIES:
                answer = self._real_time(query, 1)
                if not answer:
                    break
                answers += answer
        return Unknown() if answers is None else read_status(answers)

    def _real_time(self, queries: bytes, count: int) -> list[int] | None:
        """Ask, and return as many answers as came; None when rubbish came between them."""
        self._transport.write(queries, WRITE_GRACE_SECONDS)
        answers: list[int] = []
        while len(answers) < count:
            for answer in self._heard(STATUS_SECONDS):
                if isinstance(answer, Rubbish):
                    return None
                if isinstance(answer, RealTimeAnswer):
                    answers.append(answer.byte)
                    break
            else:
                break
        return answers

    def presenter(self) -> PresenterStatus:
        """Ask GS e 6; Unknown when nothing comes."""
        self._answers.expect_presenter()
        self._transport.write(PRESENTER_QUERY, WRITE_GRACE_SECONDS)
        for answer in self._heard(STATUS_SECONDS):
            if isinstance(answer, PresenterAnswer):
                return read_presenter(answer.byte)
        return Unknown()

    def ask_for_reports(self) -> None:
        """Switch automatic status on (GS a)."""
        self._transport.write(AUTOMATIC_ON, WRITE_GRACE_SECONDS)

    def report(self, seconds: float, give_way: Callable[[], bool]) -> Status | None:
        """Wait for automatic status; None when none came in time, or when asked to give way."""
        for answer in self._heard(seconds, give_way):
            if isinstance(answer, Report):
                return read_automatic(answer.data)
        return None

    def printed(self, process: bytes, seconds: float) -> bool:
        """Wait for the printer's word that what stands before this process id is printed."""
        return Printed(process) in self._heard(seconds)

    def _heard(
        self, seconds: float, give_way: Callable[[], bool] = lambda: False
    ) -> Iterator[Answer]:
        """Yield answers as they come; who stops listening leaves the rest for the next."""
        deadline = monotonic() + seconds
        while True:
            while self._unread:
                yield self._unread.popleft()
            left = deadline - monotonic()
            if left <= 0 or give_way():
                return
            self._unread += self._answers.feed(self._transport.read(64, left))

    def _forget_late_answers(self) -> None:
        """Drop answers to questions of before: only their order says what they answer."""
        self._unread.clear()
        while data := self._transport.read(64, 0):
            self._answers.feed(data)
