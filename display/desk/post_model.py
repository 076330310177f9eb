"""Who sits at the window: sign in and out, leave with a message, B stands in; for QML."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from display.desk.model import DeskModel
from shared.domain.errors import BadInput
from shared.domain.post import Absent, Attended, Covered, Leave, Vacant, seated
from shared.domain.said import said
from shared.ui.words import say
from shared.usecases.context import Context
from shared.usecases.posts import come_back, leave, posts_now, sign_in, sign_out, take_over
from shared.usecases.staff import admit


class PostModel(QObject):
    """The window's post. Where the hall has no staff accounts, whoever sits here may act."""

    changed = Signal()

    def __init__(self, ctx: Context, desk: DeskModel) -> None:
        super().__init__(desk)
        self._ctx = ctx
        self._desk = desk
        self._actor = ""
        desk.looked.connect(self._look)
        desk.did.connect(self._did)
        self._look()

    @property
    def actor(self) -> str:
        """The staff number of who has signed in at this panel; "": nobody."""
        return self._actor

    @property
    def acting(self) -> str:
        """Who acts, as registers and facts name them."""
        post = self._desk.sight.post
        if self._actor and post is not None and post.serving is not None:
            return post.serving.called
        return str(said("desk", "{number}号窗口").of(number=self._desk.number))

    @Property(bool, notify=changed)
    def asked(self) -> bool:
        """Whether somebody has to sign in before the keys do anything."""
        return self._desk.sight.post is not None and not self._actor

    @Property(bool, notify=changed)
    def staffed(self) -> bool:
        """Whether this panel can be signed out of, left and handed over."""
        return bool(self._actor)

    @Property(bool, notify=changed)
    def away(self) -> bool:
        """Whether A has left the window."""
        post = self._desk.sight.post
        return post is not None and isinstance(post.post, Absent | Covered)

    @Property(bool, notify=changed)
    def covered(self) -> bool:
        """Whether B stands in, and has to hand the work back."""
        post = self._desk.sight.post
        return post is not None and isinstance(post.post, Covered)

    @Property(str, notify=changed)
    def person(self) -> str:
        """Who serves here, or who is away until when."""
        now = self._desk.sight.post
        if now is None:
            return ""
        match now.post:
            case Attended() if now.serving:
                return say(said("desk", "A岗 {name}").of(name=now.serving.name))
            case Covered() if now.serving:
                return say(said("desk", "B岗 {name}").of(name=now.serving.name))
            case Absent(leave=told):
                back = f"{told.until.astimezone(self._ctx.zone):%H:%M}"
                return say(said("desk", "离开，{time}返岗").of(time=back))
            case _:
                return say(said("desk", "未签到"))

    @Property(dict, notify=changed)
    def message(self) -> dict[str, str]:
        """What visitors are told while A is away."""
        post = self._desk.sight.post
        if post is None or not isinstance(post.post, Absent | Covered):
            return {"reason": "", "place": "", "contact": "", "until": ""}
        told = post.post.leave
        until = f"{told.until.astimezone(self._ctx.zone):%H:%M}"
        return {
            "reason": told.reason,
            "place": told.place,
            "contact": told.contact,
            "until": until,
        }

    @Slot(str, str)
    def signIn(self, number: str, password: str) -> None:
        """Sit down here; the B person of somebody who is away stands in."""
        window = self._desk.number

        def work(_: Context) -> str:
            person = admit(self._ctx, number.strip(), password)
            ctx = self._ctx.acting_as(person.number)
            match posts_now(ctx)[window].post:
                case Absent(partner=partner) if partner == person.number:
                    take_over(ctx, window)
                case Vacant():
                    sign_in(ctx, window)
                case post if seated(post) == person.number or (
                    isinstance(post, Absent | Covered) and post.person == person.number
                ):
                    pass  # as it was before this panel was opened
                case _:
                    sign_in(ctx, window)
            return person.number

        self._desk.act("sign_in", work)

    @Slot()
    def signOut(self) -> None:
        """Leave the window for today."""
        window = self._desk.number
        self._desk.act("sign_out", lambda ctx: sign_out(ctx, window))

    @Slot(str, str, str, str, str)
    def leave(self, reason: str, place: str, contact: str, until: str, work: str) -> None:
        """Leave with a message; with `work` it is handed over to B. `until` as 10:30, today."""
        window = self._desk.number

        def leaving(ctx: Context) -> object:
            for text in (reason, place, contact):
                if not text.strip():
                    raise BadInput(
                        "the message is not complete",
                        "whereabouts (004): reason, place, contact, time",
                        public=said("desk", "请填全：事由、去向、联系方式、返岗时间"),
                    )
            told = Leave(reason.strip(), place.strip(), contact.strip(), self._today(until))
            return leave(ctx, window, told, work_given=work.strip())

        self._desk.act("leave", leaving)

    @Slot(str)
    def comeBack(self, work: str) -> None:
        """A is back; B hands the `work` back."""
        window = self._desk.number
        self._desk.act("come_back", lambda ctx: come_back(ctx, window, work.strip()))

    def _today(self, text: str) -> datetime:
        now = self._ctx.clock().astimezone(self._ctx.zone)
        try:
            at = datetime.strptime(text.strip().replace("：", ":"), "%H:%M").time()  # noqa: DTZ007
        except ValueError:
            raise BadInput(
                f"“{text}” is no time",
                "such as 10:30",
                public=said("desk", "返岗时间请写成 10:30 这样"),
            ) from None
        return datetime.combine(now.date(), at, self._ctx.zone)

    def _did(self, verb: str, result: Any) -> None:
        if verb == "sign_in":
            self._be(str(result))
        elif verb == "sign_out":
            self._be("")

    def _be(self, number: str) -> None:
        self._actor = number
        self._desk.act_as(number)
        self._look()

    def _look(self) -> None:
        post = self._desk.sight.post
        if self._actor and post is not None:
            here = {seated(post.post)}
            if isinstance(post.post, Absent | Covered):
                here.add(post.post.person)
            if self._actor not in here:  # signed out elsewhere, or the account was closed
                self._actor = ""
                self._desk.act_as("")
        self._desk.bar(barred=self._desk.sight.post is not None and not self._actor)
        self.changed.emit()
