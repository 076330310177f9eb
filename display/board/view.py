"""From state to what is shown: every word the calls' side of the board says. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from display.board.state import BoardState, Call, FeedLost
from shared.domain.hall import Queue

NO_BREAK = "\u00a0"
WIDE_SPACE = "\u3000"


@dataclass(frozen=True)
class Shown:
    """The board in words. `newest` is None before the first call and while the feed is lost."""

    newest: Call | None
    history: tuple[Call, ...]
    waiting: str
    stale: bool
    stale_title: str = ""
    stale_advice: str = ""
    stale_since: str = ""
    stale_history: str = ""


def derive(state: BoardState, queues: Sequence[Queue], rows: int) -> Shown:
    """Return what a board with `rows` calls shows; without a feed no call is the newest."""
    if isinstance(state.feed, FeedLost):
        clock = f"{state.feed.since:%H:%M}"
        return Shown(
            newest=None,
            history=state.calls[: rows - 1],
            waiting=f"等候人数{NO_BREAK}暂时不知",
            stale=True,
            stale_title="数据中断",
            stale_advice="请以窗口显示为准",
            stale_since=f"{clock}起大屏收不到叫号。您的号码仍然有效，不用重新取号。",
            stale_history=f"以下是{clock}以前的叫号",
        )
    return Shown(
        newest=state.calls[0] if state.calls else None,
        history=state.calls[1:rows],
        waiting=waiting_words(state, queues),
        stale=False,
    )


def waiting_words(state: BoardState, queues: Sequence[Queue]) -> str:
    """Say who waits: `等候人数　A 5　B 2`, queues without anybody left out."""
    counts = [(q.letter, state.waiting.get(q.letter, 0)) for q in queues]
    some = [f"{letter}{NO_BREAK}{count}" for letter, count in counts if count]
    if not some:
        return "当前无人等候"
    return WIDE_SPACE.join(("等候人数", *some))


def clock_words(now: datetime) -> str:
    """Say date and time: `11 月 23 日 09:46` (the zone is that of `now`)."""
    return f"{now.month} 月 {now.day} 日 {now:%H:%M}"
