"""Cases of the registers: opened, advanced, reckoned, alarmed, forgotten."""

from shared.usecases.cases.advance_case import advance_case
from shared.usecases.cases.open_case import Opened, open_case
from shared.usecases.cases.queries import (
    ShownCase,
    due_cases,
    list_cases,
    next_due,
    show_case,
    todays_cases,
)

__all__ = [
    "Opened",
    "ShownCase",
    "advance_case",
    "due_cases",
    "list_cases",
    "next_due",
    "open_case",
    "show_case",
    "todays_cases",
]
