"""The centre agrees beforehand to a long leave from a single-person window (第四条（二）)."""

from datetime import datetime

from shared.domain.staff import staff_number
from shared.usecases.context import Context
from shared.usecases.permitted import check_for, permitted
from shared.usecases.posts.cases import POST, minute, opened, single_words, stepped
from shared.usecases.posts.changing import person_of
from shared.usecases.unit import hall_unit


@permitted
def ask_leave(
    ctx: Context, window: int, number: str, reason: str, until: datetime, partner: str | None = None
) -> str:
    """Ask beforehand for a long leave from a single-person window; returns the case's number.

    It is for the centre to agree (`consent_leave`). `partner` is the B person the unit names, by
    default the one of the staff list.
    """
    window = ctx.hall.window(window).number
    with hall_unit(ctx) as work:
        person = person_of(work, staff_number(number))
        check_for(ctx, work.tx, person.number)
        fields = {
            "window": str(window),
            "post_a": person.called,
            "single": single_words(work.hall, window),
        }
        fields |= {"length": "long", "reason": reason, "until": minute(until, work)}
        if named := partner or person.partner:
            fields["post_b"] = person_of(work, staff_number(named)).called
        if person.unit:
            fields["unit"] = person.unit
        code, events = opened(work, POST, fields)
        for event in events:
            work.tell(event)
    return code


@permitted
def consent_leave(ctx: Context, code: str, unit: str = "", partner: str | None = None) -> None:
    """Agree to a leave somebody asked for; BadInput when no B person or unit is named by then."""
    with hall_unit(ctx) as work:
        fields = {"unit": unit} if unit else {}
        if partner:
            fields["post_b"] = person_of(work, staff_number(partner)).called
        for event in stepped(work, code, "consent", fields):
            work.tell(event)
