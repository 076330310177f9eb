"""The phones of a hall on one loop: snapshot first, newest only, and a lost hall is told."""

import asyncio
from collections.abc import Collection, Coroutine
from typing import Any

import pytest

from display.phone import stream
from display.phone.limits import Limits, Rate
from display.phone.stream import Beat, News, Phones
from shared.domain.errors import Unavailable
from shared.usecases.phone import PhoneView, Stage, Watched


class Hall:
    """Looks that are counted; `ahead` is what everybody is shown."""

    def __init__(self) -> None:
        self.ahead = 3
        self.looks: list[set[str]] = []
        self.gone = False

    def look(self, keys: Collection[str]) -> Watched:
        self.looks.append(set(keys))
        if self.gone:
            raise Unavailable("the database is away")
        view = PhoneView("A001", False, "", Stage.WAITING, ahead=self.ahead)
        return Watched(len(self.looks), {key: view for key in keys if key != "nobody"})


async def following(body: Coroutine[Any, Any, None], phones: Phones) -> None:
    running = asyncio.create_task(phones.run())
    try:
        await asyncio.wait_for(body, 20)
    finally:
        phones.close()
        await running


def test_a_slow_phone_gets_the_newest_view_only() -> None:
    hall = Hall()
    phones = Phones(hall.look, 10)

    async def body() -> None:
        page = await phones.join("a")
        assert page is not None
        told = phones.follow(page)
        first = await anext(told)
        assert isinstance(first, News)
        assert first.view.ahead == 3
        for ahead in (2, 1, 0):
            hall.ahead = ahead
            before = len(hall.looks)
            phones.changed()
            while len(hall.looks) == before:
                await asyncio.sleep(0.001)
            await asyncio.sleep(0.05)
        last = await anext(told)
        assert isinstance(last, News)
        assert last.view.ahead == 0
        assert last.fact_id > first.fact_id

    asyncio.run(following(body(), phones))


def test_whoever_asks_together_is_answered_by_one_look() -> None:
    hall = Hall()
    phones = Phones(hall.look, 10)

    async def body() -> None:
        views = await asyncio.gather(*(phones.view(str(key)) for key in range(50)))
        assert all(views)
        assert len(hall.looks) <= 2
        assert await phones.view("nobody") is None
        assert await phones.join("nobody") is None
        page = await phones.join("a")
        assert page is not None
        pages = [await phones.join(str(key)) for key in range(9)]
        assert phones.full  # page counts too
        for one in (page, *pages):
            assert one is not None
            phones.leave(one)
        assert not phones.full

    asyncio.run(following(body(), phones))


def test_a_lost_hall_is_told(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(stream, "BEAT_S", 0.05)
    hall = Hall()
    phones = Phones(hall.look, 10)

    async def body() -> None:
        page = await phones.join("a")
        assert page is not None
        told = phones.follow(page)
        await anext(told)
        assert await anext(told) == Beat(True)
        hall.gone = True
        phones.feed_is(False)
        assert await anext(told) == Beat(False)
        with pytest.raises(Unavailable):
            await phones.view("b")
        hall.gone, hall.ahead = False, 1
        phones.feed_is(True)
        while isinstance(news := await anext(told), Beat):
            pass
        assert news.view.ahead == 1
        phones.close()
        async for news in told:
            assert isinstance(news, Beat)

    asyncio.run(following(body(), phones))
    assert "the database is away" in caplog.text


def test_limits_fill_again_and_are_forgotten() -> None:
    now = 0.0
    limits = Limits(lambda: now, most=2)
    slow = Rate(2, 0.5)
    assert [limits.allow(slow, "a") for _ in range(3)] == [True, True, False]
    assert limits.allow(slow, "b")
    now = 2.0
    assert [limits.allow(slow, "a") for _ in range(2)] == [True, False]
    limits.allow(slow, "c")  # b, unused longest, is forgotten; a is not
    assert not limits.allow(slow, "a")
