"""One look at the hall for all phones: facts wake it, and every phone gets its own newest view."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import suppress
from dataclasses import dataclass

from shared.domain.errors import HallError
from shared.domain.events import Fact, TicketCalled
from shared.feed import Feed, FeedState, Live
from shared.log import logger
from shared.usecases.context import Context
from shared.usecases.phone import PhoneView, Watched, watch

RESTS = 3
"""After a look so many times its length is rested: what happens meanwhile is told together, and
looking takes no more than a quarter of a processor, however many phones there are.
"""

TIME_S = 30.0
"""Waits change and pages grow old without any fact: so often everybody is looked at."""

BEAT_S = 15.0
"""How often a phone that has nothing new is told that the line is up."""

PER_KEY = 4
"""How many open pages a ticket may have; the oldest is closed for another."""


@dataclass(frozen=True)
class News:
    """What a phone is to show, as of fact `fact_id`."""

    fact_id: int
    view: PhoneView


@dataclass(frozen=True)
class Beat:
    """Nothing new; `live` tells whether the hall answers."""

    live: bool


class OpenPage:
    """An open page: holds only the newest view, so that a slow phone costs nothing."""

    def __init__(self, key: str) -> None:
        self.key = key
        self.news: News | None = None
        self.wake = asyncio.Event()
        self.closed = False

    def tell(self, news: News | None = None) -> None:
        """Show this, or that the hall is lost or answers again."""
        self.news = news or self.news
        self.wake.set()

    def close(self) -> None:
        """End it."""
        self.closed = True
        self.wake.set()


class Phones:
    """Every open phone page. To be used on one event loop; `look` runs in threads."""

    def __init__(self, look: Callable[[Collection[str]], Watched], most: int) -> None:
        self._look = look
        self._most = most
        self._open: defaultdict[str, list[OpenPage]] = defaultdict(list)
        self._count = 0
        self._asked: dict[str, list[asyncio.Future[News | None]]] = {}
        self._wake = asyncio.Event()
        self._dirty = False
        self._called: set[str] = set()
        self._live = True
        self._closed = False

    @property
    def full(self) -> bool:
        """Whether no further page can be followed."""
        return self._count >= self._most

    def changed(self, called: Collection[str] = ()) -> None:
        """Something was committed: everybody is looked at again, whoever was called first."""
        self._called.update(called)
        self._dirty = True
        self._wake.set()

    def feed_is(self, live: bool) -> None:
        """The hall answers, or is lost."""
        self._live = live
        for page in self._pages():
            page.tell()
        if live:
            self.changed()

    def close(self) -> None:
        """End every page's stream, as when the process ends."""
        self._closed = True
        self._wake.set()
        for page in self._pages():
            page.close()

    async def view(self, key: str) -> News | None:
        """Return what the phone of a ticket shows now; None for a key that no ticket has.

        Whoever asks at the same time is answered by one look. Unavailable when the hall is lost.
        """
        answer: asyncio.Future[News | None] = asyncio.get_running_loop().create_future()
        self._asked.setdefault(key, []).append(answer)
        self._wake.set()
        return await answer

    async def join(self, key: str) -> "OpenPage | None":
        """Open a page of a ticket, to be left again; None for a key that no ticket has.

        Unavailable when the hall is lost.
        """
        page = OpenPage(key)
        pages = self._open[key]
        if len(pages) >= PER_KEY:
            pages[0].close()
        pages.append(page)
        self._count += 1
        try:
            first = await self.view(key)
        except BaseException:
            self.leave(page)
            raise
        if first is None:
            self.leave(page)
            return None
        page.tell(page.news or first)  # a later look may have been quicker
        return page

    def leave(self, page: "OpenPage") -> None:
        """Forget an open page."""
        self._count -= 1
        pages = self._open[page.key]
        pages.remove(page)
        if not pages:
            del self._open[page.key]

    async def follow(self, page: "OpenPage") -> AsyncIterator[News | Beat]:
        """Yield what an open page is to show now, and whenever it changes; beats in between."""
        seen: News | None = None
        while not page.closed and not self._closed:
            with suppress(TimeoutError):
                await asyncio.wait_for(page.wake.wait(), BEAT_S)
            page.wake.clear()
            if page.news is not None and page.news is not seen:
                seen = page.news
                yield seen
            else:
                yield Beat(self._live)

    async def run(self) -> None:
        """Look whenever something has changed or somebody asks, until closed."""
        while not self._closed:
            try:
                await asyncio.wait_for(self._wake.wait(), TIME_S)
            except TimeoutError:
                self._dirty = True
            self._wake.clear()
            dirty, self._dirty = self._dirty, False
            called, self._called = self._called, set()
            if called and (loud := self._bearing(called)):
                await self._answer(loud, {})
            asked, self._asked = self._asked, {}
            keys = {*asked, *self._open} if dirty else set(asked)
            if keys:
                begun = asyncio.get_running_loop().time()
                await self._answer(keys, asked)
                await asyncio.sleep(RESTS * (asyncio.get_running_loop().time() - begun))

    async def _answer(
        self, keys: Collection[str], asked: dict[str, list[asyncio.Future[News | None]]]
    ) -> None:
        try:
            found = await asyncio.to_thread(self._look, keys)
        except HallError as error:
            logger.warning("phones cannot be told: %s", error.message)
            for answers in asked.values():
                for answer in answers:
                    if not answer.done():
                        answer.set_exception(error)
            return
        for key, answers in asked.items():
            view = found.views.get(key)
            for answer in answers:
                if not answer.done():
                    answer.set_result(None if view is None else News(found.fact_id, view))
        for key, view in found.views.items():
            for page in self._open.get(key, ()):
                if page.news is None or page.news.view != view:
                    page.tell(News(found.fact_id, view))

    def _bearing(self, numbers: Collection[str]) -> set[str]:
        """Return the keys of open pages that show one of these numbers."""
        return {
            key
            for key, pages in self._open.items()
            if any(page.news and page.news.view.number in numbers for page in pages)
        }

    def _pages(self) -> list[OpenPage]:
        return [page for pages in self._open.values() for page in pages]


def phones_of(ctx: Context) -> Phones:
    """Return the phones of a hall."""
    return Phones(lambda keys: watch(ctx, keys), ctx.config.phone.most)


def feed_of(ctx: Context, phones: Phones, loop: asyncio.AbstractEventLoop) -> Feed:
    """Return the feed that wakes the phones, not yet started."""
    after = watch(ctx, ()).fact_id

    def state(now: FeedState) -> None:
        loop.call_soon_threadsafe(phones.feed_is, isinstance(now, Live))

    def facts(new: list[Fact]) -> None:
        called = {fact.event.number for fact in new if isinstance(fact.event, TicketCalled)}
        loop.call_soon_threadsafe(phones.changed, called)

    return Feed(ctx.database, after, facts, state)
