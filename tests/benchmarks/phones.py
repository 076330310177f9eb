"""P10: 2,000 phones on one hall: from the commit of a call to the phones that show it.

python -m tests.benchmarks.phones URL KEYS-FILE    the phones, in a process of their own
"""

import asyncio
import json
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from shared.config import load_hall
from shared.domain.errors import Refused
from shared.usecases.call_next import call_next
from shared.usecases.context import open_hall
from shared.usecases.init_hall import init_hall
from shared.usecases.issue_ticket import Request, issue_ticket
from tests.support.halls import LAND, ROOT, SAMPLE, move_to_noon, rewrite
from tests.support.phone_server import phone_server

WINDOW = 7
TOGETHER = 100
SETTLED_S = 1.0


@dataclass(frozen=True)
class FanOut:
    """Seconds from a commit to the called phone, and until the last phone showed its new place;
    `joined_s` until all phones had their first state.
    """

    phones: int
    joined_s: float
    called: list[float]
    everybody: list[float]

    @property
    def called_p50(self) -> float:
        return median(self.called)

    @property
    def called_worst(self) -> float:
        return max(self.called)


def measure(folder: Path, phones: int, calls: int) -> FanOut:
    """Let so many wait in one line, each with a phone, and call so many of them."""
    init_hall(folder, SAMPLE).database.dispose()
    move_to_noon(folder)
    rewrite(folder, ("[catalog]", '[phone]\nbase_url = "https://hall.example"\n\n[catalog]'))
    ctx = open_hall(folder)
    keys = [issue_ticket(ctx, Request(LAND)).key for _ in range(phones)]
    file = folder / "keys.json"
    file.write_text(json.dumps(keys))
    assert load_hall(folder).phone.most >= phones
    with phone_server(folder) as server:
        command = [sys.executable, "-m", "tests.benchmarks.phones", server.url, str(file)]
        crowd = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert crowd.stdout is not None
        begun = time.time()
        assert crowd.stdout.readline() == "joined\n"
        joined = time.time() - begun
        called: list[float] = []
        everybody: list[float] = []
        for turn in range(calls):
            time.sleep(SETTLED_S)
            if call_next(ctx, WINDOW) is None:
                raise Refused("nobody waits any more", "let more wait")
            committed = time.time()
            told = json.loads(crowd.stdout.readline())
            called.append(told["called"] - committed)
            everybody.append(told["all"] - committed)
            assert told["turn"] == turn
        crowd.terminate()
        crowd.communicate()
    ctx.database.dispose()
    return FanOut(phones, joined, called, everybody)


class _Crowd:
    """All phones on one loop; each turn ends when every phone behind the called one moved up."""

    def __init__(self, url: str, keys: list[str]) -> None:
        host, _, port = url.removeprefix("http://").partition(":")
        self._at = host, int(port)
        self._keys = keys
        self._left = len(keys)
        self._turn = -1
        self._called = 0.0
        self._gate = asyncio.Semaphore(TOGETHER)

    async def run(self) -> None:
        await asyncio.gather(*(self._phone(place, key) for place, key in enumerate(self._keys)))

    async def _phone(self, place: int, key: str) -> None:
        async with self._gate:
            reader, writer = await asyncio.open_connection(*self._at, limit=2**17)
            writer.write(f"GET /t/{key}/events?lang=zh HTTP/1.1\r\nHost: hall\r\n\r\n".encode())
            await self._state(reader)
            self._one_more()
        while True:
            told = await self._state(reader)
            if told["ring"]:
                if self._turn == place:
                    self._called = time.time()
                    self._one_more()
            elif place > self._turn and f"<dd>{place - self._turn - 1} 人</dd>" in told["now"]:
                self._one_more()

    async def _state(self, reader: asyncio.StreamReader) -> dict[str, str]:
        kind = ""
        while line := await reader.readline():
            if line.startswith(b"event: "):
                kind = line[7:].decode().strip()
            elif line.startswith(b"data: ") and kind == "state":
                found: dict[str, str] = json.loads(line[6:])
                return found
        raise EOFError

    def _one_more(self) -> None:
        self._left -= 1
        if self._left:
            return
        if self._turn < 0:
            print("joined", flush=True)
        else:
            told = {"turn": self._turn, "called": self._called, "all": time.time()}
            print(json.dumps(told), flush=True)
        self._turn += 1
        self._left = len(self._keys) - self._turn


if __name__ == "__main__":
    limit = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (limit, limit))
    asyncio.run(_Crowd(sys.argv[1], json.loads(Path(sys.argv[2]).read_text())).run())
