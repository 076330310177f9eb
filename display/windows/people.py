"""What a window's LED and pad tell of its people, from who is there."""

from datetime import datetime

from display.windows.pads import OnDuty, PadScene
from shared.domain.hall import Window
from shared.domain.opening import when_words
from shared.domain.post import Absent, Covered, Leave
from shared.domain.staff import Staff
from shared.usecases.posts import PostNow, Shown

PARTY = "党员"
LATE = "延时服务"
PAUSED = "暂停服务"
CLOSED = "已下班"
MESSAGE_MOST = 200
"""Letters of a pad's message at most."""


def idle_pages(window: Window, shown: Shown, now: datetime, waiting: int) -> tuple[str, ...]:
    """Return what a board shows in turn while nobody is called; `now` in hall time."""
    name = f"{window.number}号窗口"
    sign = f"{name} {window.name}".strip()
    post = shown.posts.get(window.number) if shown.posts is not None else None
    if post is not None and isinstance(post.post, Absent) and post.away is not None:
        return (f"{name} {post.away.name} 离岗", *four_facts(post.post.leave, now))
    if post is not None and post.serving is not None:
        stands_in = "B岗 " if isinstance(post.post, Covered) else ""
        party = f"{PARTY} " if post.serving.party_member else ""
        late = f" {LATE}" if window.number in shown.extended else ""
        return (f"{sign} {stands_in}{party}{post.serving.name}{late}",)
    if window.number in shown.extended:
        return (f"{sign} {LATE}",)
    if window.number in shown.closed and not waiting:
        opens = shown.closed[window.number]
        local = opens.astimezone(now.tzinfo) if opens else None
        again = f" {when_words(local, now)}开始" if local else ""
        return (f"{name} {CLOSED}{again}",)
    return (sign if shown.posts is None else f"{sign} {PAUSED}",)


def four_facts(leave: Leave, now: datetime) -> tuple[str, str, str, str]:
    """Return 事由、去向、联系方式、返岗时间 (004 去向留言制 第三条)."""
    return (
        f"事由：{leave.reason}",
        f"去向：{leave.place}",
        f"联系方式：{leave.contact}",
        f"返岗时间：{_back_at(leave.until, now)}",
    )


def latin_idle(window: Window, shown: Shown) -> str:
    """Return the same for boards without Chinese."""
    post = shown.posts.get(window.number) if shown.posts is not None else None
    if post is not None and isinstance(post.post, Absent):
        return f"{window.number} AWAY"
    return str(window.number)


def pad_scene(ticket: str | None, post: PostNow | None, photo: bytes, now: datetime) -> PadScene:
    """Return what a pad shows; `photo` is of whoever serves, or is away."""
    if post is None:
        return PadScene(ticket)
    if isinstance(post.post, Absent) and post.away is not None and ticket is None:
        message = "，".join(four_facts(post.post.leave, now))[:MESSAGE_MOST]
        return PadScene(None, on_duty(post.away, photo), message)
    return PadScene(ticket, on_duty(post.serving, photo) if post.serving else None)


def on_duty(person: Staff, photo: bytes) -> OnDuty:
    """Return somebody as a pad shows them."""
    post = f"{person.unit} {person.post}".strip()
    return OnDuty(person.name, post, person.number, person.party_member, photo)


def _back_at(until: datetime, now: datetime) -> str:
    local = until.astimezone(now.tzinfo)
    clock = f"{local.hour}:{local.minute:02d}"
    return clock if local.date() == now.date() else f"{local.month}月{local.day}日{clock}"
