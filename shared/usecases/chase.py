"""Whoever was called and has not come: recalled in time, and given up after the last recall."""

from typing import assert_never

from shared.domain.coming_back import Chase, due
from shared.domain.ticket import Action, StartMode, TicketState
from shared.storage import evacuations, services
from shared.storage.services import Service
from shared.usecases.context import Context
from shared.usecases.unit import Unit, unit
from shared.usecases.window_actions import end_service, recall_service


def chase(ctx: Context) -> list[Service]:
    """Recall or give up everybody for whom it is due; returns the services that were changed.

    Only where the hall lets it (`no_show.automatic`) and serving starts by its own key: under
    `on_call` nobody but the window knows whether the person came.
    """
    if not ctx.hall.no_show.automatic or ctx.hall.start is not StartMode.EXPLICIT:
        return []
    with ctx.database.read() as tx:
        if evacuations.going_on(tx) is not None:
            return []
        going_on = services.open_in_hall(tx)
    late = [one.window for one in going_on if _due(ctx, one) is not Chase.NOTHING]
    changed = []
    for window in late:
        with unit(ctx, windows=[window]) as work:
            if evacuations.going_on(work.tx) is not None:
                break
            found = _chase(work, services.open_at(work.tx, window))
            changed += [found] if found else []
    return changed


def _chase(work: Unit, current: Service | None) -> Service | None:
    """Do what is due by now: the window may have been quicker."""
    if current is None:
        return None
    match _due(work.ctx, current):
        case Chase.RECALL:
            return recall_service(work, current)
        case Chase.GIVE_UP:
            end_service(work, current, Action.NO_SHOW)
            return current
        case Chase.NOTHING:
            return None
        case other:
            assert_never(other)


def _due(ctx: Context, service: Service) -> Chase:
    if service.state is not TicketState.CALLED:
        return Chase.NOTHING
    last_call = service.recalled_at or service.called_at
    return due(ctx.hall.no_show, last_call, service.calls, ctx.clock())
