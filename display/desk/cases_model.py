"""The registers at the desk, for QML: what is due, one case, the form of a step."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from display.desk import forms
from display.desk.case_view import DueRow, case_shown, due_rows
from display.desk.model import DeskModel
from display.desk.post_model import PostModel
from shared.domain.errors import BadInput
from shared.domain.register.declaration import OPEN, Role
from shared.domain.said import said
from shared.ui.rows import Rows
from shared.ui.words import say
from shared.usecases.cases import ShownCase, advance_case, open_case, show_case
from shared.usecases.context import Context

NOTICE = "one_time_notice"


class CasesModel(QObject):
    """A register is only data here: one that is made up tomorrow works as the others do.

    `turned` names the page to show next: Case, Form or Cases.
    """

    changed = Signal()
    turned = Signal(str)

    def __init__(self, ctx: Context, desk: DeskModel, post: PostModel) -> None:
        super().__init__(desk)
        self._ctx = ctx
        self._desk = desk
        self._post = post
        self._rows = Rows(DueRow, self)
        self._case: ShownCase | None = None
        self._form: forms.Form | None = None
        self._given: dict[str, str] = {}
        self._open = False
        desk.looked.connect(self._look)
        desk.did.connect(self._did)
        self._look()

    # ---- what is shown ----

    @Property(QObject, constant=True)
    def due(self) -> QObject:
        return self._rows

    @Property(int, notify=changed)
    def dueCount(self) -> int:
        return len(self._desk.sight.due)

    @Property(bool, constant=True)
    def hasNotice(self) -> bool:
        """Whether this hall keeps the register of one-time notices."""
        return NOTICE in self._ctx.registers.known

    @Property(list, constant=True)
    def registers(self) -> list[dict[str, str]]:
        """The registers in which a clerk opens cases."""
        return [
            {"code": one.code, "name": one.name, "document": one.document}
            for one in self._ctx.registers.known.values()
            if forms.may(one.steps[OPEN], self._roles)
        ]

    @Property(dict, notify=changed)
    def case(self) -> dict[str, Any]:
        """The case that is open, without its personal fields until they are asked for."""
        if self._case is None:
            return {"code": "", "fields": [], "deadlines": [], "log": [], "steps": [], "papers": []}
        now, zone = self._ctx.clock(), self._ctx.zone
        return case_shown(self._case, self._roles, zone, now, open_=self._open)

    @Property(bool, notify=changed)
    def open(self) -> bool:
        """Whether personal fields are shown."""
        return self._open

    @Property(dict, notify=changed)
    def form(self) -> dict[str, Any]:
        """The form that is open."""
        if self._form is None:
            return {"title": "", "fields": []}
        return {
            "title": self._form.title,
            "fields": [
                {
                    **asdict(field),
                    "hint": say(field.hint),
                    "choices": [
                        {"code": code, "label": say(label)} for code, label in field.choices.items()
                    ],
                    "value": self._given.get(field.name, field.value),
                }
                for field in self._form.fields
            ],
        }

    @property
    def _roles(self) -> tuple[Role, ...]:
        post = self._desk.sight.post
        if not self._post.actor or post is None or post.serving is None:
            return (Role.CLERK,)
        return tuple(role.in_registers for role in post.serving.roles)

    # ---- what is done ----

    @Slot(str)
    def show(self, code: str) -> None:
        """Open a case."""
        self._desk.act("show", lambda ctx: show_case(ctx, code))

    @Slot()
    def reveal(self) -> None:
        """Show the personal fields of this case, or hide them again."""
        self._open = not self._open
        self.changed.emit()

    @Slot()
    def notice(self) -> None:
        """Begin a one-time notice for the ticket at the window."""
        self.begin(NOTICE)

    @Slot(str)
    def begin(self, register: str) -> None:
        """Begin a case in a register."""
        declared = self._ctx.registers.register(register)
        self._fill(forms.form_of(declared, "", declared.steps[OPEN], {}, self._around()))

    @Slot(str)
    def step(self, name: str) -> None:
        """Open the form of a step in the case that is shown."""
        case = self._case
        if case is None:
            return
        step = case.register.step(name)
        found = forms.form_of(case.register, case.file.code, step, case.values, self._around())
        self._fill(found)

    @Slot(str, str)
    def give(self, name: str, text: str) -> None:
        """Write something into a field of the form."""
        self._given[name] = text

    @Slot()
    def submit(self) -> None:
        """Take the step with what stands in the form."""
        form, given = self._form, dict(self._given)
        if form is None:
            return
        by, roles = self._post.acting, self._roles
        self._desk.act("case", lambda ctx: _submit(ctx, form, given, roles, by))

    def _around(self) -> forms.Surround:
        current = self._desk.sight.desk.current
        item = current.item_name if current is not None and current.item_name else ""
        return forms.Surround(self._desk.number, item, self._ctx.clock())

    def _fill(self, form: forms.Form) -> None:
        self._form, self._given = form, {}
        self.changed.emit()
        self.turned.emit("Form")

    def _did(self, verb: str, result: Any) -> None:
        if verb not in ("show", "case"):
            return
        self._case, self._form, self._given, self._open = result, None, {}, False
        self.changed.emit()
        self.turned.emit("Case")

    @Slot()
    def leave(self) -> None:
        """Close the case: nothing of it stays on this screen."""
        self._case, self._form, self._given, self._open = None, None, {}, False
        self.changed.emit()

    def _look(self) -> None:
        self._rows.show(due_rows(self._desk.sight.due, self._ctx.registers.known, self._ctx.zone))
        self.changed.emit()


def _submit(
    ctx: Context, form: forms.Form, given: Mapping[str, str], roles: tuple[Role, ...], by: str
) -> ShownCase:
    lacking = forms.missing(form, given)
    if lacking:
        raise BadInput(
            f"to be filled in: {', '.join(lacking)}",
            "fill them in",
            public=said("desk", "请填写：{fields}").of(fields=tuple(lacking)),
        )
    fields = forms.sent(form, given)
    register = ctx.registers.register(form.register)
    step = register.steps[form.step]
    role = next((one for one in step.by if one in roles), Role.CLERK)
    if form.case:
        code = advance_case(ctx, form.case, form.step, fields, role=role, by=by).code
    else:
        code = open_case(ctx, form.register, fields, role=role, by=by).code
    return show_case(ctx, code)
