"""Whoever was called and has not come: recalled in time, and given up after the last recall."""

from shared.domain.coming_back import Chase, due
from shared.domain.errors import Refused
from shared.domain.ticket import StartMode, TicketState
from shared.storage import services
from shared.storage.services import Service
from shared.usecases.context import Context
from shared.usecases.window_actions import no_show, recall


def chase(ctx: Context) -> list[Service]:
    """Recall or give up everybody for whom it is due; returns the services that were changed.

    Only where the hall lets it (`no_show.automatic`) and serving starts by its own key: under
    `on_call` nobody but the window knows whether the person came.
    """
    rule = ctx.hall.no_show
    if not rule.automatic or ctx.hall.start is not StartMode.EXPLICIT:
        return []
    now = ctx.clock()
    with ctx.database.read() as tx:
        called = [s for s in services.open_in_hall(tx) if s.state is TicketState.CALLED]
    changed = []
    for service in called:
        last_call = service.recalled_at or service.called_at
        act = {Chase.RECALL: recall, Chase.GIVE_UP: no_show}.get(
            due(rule, last_call, service.calls, now)
        )
        if act is None:
            continue
        try:
            changed.append(act(ctx, service.window))
        except Refused:
            continue  # the window was quicker
    return changed
