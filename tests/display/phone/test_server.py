"""The phone pages as a phone meets them: a real process, real sockets."""

import re
from http import HTTPStatus

import httpx
import pytest

from shared.domain.rating import Score
from shared.usecases.audit import verify
from shared.usecases.phone import watch
from shared.usecases.queries import latest_service
from shared.usecases.window_actions import finish, no_show, recall
from tests.support.halls import COMPANY, INVOICE, LAND, SampleHall
from tests.support.phone_server import PhoneServer, Stream


def token(page: str) -> str:
    found = re.search(r'name="token" value="([^"]+)"', page)
    assert found
    return found[1]


def events(server: PhoneServer, key: str, **headers: str) -> Stream:
    return Stream(server.url, f"/t/{key}/events?lang=zh", **headers)


def ends(stream: Stream) -> bool:
    """Wait until the server ends a stream."""
    try:
        while True:
            stream.next()
    except EOFError:
        return True


@pytest.mark.timeout(60)
def test_a_phone_watches_is_called_and_rates(phone_hall: SampleHall, server: PhoneServer) -> None:
    phone_hall.numbers(2, LAND)
    mine = phone_hall.issue(LAND)
    assert phone_hall.ctx.config.ticket_code(mine.key) == f"https://hall.example/t/{mine.key}"
    page = httpx.get(f"{server.url}/t/{mine.key}")
    assert page.status_code == HTTPStatus.OK
    assert str(mine.number) in page.text
    assert "2 人" in page.text
    phone = events(server, mine.key)
    first = phone.next()
    assert first["ring"] == ""
    phone_hall.call(7)
    one = phone.until("1 人")
    assert int(one["id"]) > int(first["id"])
    phone_hall.call(7)
    phone.until("下一位就是您")
    phone_hall.call(7)
    called = phone.until("请到 7 号窗口")
    recall(phone_hall.ctx, 7)
    again = phone.until("已呼叫 2 次")
    assert len({"", called["ring"], again["ring"]}) == 3  # each call is loud
    finish(phone_hall.ctx, 7)
    done = phone.until("请您评价")
    assert "已办完" in done["now"]
    service = latest_service(phone_hall.ctx, 7)
    assert service is not None
    form = {"token": token(done["actions"]), "service": str(service.id), "score": "2"}
    answer = httpx.post(f"{server.url}/t/{mine.key}/rate?lang=zh", data=form)
    assert (answer.status_code, answer.headers["location"]) == (
        HTTPStatus.SEE_OTHER,
        f"/t/{mine.key}?lang=zh",
    )
    phone.until("您的评价：不满意")
    again_rated = httpx.post(f"{server.url}/t/{mine.key}/rate?lang=zh", data={**form, "score": "5"})
    assert again_rated.status_code == HTTPStatus.CONFLICT
    assert watch(phone_hall.ctx, [mine.key]).views[mine.key].score is Score.BAD
    phone.close()


@pytest.mark.timeout(60)
def test_whoever_leaves_is_out_of_the_line(phone_hall: SampleHall, server: PhoneServer) -> None:
    first, second = phone_hall.issue(COMPANY), phone_hall.issue(COMPANY)
    phone = events(server, second.key)
    state = phone.until("1 人")
    leave = f"{server.url}/t/{first.key}/leave?lang=zh"
    assert httpx.post(leave).status_code == HTTPStatus.FORBIDDEN
    theirs = token(state["actions"])  # bound to the other page
    assert httpx.post(leave, data={"token": theirs}).status_code == HTTPStatus.FORBIDDEN
    mine = {"token": token(httpx.get(f"{server.url}/t/{first.key}").text)}
    across = httpx.post(leave, data=mine, headers={"Sec-Fetch-Site": "cross-site"})
    assert across.status_code == HTTPStatus.FORBIDDEN
    assert httpx.post(leave, data=mine).status_code == HTTPStatus.SEE_OTHER
    phone.until("下一位就是您")
    assert phone_hall.call(3).number == second.number
    assert httpx.post(leave, data=mine).status_code == HTTPStatus.CONFLICT
    no_show(phone_hall.ctx, 3)
    phone.until("叫过您的号了")
    assert verify(phone_hall.ctx).whole
    phone.close()


@pytest.mark.timeout(60)
def test_a_careful_site(phone_hall: SampleHall, server: PhoneServer) -> None:
    key = phone_hall.issue(INVOICE).key
    answer = httpx.get(f"{server.url}/t/{key}", headers={"Accept-Language": "en-GB,en;q=0.8"})
    assert 'lang="en"' in answer.text
    assert "You are next" in answer.text
    assert "set-cookie" not in answer.headers
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert not re.search(r"<script>|<style>| style=| on[a-z]+=", answer.text)
    for path in (f"/t/{key[:-1]}x", "/t/x", "/", "/t/" + "a" * 5000, f"/t/{key}x/events"):
        assert httpx.get(server.url + path).status_code == HTTPStatus.NOT_FOUND
    assert httpx.get(f"{server.url}/probe").json() == {"hallcall": "luojiang"}
    assert httpx.get(f"{server.url}/robots.txt").text.endswith("Disallow: /\n")
    big = httpx.post(f"{server.url}/t/{key}/rate", content=b"a" * 5000)
    assert big.status_code == HTTPStatus.FORBIDDEN
    with httpx.Client() as client:
        codes = [client.get(f"{server.url}/t/{key}").status_code for _ in range(40)]
    assert codes[:5] == [200] * 5
    assert HTTPStatus.TOO_MANY_REQUESTS in codes
    other = phone_hall.issue(INVOICE).key  # who asks too often keeps nobody else out
    assert httpx.get(f"{server.url}/t/{other}").status_code == HTTPStatus.OK


@pytest.mark.timeout(60)
def test_many_pages_of_one_ticket(phone_hall: SampleHall, server: PhoneServer) -> None:
    """The oldest of five pages ends; a page that comes back begins with what is true now."""
    key = phone_hall.issue(LAND).key
    pages = [events(server, key) for _ in range(5)]
    told = [page.next() for page in pages[1:]]
    pages[0].next()
    assert ends(pages[0])
    for page in pages:
        page.close()
    phone_hall.call(7)
    back = events(server, key, **{"Last-Event-ID": told[0]["id"]})
    assert back.next()["ring"] == "7-1"
    server.left_open.append(back)  # the server must stop well although phones follow it
