"""A helper's phone over the real server: the list, 我去, 已到场; and who may not."""

import re
from collections.abc import Iterator
from http import HTTPStatus

import httpx
import pytest

from shared.domain.errors import BadInput, Refused
from shared.usecases.audit import verify
from shared.usecases.cases import open_case
from shared.usecases.duty import alarms_now, duty_now
from shared.usecases.duty.pages import close_page, helper_of, open_page, open_pages
from tests.display.phone.test_server import token
from tests.support.halls import SampleHall
from tests.support.phone_server import PhoneServer


@pytest.fixture
def http() -> Iterator[httpx.Client]:
    with httpx.Client(timeout=60) as client:
        yield client


@pytest.mark.timeout(300)
def test_a_helper_takes_an_alarm_and_is_there(
    phone_hall: SampleHall, server: PhoneServer, http: httpx.Client
) -> None:
    ctx = phone_hall.ctx
    opened = open_case(ctx, "complaint", {"method": "onsite", "window": "4"})
    name = f"complaint:{opened.code}"
    with pytest.raises(BadInput, match="no name"):
        open_page(ctx, " ", "王主任")
    old, key = open_page(ctx, "李明", "王主任"), open_page(ctx, "李明", "王主任")
    other = open_page(ctx, "王芳", "王主任")
    assert (helper_of(ctx, old), helper_of(ctx, key)) == (None, "李明")
    assert [one.name for one in open_pages(ctx)] == ["李明", "王芳"]
    here = f"{server.url}/h/{key}"
    page = http.get(here)
    assert page.status_code == HTTPStatus.OK
    assert page.headers["referrer-policy"] == "no-referrer"
    assert re.search("现场投诉.*4号窗口.*还剩 [45]:", page.text)

    def act(do: str, address: str = here, proof: str = "") -> int:
        proof = proof or token(http.get(address).text)
        form = {"do": do, "alarm": name, "token": proof}
        return http.post(address, data=form).status_code

    assert act("take") == HTTPStatus.SEE_OTHER
    assert "您已应答" in http.get(f"{here}/list").text
    theirs = http.get(f"{server.url}/h/{other}").text
    assert "已有人去" in theirs
    assert "李明" not in theirs
    assert act("take", f"{server.url}/h/{other}") == HTTPStatus.CONFLICT
    assert act("met", proof=token(theirs)) == HTTPStatus.FORBIDDEN
    assert act("met") == HTTPStatus.SEE_OTHER
    assert name not in {one.id for one in alarms_now(ctx)}
    assert duty_now(ctx).dealt[0].by == "李明"

    close_page(ctx, "李明", "王主任")
    with pytest.raises(Refused, match="has no page"):
        close_page(ctx, "李明", "王主任")
    for gone in (key, old, "guess"):
        for address in (f"{server.url}/h/{gone}", f"{server.url}/h/{gone}/list"):
            assert http.get(address).status_code == HTTPStatus.NOT_FOUND
    assert verify(ctx).whole
