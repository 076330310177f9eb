"""The binding must not lose references: PySide6 6.12.0 did on Python 3.11 (ADR 3)."""

import sys

from PySide6.QtCore import QObject

CALLS = 200
OTHERS = 20
"""References that come and go by themselves between two looks."""


def test_a_call_that_returns_nothing_keeps_every_reference_to_none() -> None:
    thing = QObject()
    before = sys.getrefcount(None)

    for _ in range(CALLS):
        thing.setObjectName("name")

    assert sys.getrefcount(None) > before - OTHERS
