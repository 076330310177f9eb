"""The helper's page: behind a key nobody can guess, what waits for somebody, and who goes."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from display.phone.helper_page import alarms_part, message, whole
from shared.domain.alarm import SOMEBODY_WAITS
from shared.domain.errors import HallError, Refused
from shared.usecases.context import Context
from shared.usecases.duty import alarms_now, meet_alarm, take_alarm
from shared.usecases.duty.pages import helper_of
from shared.usecases.evacuation import evacuation_now

OFTEN = "请求太频繁，请稍候再试"
TROUBLE = "暂时没有连上大厅，请稍候再试"
NO_PAGE = "没有这个页面，请向值班管理员要新的链接"
OLD_PAGE = "页面已过期，请返回再点一次"
REFUSED = "现在不能这样做"


@dataclass(frozen=True)
class Gate:
    """What guards every page of the site: limits, tokens, and how a form is read."""

    too_often: Callable[[Request, str], bool]
    token: Callable[[str], str]
    is_ours: Callable[[Request, str, str], bool]
    form: Callable[[Request], Awaitable[dict[str, str] | None]]


class HelperPages:
    """Answers helpers' phones. `base` is the path of the public address."""

    def __init__(self, ctx: Context, base: str, gate: Gate) -> None:
        self._ctx = ctx
        self._base = base
        self._gate = gate

    def routes(self) -> list[Route]:
        """Return what is served: the page, its list alone, and its forms."""
        return [
            Route("/h/{key}", self._page),
            Route("/h/{key}", self._act, methods=["POST"]),
            Route("/h/{key}/list", self._list),
        ]

    async def _page(self, request: Request) -> Response:
        key = request.path_params["key"]
        if self._gate.too_often(request, key):
            return self._say(429, OFTEN)
        try:
            part = await run_in_threadpool(self._part, key)
        except HallError:
            return self._say(503, TROUBLE)
        if part is None:
            return self._say(404, NO_PAGE)
        return HTMLResponse(whole(self._ctx.hall.name, self._base, key, part))

    async def _list(self, request: Request) -> Response:
        key = request.path_params["key"]
        if self._gate.too_often(request, key):
            return PlainTextResponse("", 429)
        try:
            part = await run_in_threadpool(self._part, key)
        except HallError:
            return PlainTextResponse("", 503)
        return PlainTextResponse("", 404) if part is None else HTMLResponse(part)

    async def _act(self, request: Request) -> Response:
        key = request.path_params["key"]
        here = f"{self._base}/h/{key}"
        if self._gate.too_often(request, key):
            return self._say(429, OFTEN)
        form = await self._gate.form(request)
        if form is None or not self._gate.is_ours(request, key, form.get("token", "")):
            return self._say(403, OLD_PAGE, here)
        try:
            done = await run_in_threadpool(self._do, key, form)
        except HallError as error:
            status = 409 if isinstance(error, Refused) else 400
            return self._say(status, str(error.public) or REFUSED, here)
        return RedirectResponse(here, 303) if done else self._say(404, NO_PAGE)

    def _do(self, key: str, form: dict[str, str]) -> bool:
        helper = helper_of(self._ctx, key)
        if helper is None:
            return False
        act = meet_alarm if form.get("do") == "met" else take_alarm
        act(self._ctx, form.get("alarm", ""), helper)
        return True

    def _part(self, key: str) -> str | None:
        helper = helper_of(self._ctx, key)
        if helper is None:
            return None
        waiting = [one for one in alarms_now(self._ctx) if one.kind in SOMEBODY_WAITS]
        evacuation = evacuation_now(self._ctx)
        return alarms_part(
            waiting,
            self._ctx.clock(),
            helper,
            f"{self._base}/h/{key}",
            self._gate.token(key),
            evacuation.text if evacuation else "",
        )

    def _say(self, status: int, text: str, back: str = "") -> Response:
        headers = {"Retry-After": "10"} if status in (429, 503) else {}
        page = message(self._ctx.hall.name, self._base, text, back)
        return HTMLResponse(page, status, headers)
