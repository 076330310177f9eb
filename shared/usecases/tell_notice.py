"""Give the one-time notice of an item: on paper, and kept as it was told (S2)."""

from dataclasses import dataclass

from shared.domain.errors import BadInput, Refused
from shared.domain.guide import Guide, sections
from shared.domain.register.declaration import Role
from shared.domain.said import said
from shared.slips.case import heading
from shared.storage import cases, guides, items
from shared.usecases.cases.open_case import open_within
from shared.usecases.context import Context
from shared.usecases.papers import want
from shared.usecases.unit import unit

REGISTER = "one_time_notice"
PAPER = "notice"
SAMPLE = "示例数据，不作为办事依据"


@dataclass(frozen=True)
class Told:
    """A notice that was given: the number of its case, its print job, what its QR code holds."""

    case: str
    item: str
    job: int
    code: str


def tell_notice(ctx: Context, item: str, printer: str) -> Told:
    """Keep and print the notice of the item with this code, in one transaction.

    Refused for an item without a guide: an empty notice tells nobody anything.
    """
    register = ctx.registers.register(REGISTER)
    with unit(ctx) as work:
        found = items.find(work.tx, item)
        if found is None:
            raise BadInput(f"there is no service “{item}”", "hall catalog list shows every code")
        guide = guides.find(work.tx, found.code)
        if guide is None:
            raise Refused(
                f"{found.name} has no guide",
                "hall catalog guides FILE puts it in",
                said("guide", "材料清单请到窗口领取"),
            )
        fields = {
            "item": found.name,
            "told_all": "yes",
            "samples": "free" if any(one.source for one in guide.materials) else "none",
            "told": notice_text(guide),
        }
        opened, events = open_within(work, register, fields, "kiosk", Role.SYSTEM, printer)
        for event in events:
            work.tell(event)
        job = want(work, cases.find(work.tx, opened.code), PAPER, printer)
    return Told(opened.code, found.name, job, ctx.config.case_code(opened.code))


def notice_text(guide: Guide) -> str:
    """Return all that a notice tells, as it is kept and printed."""
    lines = [SAMPLE] if guide.sample else []
    for section in sections(guide):
        lines += [heading(section.title), *section.lines]
    return "\n".join(lines)
