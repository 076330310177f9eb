"""Dispatch groups: windows that share people, and so must call one after the other."""

from collections.abc import Iterable

from shared.domain.hall import Hall


class Groups:
    """The groups of a hall; a group is named by its smallest window number.

    Two windows belong together when both may call people of one queue, directly or through
    others. Between groups nobody is passed over, so that they need not wait for each other.
    """

    def __init__(self, hall: Hall) -> None:
        self._window = {window.number: window.number for window in hall.windows}
        self._queue: dict[str, int] = {}
        for window in sorted(hall.windows, key=lambda window: window.number):
            for queue in window.reach:
                self._join(self._queue.setdefault(queue, window.number), window.number)

    def _join(self, one: int, other: int) -> None:
        low, high = sorted((self.of_window(one), self.of_window(other)))
        self._window[high] = low

    def of_window(self, number: int) -> int:
        """Return the group of a window of this hall."""
        while self._window[number] != number:
            number = self._window[number]
        return number

    def of_queue(self, letter: str) -> int | None:
        """Return the group of a queue, None when no window serves it."""
        window = self._queue.get(letter)
        return None if window is None else self.of_window(window)

    def of(self, windows: Iterable[int], queues: Iterable[str]) -> tuple[int, ...]:
        """Return the groups of these windows and queues, each once, in order."""
        found = {self.of_window(number) for number in windows}
        found |= {group for letter in queues if (group := self.of_queue(letter)) is not None}
        return tuple(sorted(found))
