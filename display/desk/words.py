"""Everything the desk says of tickets, as sentences that can be said in every language. Pure."""

from datetime import datetime, timedelta
from typing import Any

from shared.domain.errors import HallError, Unavailable
from shared.domain.said import Said, said
from shared.domain.ticket import TicketClass, TicketState
from shared.storage.alerts import Alert
from shared.storage.services import Service
from shared.storage.tickets import Ticket
from shared.usecases.call_next import Called
from shared.usecases.desk import NextUp
from shared.usecases.permitted import NotPermitted

NOBODY = said("desk", "没有人在等候")
UNKNOWN = said("desk", "暂时不知道下一位是谁")
NO_ITEM = said("desk", "未选事项")

_RULES = {
    "green_first": said("desk", "绿色通道，即来即办"),
    "booked_time_came": said("desk", "预约的时间到了"),
    "first_come": said("desk", "先到先办"),
    "class_first": said("desk", "按类别优先"),
    "alternation": said("desk", "连叫几位优先号之后，轮到其他人"),
    "most_priority_gathered": said("desk", "等候中累积的优先最多"),
    "waited_too_long": said("desk", "已等到本大厅允许的最长时间"),
    "sent_to_this_window": said("desk", "是转到本窗口来的"),
}

_DONE = {
    "recall": said("desk", "已重呼{number}"),
    "no_show": said("desk", "{number}已记过号，回来后可以重新叫"),
    "park": said("desk", "{number}已挂起"),
    "finish": said("desk", "{number}已完成"),
    "transfer": said("desk", "{number}已转走"),
    "rate": said("desk", "已请{number}评价"),
    "start": said("desk", "{number}开始办理"),
    "return": said("desk", "{number}已重新排队"),
    "green": said("desk", "{number}已开通绿色通道"),
    "take_alert": said("desk", "已应答，请到{number}那里去"),
    "meet": said("desk", "已陪同{number}"),
}

_PLAIN = {
    "sign_in": said("desk", "已签到"),
    "sign_out": said("desk", "已签退"),
    "leave": said("desk", "已离开，去向已显示在窗口"),
    "come_back": said("desk", "已返岗"),
    "case": said("desk", "已登记"),
}


def rule(next_up: NextUp, now: datetime) -> Said:
    """Say why this ticket is next, with how long it waited and how many came before it."""
    known = _RULES.get(next_up.rule, said("desk", "按叫号规则"))
    waited = minutes(now - next_up.ticket.since)
    if next_up.over:
        return said("desk", "{rule}；等了{waited}，优先于先到的{over}位").of(
            rule=known, waited=waited, over=next_up.over
        )
    return said("desk", "{rule}；等了{waited}").of(rule=known, waited=waited)


def minutes(span: timedelta) -> Said:
    """Say a wait in whole minutes."""
    count = max(0, int(span.total_seconds() // 60))
    return said("desk", "{count}分钟").of(count=count)


def waited(ticket: Ticket, now: datetime) -> Said:
    """Say how long somebody has waited, or when the appointment is."""
    if ticket.booked_for is not None and ticket.booked_for > now:
        local = ticket.booked_for.astimezone(now.tzinfo)
        return said("desk", "预约{time}").of(time=f"{local:%H:%M}")
    return minutes(now - ticket.since)


def state(service: Service) -> Said:
    """Say how it stands with the ticket at the window."""
    match service.state:
        case TicketState.CALLED:
            return said("desk", "已呼叫{calls}次").of(calls=service.calls)
        case TicketState.SERVING if service.calls > 1:
            return said("desk", "办理中 · 已呼叫{calls}次").of(calls=service.calls)
        case _:
            return said("desk", "办理中")


def mark(ticket_class: TicketClass) -> Said:
    """Return the tag of a class; empty for ordinary tickets."""
    match ticket_class:
        case TicketClass.GREEN:
            return said("desk", "绿色")
        case TicketClass.BOOKED:
            return said("desk", "预约")
        case TicketClass.ORDINARY:
            return Said("desk", "")


def alert(one: Alert, now: datetime) -> Said:
    """Say who waits for a helper, and since when or who comes."""
    if one.taken_by is not None:
        return said("desk", "{who}正去帮{number}").of(who=one.taken_by, number=str(one.number))
    seconds = max(0, int((now - one.raised_at).total_seconds()))
    if one.escalated_at is not None:
        return said("desk", "{number}要人帮，还没有人去，已升级").of(number=str(one.number))
    return said("desk", "{number}要人帮，等了{seconds}秒").of(
        number=str(one.number), seconds=seconds
    )


def answer(verb: str, result: Any) -> str:
    """Say what was done; empty where the panel shows it by itself."""
    if verb == "next" and result is None:
        return NOBODY
    if isinstance(result, Called):
        return said("desk", "已呼叫{number}").of(number=str(result.number))
    if verb in _DONE:
        return _DONE[verb].of(number=str(result.number))
    return _PLAIN.get(verb, "")


def failure(error: HallError) -> str:
    """Say what was not done and what to do."""
    if error.public:
        return error.public
    if isinstance(error, NotPermitted):
        return said("desk", "您的角色不能这样办，请找值班经理")
    if isinstance(error, Unavailable):
        return said("desk", "数据库没有应答，没有办成。请再试一次，还不行请找管理员")
    return said("desk", "没有办成：{why}").of(why=error.message)
