"""A ticket of before as the screen with the number shows it."""

from kiosk.pages import Given
from shared.domain.hall import window_place
from shared.slips.ticket import wait_words
from shared.storage.tickets import Ticket
from shared.usecases.context import Context
from shared.usecases.phone import PhoneView


def given_of(ctx: Context, ticket: Ticket, now: PhoneView | None = None) -> Given:
    """Return what to show: as it stands `now`, as far as that is known, else as its holder was told
    when the number was given out.
    """
    wait = (now.wait if now else None) or ticket.wait
    ahead = now.ahead if now else None
    place = now.place if now else ""
    return Given(
        ticket=ticket.id,
        number=str(ticket.number),
        ticket_class=ticket.ticket_class,
        service=ticket.item_name or "",
        ahead=ticket.ahead if ahead is None else ahead,
        wait=wait_words(wait) if wait else "",
        place=place or window_place(ctx.hall.windows_for(ticket.queue)),
        code=ctx.config.ticket_code(ticket.key),
    )
