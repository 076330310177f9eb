"""What the phone page says, in Chinese and English."""

from dataclasses import dataclass
from typing import Literal

from shared.domain.rating import Score
from shared.usecases.phone import PhoneView, Stage

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")

_TEXTS: dict[str, tuple[str, str]] = {
    "your_number": ("您的号码", "Your number"),
    "green": ("绿色通道", "Green channel"),
    "for": ("办理事项", "For"),
    "ahead": ("前面还有", "People ahead"),
    "wait": ("大约等待", "About"),
    "people": ("{} 人", "{}"),
    "minutes": ("{}–{} 分钟", "{}–{} minutes"),
    "within": ("{} 分钟以内", "within {} minutes"),
    "unknown": ("请问咨询台", "please ask at the desk"),
    "near": ("请在{}附近等候", "Please wait near window {}"),
    "at_desk": ("请到咨询台", "Please go to the desk"),
    "waiting": ("正在等候", "You are in line"),
    "next": ("下一位就是您", "You are next"),
    "booked": ("预约时间 {}，到时叫号", "Your appointment is at {}"),
    "called": ("轮到您了，请到 {} 号窗口", "Please go to window {}"),
    "again": ("已呼叫 {} 次", "Called {} times"),
    "parked": ("窗口请您稍候，会再叫您", "The window will call you again"),
    "missed": ("叫过您的号了，请尽快到窗口或咨询台说明", "You were called. Please go to the desk"),
    "done": ("已办完，谢谢您", "Finished. Thank you"),
    "left": ("您已放弃排队", "You have left the line"),
    "void": ("这个号已作废，请到咨询台", "This number was withdrawn. Please ask at the desk"),
    "past": ("这张号已过期，请重新取号", "This number was for another day. Please take a new one"),
    "alert": ("轮到我时，响铃并振动", "Ring and vibrate when it is my turn"),
    "alert_on": ("会响铃并振动。请让本页开着", "It will ring. Please keep this page open"),
    "alert_note": (
        "关上本页或锁屏后手机不会响；大屏和窗口的屏照常叫号。",
        "A closed page or a locked phone stays silent; the screens in the hall call you as well.",
    ),
    "leave": ("不等了", "Leave the line"),
    "leave_sure": (
        "放弃后这个号不能再用，要重新取号排队。",
        "The number cannot be used afterwards; you would have to take a new one.",
    ),
    "leave_yes": ("确定，放弃排队", "Yes, give up my number"),
    "rate": ("请您评价 {} 号窗口的服务（自愿）", "How was the service at window {}? (voluntary)"),
    "rated": ("您的评价：{}。谢谢您", "Your rating: {}. Thank you"),
    "live": ("实时更新", "Live"),
    "stale": (
        "与大厅的连接断了，正在重连。请以大屏为准",
        "The connection is lost. Please watch the screens in the hall",
    ),
    "refresh": ("刷新", "Refresh"),
    "other": ("English", "中文"),
    "no_ticket": ("没有找到这张号", "There is no such ticket"),
    "no_ticket_hint": ("请再扫一次小票上的二维码，或到咨询台。", "Please scan the code again."),
    "trouble": ("暂时不能办理，请稍后再试", "This does not work just now. Please try again"),
    "old_page": ("页面已过期，请再点一次", "The page was too old. Please tap again"),
    "refused": ("现在不能这样做，请看页面上的最新情况", "That is not possible now"),
    "often": ("请求太频繁，请稍候再试", "Too many requests. Please wait a moment"),
    "back": ("回到我的号", "Back to my ticket"),
    "privacy": (
        "本页不收集个人信息，不使用 Cookie。号码的链接就是凭证，请勿转发。",
        "This page collects no personal data and sets no cookie. Keep its address to yourself.",
    ),
}
_SCORES = {
    Score.VERY_GOOD: "Very satisfied",
    Score.GOOD: "Satisfied",
    Score.FAIR: "Fairly satisfied",
    Score.BAD: "Dissatisfied",
    Score.VERY_BAD: "Very dissatisfied",
}


@dataclass(frozen=True)
class Words:
    """The words of one language."""

    language: Language

    @property
    def tag(self) -> str:
        """The language as HTML names it."""
        return "zh-CN" if self.language == "zh" else "en"

    @property
    def other(self) -> Language:
        """The other language."""
        return "en" if self.language == "zh" else "zh"

    def __call__(self, name: str, *values: object) -> str:
        return _TEXTS[name][LANGUAGES.index(self.language)].format(*values)

    def score(self, score: Score) -> str:
        """The words of a level."""
        return score.words if self.language == "zh" else _SCORES[score]

    def headline(self, view: PhoneView) -> str:
        """What is most important now, in one sentence."""
        match view.stage:
            case Stage.CALLED:
                return self("called", view.window)
            case Stage.BOOKED if view.booked_for is not None:
                return self("booked", f"{view.booked_for:%H:%M}")
            case Stage.WAITING if view.ahead == 0:
                return self("next")
            case stage:
                return self(stage.value)

    def wait(self, view: PhoneView) -> str:
        """How long it may take, as a range."""
        if view.wait is None:
            return self("unknown")
        if view.wait.low == 0:
            return self("within", view.wait.high)
        return self("minutes", view.wait.low, view.wait.high)

    def place(self, view: PhoneView) -> str:
        """Where to wait."""
        if not view.place:
            return self("at_desk")
        if self.language == "zh":
            return self("near", view.place)
        return self("near", view.place.removesuffix("号窗口").replace("、", ", "))
