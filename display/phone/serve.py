"""Serves the phone pages: the web server, the feed that wakes it, and a clean end."""

import asyncio
import resource
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager

import uvicorn

from display.phone.app import PhoneSite
from display.phone.limits import Limits
from display.phone.stream import Phones, feed_of, phones_of
from shared.config.secret import PHONE_KEY, hall_secret
from shared.domain.errors import BadInput, Unavailable
from shared.log import logger
from shared.usecases.context import Context

GOODBYE_S = 3
BACKLOG = 4096
BESIDES = 200
"""Connections beside those of followed pages: loading, acting, the proxy's spare ones."""


class _Server(uvicorn.Server):
    """Ends the phones' streams first, which never end by themselves, and then well."""

    def __init__(self, config: uvicorn.Config, phones: Phones) -> None:
        super().__init__(config)
        self._phones = phones

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        # uvicorn's own would end the process by the signal again, as if it had failed.
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._end)
        yield

    def _end(self) -> None:
        self._phones.close()
        self.should_exit = True


def serve(ctx: Context, listen: str) -> None:
    """Serve until the process is told to stop. BadInput or Unavailable when it cannot listen."""
    _raise_file_limit(ctx.config.phone.most + BESIDES)
    with closing(_listening(listen)) as bound:
        host, port = bound.getsockname()[:2]
        asyncio.run(_serve(ctx, bound, f"http://{host}:{port}"))


async def _serve(ctx: Context, bound: socket.socket, shown: str) -> None:
    phones = phones_of(ctx)
    secret = hall_secret(ctx.config.folder, PHONE_KEY)
    site = PhoneSite(ctx, phones, secret, Limits(time.monotonic))
    config = uvicorn.Config(
        site.app(),
        log_config=None,
        access_log=False,  # addresses of pages are keys
        server_header=False,
        lifespan="off",
        limit_concurrency=ctx.config.phone.most + BESIDES,
        timeout_graceful_shutdown=GOODBYE_S,
        backlog=BACKLOG,
    )
    feed = feed_of(ctx, phones, asyncio.get_running_loop())
    feed.start()
    looking = asyncio.create_task(phones.run())
    logger.info("phone pages at %s; stop with Ctrl+C", shown)
    try:
        await _Server(config, phones).serve(sockets=[bound])
    finally:
        phones.close()
        await asyncio.to_thread(feed.stop)
        await looking


def _listening(listen: str) -> socket.socket:
    host, _, port = listen.rpartition(":")
    hint = "name HOST:PORT, as in --listen 127.0.0.1:8080"
    if not host or not port.isdecimal():
        raise BadInput(f"“{listen}” is no place to listen", hint)
    host = host.strip("[]")
    bound = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((host, int(port)))
        bound.listen(BACKLOG)
    except (OSError, OverflowError) as error:
        bound.close()
        raise Unavailable(f"nobody can listen at {listen}: {error}", hint) from error
    return bound


def _raise_file_limit(wanted: int) -> None:
    """Every phone is an open file, and systems begin with 1,024 of them."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    more = wanted + BESIDES
    if soft >= more:
        return
    limit = more if hard == resource.RLIM_INFINITY else min(more, hard)
    resource.setrlimit(resource.RLIMIT_NOFILE, (limit, hard))
    if limit < more:
        logger.warning("only %d phones can be followed: the system allows no more files", limit)
