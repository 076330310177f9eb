"""Every slip there is, as paper."""

from typing import assert_never

from shared.slips.case import CaseSlip, case_paper
from shared.slips.lines import Paper
from shared.slips.ticket import TicketSlip, ticket_paper

Slip = TicketSlip | CaseSlip
"""What a print job asks for; `number` is what it is known by."""


def paper_of(slip: Slip) -> Paper:
    """Lay a slip out."""
    match slip:
        case TicketSlip():
            return ticket_paper(slip)
        case CaseSlip():
            return case_paper(slip)
        case _:
            assert_never(slip)
