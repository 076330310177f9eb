"""What storage and feed share."""

import pytest

from shared.storage import watch


@pytest.fixture
def no_poll(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server's notifications are all there is: no test lives to see the poll behind them."""
    monkeypatch.setattr(watch, "SLOW_POLL_S", 3600.0)
