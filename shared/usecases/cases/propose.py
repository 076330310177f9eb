"""The system proposes a case in another register; what becomes of it is for people to decide."""

from collections.abc import Mapping

from shared.domain.events import Event
from shared.domain.register.declaration import CODE, Proposal, Role
from shared.usecases.cases.open_case import Opened, open_within
from shared.usecases.unit import Unit

SYSTEM = "hall"


def propose(
    work: Unit, code: str, proposal: Proposal, values: Mapping[str, str]
) -> tuple[Opened, list[Event]]:
    """Open what is proposed within a transaction; returns it with what is to be told."""
    fields = dict(proposal.sets)
    for target, source in proposal.copies.items():
        text = code if source == CODE else values.get(source, "")
        if text:
            fields[target] = text
    register = work.ctx.registers.known[proposal.register]
    return open_within(work, register, fields, code, Role.SYSTEM, SYSTEM)
