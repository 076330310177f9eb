"""The feed: committed facts, in order, to whoever follows the hall from another process."""

import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass

from shared.domain.errors import HallError
from shared.domain.events import Fact
from shared.storage import Database, facts
from shared.storage.watch import open_watch

RETRY_S = 1.0
"""How long to wait before asking a lost database again."""


@dataclass(frozen=True)
class Live:
    """Every committed fact has been delivered."""


@dataclass(frozen=True)
class Lost:
    """The database does not answer; what is shown may be old."""

    reason: str


FeedState = Live | Lost


class Feed:
    """Delivers facts after `after` to `on_facts`, each once, on a thread of its own.

    `on_state` hears when the feed is live and when it is lost; after a loss the facts that were
    missed follow first, so that nobody needs a new snapshot.
    """

    def __init__(
        self,
        database: Database,
        after: int,
        on_facts: Callable[[list[Fact]], None],
        on_state: Callable[[FeedState], None] = lambda _state: None,
    ) -> None:
        self._database = database
        self._after = after
        self._on_facts = on_facts
        self._on_state = on_state
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="feed", daemon=True)

    def start(self) -> None:
        """Begin to deliver."""
        self._thread.start()

    def stop(self) -> None:
        """Stop; returns when nothing will be delivered any more."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        state: FeedState | None = None
        with closing(open_watch(self._database)) as watch:
            while not self._stop.is_set():
                new: FeedState = Live()
                try:
                    if watch.wait(self._stop):
                        self._deliver()
                except HallError as error:
                    watch.close()
                    new = Lost(error.message)
                if new != state and not self._stop.is_set():
                    state = new
                    self._on_state(new)
                if new != Live():
                    self._stop.wait(RETRY_S)

    def _deliver(self) -> None:
        while not self._stop.is_set():
            with self._database.read() as tx:
                found = facts.since(tx, self._after)
                newest = facts.last_id(tx)
            if newest < self._after:
                # Whoever follows would wait for facts that will never come: begin anew.
                raise RuntimeError(
                    "the database went back in time, as after a restore: start this process again"
                )
            if found:
                self._after = found[-1].id
                self._on_facts(found)
            elif newest > self._after:
                self._after = newest  # only kinds of a newer release
            if self._after >= newest:
                return
