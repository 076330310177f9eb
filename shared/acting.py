"""Who of the staff acts by this command."""

from contextvars import ContextVar

ACTING: ContextVar[str | None] = ContextVar("ACTING", default=None)
"""A staff number (`hall --as NUMBER`), None for the hall's server."""
