"""A monkey at the kiosk: touches, keys, switches, scans, faults and clocks, at random but seeded.

Nothing may raise, warn or stay; no number is lost or given twice. `HALLCALL_PROOF=1` for long.
"""

import os
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from sqlalchemy import text

from shared.config.pin import set_pin
from shared.domain.slip_trouble import SlipTrouble
from shared.feed import Live, Lost
from shared.storage.print_jobs import PrintState
from shared.usecases import printing
from shared.usecases.audit import verify
from shared.usecases.call_next import call_next
from shared.usecases.context import Context
from tests.kiosk.conftest import OpenKiosks
from tests.kiosk.screen import KioskScreen, Target

PROOF = os.environ.get("HALLCALL_PROOF") == "1"
EVENTS = 20_000 if PROOF else 150
SEED = 20261123
CALM = 0.7
"""How often it waits for something that can be pressed."""
SETTLE_MS = 10
"""How long a new screen takes no touch: less than for people, or the monkey would mostly wait."""
RESTS = 60
"""After so many events nobody touches anything for a while."""
KEYS = (
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left),
    *(Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_F1),
    *(Qt.Key.Key_VolumeUp, Qt.Key.Key_VolumeDown, Qt.Key.Key_G, Qt.Key.Key_Backspace),
    *(Qt.Key.Key_Help, Qt.Key.Key_Select, Qt.Key.Key_F11, Qt.Key.Key_7),
)
RecordProperty = Callable[[str, object], None]


class Drifting:
    """A wall clock that somebody sets."""

    def __init__(self, real: Callable[[], datetime]) -> None:
        self._real = real
        self.off = timedelta()

    def __call__(self) -> datetime:
        return self._real() + self.off


@dataclass
class Monkey:
    """One monkey before one kiosk."""

    kiosk: KioskScreen
    ctx: Context
    clock: Drifting
    rng: random.Random
    away: bool = False
    did: list[str] = field(default_factory=list)

    def act(self) -> None:
        """Do one thing."""
        acts = (
            *[self.touch] * 10,
            *[self.anywhere, self.double, self.fingers, self.key] * 2,
            self.scan,
            self.database,
            self.feed,
            self.slip,
            self.window,
            self.set_clock,
        )
        act = self.rng.choice(acts)
        self.did.append(act.__name__)
        act()
        QGuiApplication.processEvents()

    def touch(self) -> None:
        """Touch something that can be pressed, or at once whatever is there."""
        targets: list[Target] = []

        def there() -> bool:
            targets[:] = [one for one in self.kiosk.targets() if one.enabled]
            return bool(targets)

        if self.rng.random() < CALM:
            self.kiosk.until(there)
        if targets or there():
            target = self.rng.choice(targets)
            self.did[-1] += f" {target.name}"
            self.kiosk.tap(target.seen.center().toPoint())

    def place(self) -> QPoint:
        return QPoint(self.rng.randrange(1080), self.rng.randrange(1920))

    def anywhere(self) -> None:
        self.kiosk.tap(self.place())

    def double(self) -> None:
        at = self.place()
        for _ in range(self.rng.randrange(2, 6)):
            self.kiosk.tap(at)

    def fingers(self) -> None:
        """Touch with several fingers at once."""
        window, finger = self.kiosk.window, QTest.createTouchDevice()
        places = [self.place() for _ in range(self.rng.randrange(2, 5))]
        down = QTest.touchEvent(window, finger)
        for number, at in enumerate(places):
            down.press(number, at, window)
        down.commit()
        up = QTest.touchEvent(window, finger)
        for number, at in enumerate(places):
            up.release(number, at, window)
        up.commit()

    def key(self) -> None:
        self.kiosk.press(self.rng.choice(KEYS))

    def scan(self) -> None:
        """Hold something before the scanner: a slip of this hall, or not."""
        if self.away or self.rng.random() < 0.3:
            self.kiosk.scan("of somewhere else")
            return
        with self.ctx.database.read() as tx:
            keys = [row.key for row in tx.execute(text("SELECT key FROM ticket"))]
        key = self.rng.choice([*keys, "nobodys-key"])
        self.kiosk.scan(f"HC1:{key}")

    def database(self) -> None:
        """Take the tickets away, or bring them back."""
        self.bring_back() if self.away else self._rename("ticket", "ticket_away")
        self.away = not self.away

    def bring_back(self) -> None:
        self._rename("ticket_away", "ticket")

    def _rename(self, old: str, new: str) -> None:
        with self.ctx.database.write() as tx:
            tx.execute(text(f"ALTER TABLE {old} RENAME TO {new}"))

    def feed(self) -> None:
        state = self.rng.choice([Live(), Lost("gone")])
        self.kiosk.model.onFeedState(state)

    def slip(self) -> None:
        """The print worker settles a slip, somehow."""
        work = None if self.away else printing.take(self.ctx, "K1")
        if work is not None:
            ends = (PrintState.SENT, PrintState.CONFIRMED, PrintState.UNCERTAIN, PrintState.FAILED)
            trouble = self.rng.choice([*SlipTrouble])
            printing.settle(self.ctx, work, self.rng.choice(ends), "", trouble)

    def window(self) -> None:
        if not self.away:
            call_next(self.ctx, self.rng.choice((1, 3, 5, 7)))

    def set_clock(self) -> None:
        self.clock.off = timedelta(seconds=self.rng.randrange(-3600, 3600))

    def rest(self) -> None:
        """Nobody is there: home, and nothing left."""
        if self.away:
            self.database()
        self.kiosk.until(lambda: not self.kiosk.model.visit.property("busy"))
        self.kiosk.until(self._home)

    def _home(self) -> bool:
        self.kiosk.idle(200)  # what is spoken or printed meanwhile is worth waiting for once more
        return bool(self.kiosk.model.visit.visit.at_rest)


@pytest.mark.timeout(7200 if PROOF else 300)
def test_a_monkey_breaks_nothing(
    kiosks: OpenKiosks, ctx: Context, record_property: RecordProperty
) -> None:
    set_pin(ctx.config.folder, "270914")
    clock = Drifting(ctx.clock)
    kiosk = kiosks(ctx.with_clock(clock))
    monkey = Monkey(kiosk, ctx, clock, random.Random(SEED))
    settling = kiosk.window.findChild(QObject, "settling")
    assert settling is not None
    settling.setProperty("interval", SETTLE_MS)
    ended: list[int] = []
    kiosk.model.tending.ended.connect(ended.append)
    kiosk.touch("green-channel")  # one number at least, however the dice fall
    kiosk.await_screen("done")
    for number in range(EVENTS):
        monkey.act()
        if number % RESTS == RESTS - 1:
            monkey.rest()
    monkey.rest()
    kiosk.opened.jobs.wait()
    with ctx.database.read() as tx:
        rows = tx.execute(text("SELECT prefix, number FROM ticket ORDER BY prefix, number"))
        given = [(row.prefix, row.number) for row in rows]
    counts = {prefix: sum(one == prefix for one, _ in given) for prefix, _ in given}
    assert given == [(p, n) for p in sorted(counts) for n in range(1, counts[p] + 1)]
    assert given
    assert ended == []  # nobody guesses the PIN
    assert verify(ctx).whole
    record_property("monkey.events", EVENTS)
    record_property("monkey.numbers", len(given))
