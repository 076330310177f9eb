"""The web application of the phone page: what is answered to whom, and how often."""

import hmac
import json
import time
from collections.abc import AsyncIterator, Callable
from hashlib import sha256
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import (
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from display.phone.helper import Gate, HelperPages
from display.phone.limits import ACTION, ADDRESS, PAGE, Limits
from display.phone.page import (
    Page,
    actions_part,
    mark,
    message,
    now_part,
    ring,
    rings_later,
    title,
    whole,
)
from display.phone.stream import Beat, News, OpenPage, Phones
from display.phone.words import Language, Words
from shared.domain.errors import HallError, Refused
from shared.domain.rating import Score
from shared.usecases.context import Context
from shared.usecases.phone import leave_line, rate_visit

STATIC = Path(__file__).parent / "static"
BODY_MOST = 2048
TOKEN_H = 12
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self';"
    " connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none';"
    " frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",  # the address of the page is the key to the ticket
    "X-Content-Type-Options": "nosniff",
}


class _Followed(StreamingResponse):
    """A page's stream; however it ends, and even if it never began, the page is left."""

    def __init__(self, phones: Phones, page: OpenPage, told: AsyncIterator[str]) -> None:
        headers = {"X-Accel-Buffering": "no"}
        super().__init__(told, media_type="text/event-stream", headers=headers)
        self._phones = phones
        self._page = page

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._phones.leave(self._page)


class PhoneSite:
    """Answers phones. `secret` binds actions to pages; `clock` is wall time in seconds."""

    def __init__(
        self,
        ctx: Context,
        phones: Phones,
        secret: bytes,
        limits: Limits,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._ctx = ctx
        self._phones = phones
        self._secret = secret
        self._limits = limits
        self._clock = clock
        self._base = urlsplit(ctx.config.phone.base_url or "").path

    def app(self) -> ASGIApp:
        """Return the application, with the headers of a careful site."""
        return _guarded(
            Starlette(
                routes=[
                    Route("/t/{key}", self._page),
                    Route("/t/{key}/events", self._events),
                    Route("/t/{key}/leave", self._leave, methods=["POST"]),
                    Route("/t/{key}/rate", self._rate, methods=["POST"]),
                    *HelperPages(self._ctx, self._base, self._gate()).routes(),
                    Route("/probe", self._probe),
                    Route("/robots.txt", _robots),
                    Mount("/static", StaticFiles(directory=STATIC)),
                ],
                exception_handlers={404: self._nothing_here},
            )
        )

    def _gate(self) -> Gate:
        return Gate(
            self._too_often, lambda key: self._token(key, self._hour()), self._is_ours, _form
        )

    async def _page(self, request: Request) -> Response:
        key, words = request.path_params["key"], _words(request)
        if self._too_often(request, key):
            return self._say(key, words, 429, "often")
        try:
            news = await self._phones.view(key)
        except HallError:
            return self._say(key, words, 503, "trouble")
        if news is None:
            return self._say("", words, 404, "no_ticket", "no_ticket_hint")
        return HTMLResponse(whole(self._page_of(key, words), news.view))

    async def _events(self, request: Request) -> Response:
        key, words = request.path_params["key"], _words(request)
        if self._too_often(request, key):
            return PlainTextResponse("", 429, {"Retry-After": "10"})
        if self._phones.full:
            return PlainTextResponse("", 503, {"Retry-After": "30"})
        try:
            page = await self._phones.join(key)
        except HallError:
            return PlainTextResponse("", 503, {"Retry-After": "5"})
        if page is None:
            return PlainTextResponse("", 404)
        return _Followed(self._phones, page, self._told(page, words))

    async def _told(self, followed: OpenPage, words: Words) -> AsyncIterator[str]:
        yield "retry: 3000\n\n"
        seen = ""
        async for news in self._phones.follow(followed):
            match news:
                case Beat(live):
                    yield f"event: beat\ndata: {'live' if live else 'lost'}\n\n"
                case News(fact_id, view):
                    page = self._page_of(followed.key, words)
                    now, actions = now_part(page, view), actions_part(page, view)
                    told = {
                        "stage": view.stage,
                        "title": title(page, view),
                        "ring": ring(view),
                        "rings_later": rings_later(view),
                        "now": now,
                        "now_mark": mark(now),
                        "actions": actions,
                        "actions_mark": mark(actions),
                    }
                    text = json.dumps(told, ensure_ascii=False)
                    if text != seen:
                        seen = text
                        yield f"id: {fact_id}\nevent: state\ndata: {text}\n\n"

    async def _leave(self, request: Request) -> Response:
        key = request.path_params["key"]
        return await self._act(request, lambda _form: leave_line(self._ctx, key))

    async def _rate(self, request: Request) -> Response:
        key = request.path_params["key"]

        def rate(form: dict[str, str]) -> object:
            score = Score.parse(int(form.get("score", "")))
            return rate_visit(self._ctx, key, int(form.get("service", "")), score)

        return await self._act(request, rate)

    async def _act(self, request: Request, act: Callable[[dict[str, str]], object]) -> Response:
        """Do what a form of the page asks for, then show the page again."""
        key, words = request.path_params["key"], _words(request)
        if not self._limits.allow(ADDRESS, _address(request)) or not self._limits.allow(
            ACTION, key
        ):
            return self._say(key, words, 429, "often")
        form = await _form(request)
        if form is None or not self._is_ours(request, key, form.get("token", "")):
            return self._say(key, words, 403, "old_page")
        try:
            await run_in_threadpool(act, form)
        except (HallError, ValueError) as error:
            public = error.public if isinstance(error, HallError) and words.language == "zh" else ""
            status = 409 if isinstance(error, Refused) else 400
            page = self._page_of(key, words)
            return HTMLResponse(message(page, public or words("refused")), status)
        return RedirectResponse(self._page_of(key, words).here, 303)

    async def _probe(self, _request: Request) -> Response:
        return JSONResponse({"hallcall": self._ctx.hall.code})

    async def _nothing_here(self, request: Request, _error: Exception) -> Response:
        return self._say("", _words(request), 404, "no_ticket", "no_ticket_hint")

    def _too_often(self, request: Request, key: str) -> bool:
        return not (
            self._limits.allow(ADDRESS, _address(request)) and self._limits.allow(PAGE, key)
        )

    def _say(self, key: str, words: Words, status: int, what: str, hint: str = "") -> Response:
        page = self._page_of(key, words)
        text = message(page, words(what), words(hint) if hint else "", back=bool(key))
        headers = {"Retry-After": "10"} if status in (429, 503) else {}
        return HTMLResponse(text, status, headers)

    def _page_of(self, key: str, words: Words) -> Page:
        token = self._token(key, self._hour()) if key else ""
        return Page(self._ctx.hall.name, words, self._base, key, token)

    def _hour(self) -> int:
        return int(self._clock() // 3600)

    def _token(self, key: str, hour: int) -> str:
        made = hmac.new(self._secret, f"{key}/{hour}".encode(), sha256).hexdigest()[:32]
        return f"{hour:x}-{made}"

    def _is_ours(self, request: Request, key: str, token: str) -> bool:
        if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return False
        now = self._hour()
        tokens = (self._token(key, hour) for hour in range(now - TOKEN_H, now + 1))
        return any(hmac.compare_digest(token.encode(), good.encode()) for good in tokens)


def _words(request: Request) -> Words:
    language: Language = "zh"
    asked = request.query_params.get("lang")
    if asked == "en":
        language = "en"
    elif asked is None:
        first = request.headers.get("accept-language", "zh").strip().lower()
        language = "en" if first.startswith("en") else "zh"
    return Words(language)


def _address(request: Request) -> str:
    return request.client.host if request.client else "?"


async def _form(request: Request) -> dict[str, str] | None:
    """Read the fields of a small form; None for anything else."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > BODY_MOST:
            return None
    try:
        return {name: values[-1] for name, values in parse_qs(body.decode("ascii")).items()}
    except UnicodeDecodeError:
        return None


async def _robots(_request: Request) -> Response:
    return PlainTextResponse("User-agent: *\nDisallow: /\n")


def _guarded(app: ASGIApp) -> ASGIApp:
    """Give every answer the headers of this site."""
    fixed = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]

    async def guarded(scope: Scope, receive: Receive, send: Send) -> None:
        async def sending(told: Message) -> None:
            if told["type"] == "http.response.start":
                told["headers"] = [*told["headers"], *fixed]
            await send(told)

        await app(scope, receive, sending if scope["type"] == "http" else send)

    return guarded
