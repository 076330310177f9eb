"""A helper's page as HTML: the alarms where somebody waits, 我去 and 已到场. No personal data."""

from datetime import datetime, timedelta
from html import escape

from shared.domain.alarm import Alarm, AlarmKind

TITLES = {
    AlarmKind.COMPLAINT: "现场投诉",
    AlarmKind.HELPER: "需要帮办员",
    AlarmKind.RATING: "差评",
    AlarmKind.PAPER: "打印纸",
    AlarmKind.DEVICE: "设备",
}
REFRESH_S = 10
"""How often a page without scripts asks again."""


def whole(hall: str, base: str, key: str, part: str) -> str:
    """The whole document around the list of alarms."""
    here = escape(f"{base}/h/{key}")
    return (
        '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="robots" content="noindex">'
        f"<title>帮办 · {escape(hall)}</title>"
        f'<noscript><meta http-equiv="refresh" content="{REFRESH_S}"></noscript>'
        '<link rel="icon" href="data:,">'
        f'<link rel="stylesheet" href="{base}/static/phone.css">'
        f'<link rel="stylesheet" href="{base}/static/helper.css">'
        f'<script src="{base}/static/helper.js" defer></script></head><body>'
        f"<header><h1>{escape(hall)} · 帮办</h1></header>"
        f'<main><div id="alarms" data-here="{here}">{part}</div>'
        '<p id="stale" role="alert" hidden>与大厅的连接断了，正在重连。请以大屏和广播为准</p>'
        "</main><footer><p>本页的链接就是您的凭证，请勿转发。</p></footer></body></html>"
    )


def alarms_part(
    alarms: list[Alarm], now: datetime, me: str, action: str, token: str, evacuation: str
) -> str:
    """The list of alarms; `action` is the address forms go to."""
    parts = []
    if evacuation:
        parts.append(f'<p class="leave-now" role="alert">{escape(evacuation)}</p>')
    if not alarms:
        parts.append('<p class="calm" role="status">现在没有人等帮办</p>')
    parts += [_alarm(one, now, me, action, token) for one in alarms]
    return "".join(parts)


def message(hall: str, base: str, text: str, back: str = "") -> str:
    """A page that says one thing."""
    link = f'<p><a class="refresh" href="{escape(back)}">返回</a></p>' if back else ""
    said = f'<section id="now"><h2 class="headline">{escape(text)}</h2></section>{link}'
    return (
        '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(text)} · {escape(hall)}</title>"
        f'<link rel="icon" href="data:,"><link rel="stylesheet" href="{base}/static/phone.css">'
        f"</head><body><header><h1>{escape(hall)}</h1></header><main>{said}</main></body></html>"
    )


def _alarm(one: Alarm, now: datetime, me: str, action: str, token: str) -> str:
    late = one.is_overdue(now)
    place = f"{one.window}号窗口" if one.window else "大厅"
    who = "" if not one.taken_by else "您已应答" if one.taken_by == me else "已有人去"
    stage = "late" if late else "taken" if who else "open"
    left = one.due - now
    clock = f"超时 {_span(-left)}" if late else who or f"还剩 {_span(left)}"
    if who and late:
        clock = f"{who} · {clock}"
    take = "" if one.taken_by else '<button name="do" value="take" class="go">我去</button>'
    return (
        f'<form method="post" action="{escape(action)}" class="alarm {stage} {one.kind}" '
        f'data-alarm="{escape(one.id)}">'
        f'<h2>{TITLES[one.kind]} <span class="place">{place}</span></h2>'
        f'<p class="clock">{escape(one.what)} · {clock}</p>'
        f'<input type="hidden" name="alarm" value="{escape(one.id)}">'
        f'<input type="hidden" name="token" value="{token}">'
        f'{take}<button name="do" value="met">已到场</button></form>'
    )


def _span(time: timedelta) -> str:
    minutes, seconds = divmod(max(0, int(time.total_seconds())), 60)
    return f"{minutes}:{seconds:02d}"
