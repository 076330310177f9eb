"""The phone page as HTML: one renderer for the first page and for every change after it."""

from dataclasses import dataclass
from hashlib import blake2s
from html import escape

from display.phone.words import Words
from shared.domain.rating import Score
from shared.usecases.phone import PhoneView, Stage

_MOUTHS = {
    Score.VERY_GOOD: "M9 18 Q16 29 23 18 Z",
    Score.GOOD: "M10 19 Q16 26 22 19",
    Score.FAIR: "M10 21 H22",
    Score.BAD: "M10 23 Q16 17 22 23",
    Score.VERY_BAD: "M10 24 Q16 16 22 24 M8 9 L13 11 M24 9 L19 11",
}
REFRESH_S = 20
"""How often a page without scripts asks again."""


@dataclass(frozen=True)
class Page:
    """What is the same for all of a page: hall, words, and the addresses it may use."""

    hall: str
    words: Words
    base: str  # the path of the public address, empty or /PATH
    key: str
    token: str

    @property
    def here(self) -> str:
        """The address of the ticket's page in this language."""
        return f"{self.base}/t/{self.key}?lang={self.words.language}"


def title(page: Page, view: PhoneView) -> str:
    """What the tab says."""
    return f"{view.number} {page.words.headline(view)}"


def ring(view: PhoneView) -> str:
    """Another word for every call: empty when nobody is called."""
    return f"{view.window}-{view.calls}" if view.stage is Stage.CALLED else ""


def now_part(page: Page, view: PhoneView) -> str:
    """The ticket and what is true of it now."""
    words = page.words
    parts = [f'<p class="what">{escape(words("your_number"))}</p>']
    if view.green:
        parts.append(f'<p class="green">{escape(words("green"))}</p>')
    parts.append(f'<p class="number">{escape(view.number)}</p>')
    parts.append(f'<p class="headline {view.stage}">{escape(words.headline(view))}</p>')
    if view.stage is Stage.CALLED:
        if view.window_name:
            parts.append(f'<p class="where" lang="zh-CN">{escape(view.window_name)}</p>')
        if view.calls > 1:
            parts.append(f'<p class="again">{escape(words("again", view.calls))}</p>')
    rows = []
    if view.stage is Stage.WAITING:
        ahead = words("unknown") if view.ahead is None else words("people", view.ahead)
        rows += [(words("ahead"), escape(ahead)), (words("wait"), escape(words.wait(view)))]
    if view.item:
        rows.append((words("for"), f'<span lang="zh-CN">{escape(view.item)}</span>'))
    if rows:
        cells = "".join(
            f"<div><dt>{escape(name)}</dt><dd>{value}</dd></div>" for name, value in rows
        )
        parts.append(f"<dl>{cells}</dl>")
    if view.stage in (Stage.WAITING, Stage.BOOKED):
        parts.append(f'<p class="where">{escape(words.place(view))}</p>')
    return "".join(parts)


def actions_part(page: Page, view: PhoneView) -> str:
    """What the holder may do now."""
    words = page.words
    parts = []
    if view.score is not None:
        rated = words("rated", words.score(view.score))
        parts.append(f'<p class="rated" role="status">{escape(rated)}</p>')
    if view.to_rate is not None:
        service, window = view.to_rate
        buttons = "".join(
            f'<button name="score" value="{score.value}">{_face(score)}'
            f"{escape(words.score(score))}</button>"
            for score in _MOUTHS
        )
        parts.append(
            f'<form method="post" action="{_action(page, "rate")}" class="rate"><fieldset>'
            f"<legend>{escape(words('rate', window))}</legend>"
            f'<input type="hidden" name="service" value="{service}">{_token(page)}'
            f"{buttons}</fieldset></form>"
        )
    if view.may_leave:
        parts.append(
            f'<details class="leave"><summary>{escape(words("leave"))}</summary>'
            f'<form method="post" action="{_action(page, "leave")}">{_token(page)}'
            f"<p>{escape(words('leave_sure'))}</p>"
            f"<button>{escape(words('leave_yes'))}</button></form></details>"
        )
    return "".join(parts)


def mark(part: str) -> str:
    """Return another word for every other text: what is shown already is not put in place again."""
    return blake2s(part.encode(), digest_size=6).hexdigest()


def rings_later(view: PhoneView) -> bool:
    """Whether the holder may still be called."""
    return view.stage not in (Stage.DONE, Stage.LEFT, Stage.VOID, Stage.PAST)


def whole(page: Page, view: PhoneView) -> str:
    """The whole document."""
    words = page.words
    now, actions = now_part(page, view), actions_part(page, view)
    stream = f"{page.base}/t/{page.key}/events?lang={words.language}"
    body = (
        f'<main data-stream="{escape(stream)}" data-ring="{ring(view)}"'
        f' data-rings-later="{"yes" if rings_later(view) else ""}">'
        f'<section id="now" class="{view.stage}" role="status" aria-live="polite"'
        f' data-mark="{mark(now)}">{now}</section>'
        f'<p id="stale" role="alert" hidden>{escape(words("stale"))}</p>'
        f'<div id="alerts" hidden><button id="alert" type="button" aria-pressed="false"'
        f' data-on="{escape(words("alert_on"))}">{escape(words("alert"))}</button>'
        f"<p>{escape(words('alert_note'))}</p></div>"
        f'<section id="actions" data-mark="{mark(actions)}">{actions}</section>'
        f'<noscript><p><a class="refresh" href="{escape(page.here)}">{escape(words("refresh"))}'
        "</a></p></noscript></main>"
    )
    head = f'<noscript><meta http-equiv="refresh" content="{REFRESH_S}"></noscript>'
    return _document(page, title(page, view), body, head)


def message(page: Page, text: str, hint: str = "", *, back: bool = True) -> str:
    """A page that says one thing, and leads back to the ticket."""
    words = page.words
    link = f'<p><a class="refresh" href="{escape(page.here)}">{escape(words("back"))}</a></p>'
    body = (
        f'<main><section id="now"><h2 class="headline">{escape(text)}</h2>'
        f"<p>{escape(hint)}</p></section>{link if back else ''}</main>"
    )
    return _document(page, text, body)


def _document(page: Page, name: str, body: str, head: str = "") -> str:
    words = page.words
    other = Words(words.other)
    switch = (
        f"{page.base}/t/{page.key}?lang={other.language}" if page.key else "?lang=" + other.language
    )
    return (
        f'<!doctype html><html lang="{words.tag}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="robots" content="noindex">'
        '<meta name="format-detection" content="telephone=no">'
        f"<title>{escape(name)} · {escape(page.hall)}</title>{head}"
        '<link rel="icon" href="data:,">'
        f'<link rel="stylesheet" href="{page.base}/static/phone.css">'
        f'<script src="{page.base}/static/phone.js" defer></script></head><body>'
        f'<header><h1 lang="zh-CN">{escape(page.hall)}</h1>'
        f'<a href="{escape(switch)}" lang="{other.tag}" hreflang="{other.tag}">'
        f"{escape(words('other'))}</a></header>{body}"
        f"<footer><p>{escape(words('privacy'))}</p></footer></body></html>"
    )


def _face(score: Score) -> str:
    """Draw a face: phones differ in the faces their fonts have."""
    return (
        '<svg viewBox="0 0 32 32" aria-hidden="true"><circle cx="16" cy="16" r="14"/>'
        f'<path d="M11 12 v1 M21 12 v1 {_MOUTHS[score]}"/></svg>'
    )


def _action(page: Page, name: str) -> str:
    return escape(f"{page.base}/t/{page.key}/{name}?lang={page.words.language}")


def _token(page: Page) -> str:
    return f'<input type="hidden" name="token" value="{page.token}">'
