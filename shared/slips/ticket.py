"""The queue ticket as the applicant holds it."""

from dataclasses import dataclass
from datetime import datetime

from shared.domain.estimate import Wait
from shared.domain.said import Said, said
from shared.domain.ticket import TicketClass
from shared.slips.lines import Code, Gap, Line, Pair, Paper, Rule


@dataclass(frozen=True)
class TicketSlip:
    """What a ticket's slip says. `issued_at` and `booked_for` in hall time; `code` is what its QR
    code holds, which a phone can open if `phone`.
    """

    hall: str
    number: str
    ticket_class: TicketClass
    service: str | None
    ahead: int
    wait: Wait | None
    place: str
    issued_at: datetime
    code: str
    reprint: bool = False
    phone: bool = False
    booked_for: datetime | None = None


def ticket_paper(slip: TicketSlip) -> Paper:
    """Lay a ticket out: number first in size, then where to go, how long, and for what."""
    green = slip.ticket_class is TicketClass.GREEN
    return (
        Line(slip.hall),
        *((Line("补打", bold=True),) if slip.reprint else ()),
        *((Gap(), Line("绿色通道", size=2, bold=True)) if green else ()),
        Gap(),
        Line(slip.number, size=6, bold=True),
        Gap(),
        Line(f"请到{slip.place}附近等候" if slip.place else "请到咨询台", bold=True),
        Rule(),
        *((Line(f"办理事项：{slip.service}", centred=False),) if slip.service else ()),
        *((Pair("预约时间", f"{slip.booked_for:%H:%M}"),) if slip.booked_for else ()),
        Pair("前面还有", f"{slip.ahead}人"),
        *((Pair("大约等待", wait_words(slip.wait)),) if slip.wait else ()),
        Pair("取号时间", f"{slip.issued_at:%Y-%m-%d %H:%M}"),
        Rule(),
        Code(slip.code),
        *((Line("手机扫码，可看前面还有几人"),) if slip.phone else ()),
        Line("轮到您时，大屏会显示您的号码"),
    )


def wait_words(wait: Wait) -> Said:
    """Say a waiting range: `8–15分钟`, or `5分钟以内` when it may begin at once."""
    if wait.low == 0:
        return said("wait", "{high}分钟以内").of(high=wait.high)
    return said("wait", "{low}-{high}分钟").of(low=wait.low, high=wait.high)
