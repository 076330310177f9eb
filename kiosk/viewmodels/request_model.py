"""Asking for help and reporting: the question on the screen, its answers, and their filing."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot

from kiosk import flow, requests
from kiosk.forms import MENUS, OTHER_WAYS, Draft, Menu, Question, may_skip, spaced
from kiosk.pages import Choice, Digits, Receipt
from kiosk.viewmodels.request_words import door, hint, title
from kiosk.viewmodels.ticket_model import TicketModel
from kiosk.viewmodels.visiting import Visiting
from shared.domain.errors import HallError
from shared.domain.said import named, said
from shared.ui.bridge import Jobs
from shared.ui.words import say
from shared.usecases.context import Context

if TYPE_CHECKING:
    from shared.usecases.cases.request_case import RequestedCase

TROUBLE = said("request", "系统暂时不能登记，请到咨询台，工作人员帮您办")


class RequestModel(QObject):
    """The request of this visit. `printer` names the kiosk whose worker prints its slip."""

    changed = Signal()

    def __init__(
        self,
        ctx: Context,
        printer: str,
        jobs: Jobs,
        visiting: Visiting,
        ticket: TicketModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._printer = printer
        self._jobs = jobs
        self._visiting = visiting
        self._ticket = ticket
        visiting.shown.connect(self.changed)

    @property
    def _draft(self) -> Draft | None:
        return requests.draft_of(self._visiting.visit)

    @property
    def _asks(self) -> Menu | Question | None:
        page = self._visiting.visit.page
        if isinstance(page, Choice) and isinstance(page.asks, Menu):
            return page.asks
        return self._draft.question if self._draft else None

    @Property(str, notify=changed)
    def asks(self) -> str:
        """Which question it is."""
        return self._asks or ""

    @Property(str, notify=changed)
    def title(self) -> str:
        return say(title(self._asks)) if self._asks else ""

    @Property(str, notify=changed)
    def hint(self) -> str:
        """Why it is asked."""
        draft = self._draft
        if draft is None or draft.question is None:
            return ""
        register = self._ctx.registers.known[draft.form]
        return say(hint(draft.form, draft.question, register.keep_days))

    @Property(list, notify=changed)
    def answers(self) -> list[Mapping[str, str]]:
        """The answers to touch: `code`, `label` and, for a door, `line`."""
        asks = self._asks
        if isinstance(asks, Menu):
            doors = [(answer, *door(answer)) for answer in MENUS[asks] if self._is_open(answer)]
            return [{"code": a, "label": say(b), "line": say(c)} for a, b, c in doors]
        draft = self._draft
        if draft is None or asks is None:
            return []
        declared = self._ctx.registers.known[draft.form].fields.get(asks)
        choices = declared.choices.items() if declared else ()
        return [{"code": code, "label": say(named(label)), "line": ""} for code, label in choices]

    @Property(bool, notify=changed)
    def skippable(self) -> bool:
        draft = self._draft
        return bool(draft and draft.question and may_skip(draft.form, draft.question))

    @Property(str, notify=changed)
    def typed(self) -> str:
        page = self._visiting.visit.page
        if not isinstance(page, Digits) or page.draft.question is None:
            return ""
        return spaced(page.draft.question, page.typed)

    @Property(bool, notify=changed)
    def enough(self) -> bool:
        """Whether what is typed can be an answer."""
        return bool(requests.typed(self._visiting.visit))

    @Property(str, notify=changed)
    def letters(self) -> str:
        """The letters that a number may begin with, when one is typed next; else ""."""
        page = self._visiting.visit.page
        begins = isinstance(page, Digits) and page.draft.question is Question.TICKET
        if not begins or (isinstance(page, Digits) and page.typed):
            return ""
        return "".join(sorted(queue.letter for queue in self._ctx.hall.queues))

    @Property(list, constant=True)
    def otherWays(self) -> list[Mapping[str, str]]:
        """The other ways to complain: `name` and `how`."""
        return [{"name": way.name, "how": way.how} for way in self._ctx.config.complaint_ways]

    @Slot()
    def openHelp(self) -> None:
        self._open(Menu.HELP)

    @Slot()
    def openReport(self) -> None:
        self._open(Menu.REPORT)

    @Slot(str)
    def answer(self, answer: str) -> None:
        """Answer the question on the screen; the last answer asks the hall."""
        visit = self._visiting.visit
        if isinstance(self._asks, Menu):
            self._visiting.step(lambda now: requests.pick(now, answer))
            return
        draft = requests.answered(visit, answer)
        if draft is None:
            return
        if draft.question is not None:
            self._visiting.step(lambda now: requests.ask_next(now, draft))
        else:
            self._file(draft)

    @Slot()
    def skip(self) -> None:
        self.answer("")

    @Slot(str)
    def typeSign(self, sign: str) -> None:
        self._visiting.step(lambda visit: requests.type_sign(visit, sign))

    @Slot()
    def erase(self) -> None:
        self._visiting.step(requests.erase)

    @Slot()
    def confirm(self) -> None:
        """Answer with what is typed."""
        typed = requests.typed(self._visiting.visit)
        if typed:
            self.answer(typed)

    def _open(self, menu: Menu) -> None:
        try:
            self._ctx.registers  # noqa: B018 a register that cannot be read is said here
        except HallError as error:
            self._refused(error)
            return
        self._visiting.step(lambda visit: requests.open_menu(visit, menu))

    def _is_open(self, answer: str) -> bool:
        return answer != OTHER_WAYS or bool(self._ctx.config.complaint_ways)

    def _file(self, draft: Draft) -> None:
        from shared.usecases.cases.request_case import CaseRequest, request_case

        request = CaseRequest(draft.form, draft.fields, self._printer, draft.ticket)
        self._visiting.step(flow.asking)
        self._jobs.run(lambda: request_case(self._ctx, request), self._requested)

    def _requested(self, result: "RequestedCase | HallError") -> None:
        if isinstance(result, HallError):
            self._refused(result)
            return
        receipt = Receipt(
            result.code,
            result.title,
            result.note,
            result.due,
            result.first_due,
            result.place,
            result.qr,
        )
        paper = self._ticket.awaits(receipt.code)
        self._visiting.show(requests.filed(self._visiting.visit, receipt, paper))

    def _refused(self, error: HallError) -> None:
        self._visiting.show(flow.refused(self._visiting.visit, error.public or TROUBLE))
