"""Everything the desk says of tickets, as sentences that can be said in every language. Pure."""

from datetime import datetime, timedelta

from shared.domain.errors import HallError, Unavailable
from shared.domain.said import Said, said
from shared.domain.ticket import TicketClass, TicketState
from shared.storage.services import Service
from shared.storage.tickets import Ticket
from shared.usecases.desk import NextUp

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
    "issue": said("desk", "已开绿色号{number}"),
    "take_alert": said("desk", "已应答，请到{number}那里去"),
    "meet": said("desk", "已陪同{number}"),
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


def done(verb: str, number: str) -> Said:
    """Say what was done to a ticket."""
    return _DONE[verb].of(number=number)


def called(number: str) -> Said:
    """Say who was called."""
    return said("desk", "已呼叫{number}").of(number=number)


def failure(error: HallError) -> str:
    """Say what was not done and what to do."""
    if error.public:
        return error.public
    if isinstance(error, Unavailable):
        return said("desk", "数据库没有应答，没有办成。请再试一次，还不行请找管理员")
    return said("desk", "没有办成：{why}").of(why=error.message)
