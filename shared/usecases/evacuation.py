"""Evacuation: every screen and voice says so at once, and nobody is called meanwhile."""

from shared.domain.errors import BadInput, Refused
from shared.domain.events import EvacuationBegan, EvacuationEnded
from shared.domain.said import said
from shared.storage import Transaction, evacuations
from shared.storage.evacuations import Evacuation
from shared.usecases.context import Context
from shared.usecases.permitted import permitted
from shared.usecases.unit import Unit, hall_unit

__all__ = ["Evacuation", "begin_evacuation", "end_evacuation", "evacuation_now", "refuse_meanwhile"]

LONGEST = 40
"""Characters of a text at most: it has to be read in passing."""


@permitted
def begin_evacuation(ctx: Context, by: str, text: str | None = None) -> Evacuation:
    """Have everybody leave; `text` instead of the hall's own words. Refused when it goes on."""
    rules = ctx.config.evacuation
    words = rules.text if text is None else text.strip()
    if not 0 < len(words) <= LONGEST:
        raise BadInput(
            f"the text has {len(words)} characters", f"say it in 1 to {LONGEST}: --text TEXT"
        )
    with hall_unit(ctx) as work:
        if evacuations.going_on(work.tx) is not None:
            raise Refused("the hall is being evacuated already", "hall evacuate off ends it")
        evacuations.begin(work.tx, work.now, words, rules.text_en)
        begun = _going_on(work.tx)
        work.tell(EvacuationBegan(words, rules.text_en, _name(by)))
    return begun


@permitted
def end_evacuation(ctx: Context, by: str) -> Evacuation:
    """The hall may be used again; Refused when nobody evacuates it."""
    with hall_unit(ctx) as work:
        found = evacuations.going_on(work.tx)
        if found is None:
            raise Refused("the hall is not being evacuated", "nothing to do")
        evacuations.end(work.tx, found.id, work.now)
        work.tell(EvacuationEnded(_name(by)))
    return found


def evacuation_now(ctx: Context) -> Evacuation | None:
    """Return the evacuation that goes on, None when the hall is in use."""
    with ctx.database.read() as tx:
        return evacuations.going_on(tx)


def refuse_meanwhile(work: Unit) -> None:
    """Refused while the hall is evacuated: no number is given out and nobody is called."""
    found = evacuations.going_on(work.tx)
    if found is not None:
        raise Refused(
            f"the hall is being evacuated since {found.began_at.astimezone(work.ctx.zone):%H:%M}:"
            " nobody is called and no number is given out",
            "leave now; when it is over the duty manager ends it: hall evacuate off",
            said("intake", "正在疏散，请立即离开大厅"),
        )


def _going_on(tx: Transaction) -> Evacuation:
    found = evacuations.going_on(tx)
    assert found is not None
    return found


def _name(by: str) -> str:
    if not by.strip():
        raise BadInput("nobody was named", "say who does it: --by NAME")
    return by.strip()
