"""The complaint key of a pad: a complaint on the spot, whose handler has five minutes (004, S9)."""

from shared.usecases.unit import Unit


def complain(work: Unit, window: int) -> None:
    """Open a complaint at a window within a transaction, unless somebody is awaited there already.

    A hall without that register keeps the press as a fact and no more.
    """
    # Loaded when somebody complains: registers and cases are start-up time for whoever rates.
    from shared.domain.register.declaration import Role
    from shared.usecases.cases.open_case import open_within
    from shared.usecases.duty.queries import COMPLAINT, complaints

    register = work.ctx.registers.known.get(COMPLAINT)
    if register is None or any(one.window == window for one in complaints(work.ctx, work.tx)):
        return
    fields = {"method": "onsite", "window": str(window)}
    _, events = open_within(work, register, fields, "pad", Role.APPLICANT, "")
    for event in events:
        work.tell(event)
