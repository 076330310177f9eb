"""One honest visit through the processes and wires of a hall, every step looked at."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from shared.demo.hand import LOOK_S, PATIENCE_S, Hand
from shared.demo.processes import Processes
from shared.domain.errors import HallError, Unavailable
from shared.domain.rating import Score
from shared.domain.ticket import TicketNumber, TicketState
from shared.storage import items
from shared.storage.print_jobs import PrintState
from shared.usecases.call_next import call_next
from shared.usecases.context import Context
from shared.usecases.issue_ticket import Request, issue_ticket
from shared.usecases.queries import latest_service, show_ticket

SERVICE = "公司设立登记"
TYPED = "gssl"
WINDOW = 3
GREEN_WINDOW = 1
REST_S = 3.0
"""What moves or flashes has come to rest before its picture is taken."""
EARLIER = (
    ("公司变更登记", 4),
    ("社会保障卡申领", 5),
    ("发票领用", 6),
    ("公司设立登记", 4),
    ("企业职工参保登记", None),
    ("个人参保证明查询打印", None),
    ("户政业务办理", None),
    ("不动产登记", None),
)
"""People who came before, and the window that has called them: the screens show a living hall."""


class Visit:
    """Plays the visit; `steps` holds what was seen, in order."""

    def __init__(self, ctx: Context, out: Path, sockets: Path, say: Callable[[str], None]) -> None:
        self._ctx = ctx
        self._out = out
        self._sockets = sockets
        self._say = say
        self._began = time.monotonic()
        self.steps: list[dict[str, Any]] = []
        self._ok = False
        self._error: str | None = None

    def play(self) -> None:
        """Play it all; HallError at the first step that does not happen."""
        self._earlier_people()
        with Processes(self._ctx.config.folder, self._out / "log", quiet=True) as processes:
            for name in ("dock", "board", "kiosk"):
                processes.start(name, "--remote", str(self._sockets / name))
            processes.start("windows")
            dock, board, kiosk = (Hand(self._sockets / name) for name in ("dock", "board", "kiosk"))
            dock.await_value(f"led-{WINDOW}", "shownText", self._idle(WINDOW))
            self._saw("hall open", led=self._idle(WINDOW))
            number = self._take_number(kiosk)
            self._paper(dock, number)
            self._call(dock, board, number)
            self._rate(dock, number)
            self._green(kiosk, dock, board)
            for hand in (kiosk, board, dock):
                hand.close()
            codes = processes.stop()
        if any(codes.values()):
            raise Unavailable(f"processes ended with {codes}", f"logs: {self._out / 'log'}")
        self._saw("all processes ended in order")
        self._ok = True

    def failed(self, error: HallError) -> None:
        """Note why the visit ended early."""
        self._error = error.message
        self._say(f"  ✗ {error.message} ({error.hint})")

    def summary(self) -> dict[str, Any]:
        """Return what was seen."""
        return {
            "ok": self._ok,
            "hall": self._ctx.hall.name,
            "steps": self.steps,
            "error": self._error,
            "pictures": sorted(path.name for path in self._out.glob("*.png")),
        }

    # ---- the steps ----

    def _earlier_people(self) -> None:
        for service, window in EARLIER:
            issue_ticket(self._ctx, Request(service, origin="desk"))
            if window is not None:
                call_next(self._ctx, window)

    def _take_number(self, kiosk: Hand) -> TicketNumber:
        kiosk.read("take-number", "visible")
        kiosk.picture(self._out / "kiosk-1-home.png")
        kiosk.touch("take-number")
        kiosk.read("way-frequent", "visible")
        kiosk.picture(self._out / "kiosk-2-items.png")
        for letter in TYPED:
            kiosk.touch(f"key-{letter}")
        kiosk.await_value("typed", "typed", TYPED)
        kiosk.picture(self._out / "kiosk-3-search.png")
        kiosk.touch(f"item-{self._code(SERVICE)}")
        number = TicketNumber.parse(kiosk.read("number", "text"))
        kiosk.picture(self._out / "kiosk-4-number.png")
        self._saw("number on the kiosk", number=str(number), touches=len(TYPED) + 2)
        kiosk.await_value("slip", "out", True)
        time.sleep(REST_S)
        kiosk.picture(self._out / "kiosk-5-slip.png")
        kiosk.touch("done")
        kiosk.read("take-number", "visible")
        return number

    def _paper(self, dock: Hand, number: TicketNumber) -> None:
        self._await(
            lambda: show_ticket(self._ctx, number).print_state is PrintState.CONFIRMED,
            f"the slip of {number} confirmed by the printer",
        )
        dock.await_value("paper", "slipCount", 1)
        self._saw("paper out, confirmed by the printer", number=str(number))

    def _call(self, dock: Hand, board: Hand, number: TicketNumber) -> None:
        dock.touch(f"key-{WINDOW}-call_next")
        dock.await_value(f"led-{WINDOW}", "shownText", f"请{number}号到{WINDOW}号窗口")
        digits = f"000 {number.keypad_digits:03d}"
        dock.await_value(f"digits-{WINDOW}", "shownDigits", digits)
        self._saw("called by keypad", led=f"请{number}号到{WINDOW}号窗口", keypad=digits)
        board.await_value("newest", "number", str(number))
        board.await_value("newest", "window", str(WINDOW))
        time.sleep(REST_S)
        board.picture(self._out / "board.png")
        self._saw("on the wall board", number=str(number), window=WINDOW)

    def _rate(self, dock: Hand, number: TicketNumber) -> None:
        dock.touch(f"key-{WINDOW}-evaluate")
        dock.await_value(f"pad-{WINDOW}", "ratingOpen", True)
        dock.picture(self._out / "dock.png")
        dock.ask({"do": "pictures", "folder": str(self._out), "window": str(WINDOW)})
        dock.touch(f"pad-{WINDOW}-0")
        self._await(lambda: self._score() == Score.VERY_GOOD, f"the rating of {number} stored")
        self._saw("rated on the pad", number=str(number), score=int(Score.VERY_GOOD))

    def _green(self, kiosk: Hand, dock: Hand, board: Hand) -> None:
        kiosk.touch("green-channel")
        number = TicketNumber.parse(kiosk.read("number", "text"))
        kiosk.await_value("slip", "out", True)
        time.sleep(REST_S)
        kiosk.picture(self._out / "kiosk-6-green.png")
        dock.touch(f"key-{GREEN_WINDOW}-call_next")
        led = f"请{number}号到{GREEN_WINDOW}号窗口"
        dock.await_value(f"led-{GREEN_WINDOW}", "shownText", led)
        board.await_value("newest", "number", str(number))
        time.sleep(REST_S)
        board.picture(self._out / "board-green.png")
        state = show_ticket(self._ctx, number).ticket.state
        if state not in (TicketState.SERVING, TicketState.CALLED):
            raise Unavailable(f"{number} is {state}", "it should be at the window")
        self._saw("green channel in one touch", number=str(number), led=led)

    # ---- inside ----

    def _idle(self, window: int) -> str:
        return f"{window}号窗口 {self._ctx.hall.window(window).name}"

    def _code(self, name: str) -> str:
        with self._ctx.database.read() as tx:
            item = items.find(tx, name)
        if item is None:
            raise Unavailable(
                f"this hall does not offer {name}", "play the demo in the sample hall"
            )
        return item.code

    def _score(self) -> int | None:
        service = latest_service(self._ctx, WINDOW)
        return service.score if service else None

    def _await(self, happened: Callable[[], bool], what: str) -> None:
        deadline = time.monotonic() + PATIENCE_S
        while not happened():
            if time.monotonic() > deadline:
                raise Unavailable(f"not seen: {what}", f"logs: {self._out / 'log'}")
            time.sleep(LOOK_S)

    def _saw(self, step: str, **what: Any) -> None:
        after = round(time.monotonic() - self._began, 2)
        self.steps.append({"step": step, "seconds": after, **what})
        told = ", ".join(f"{name} {value}" for name, value in what.items())
        self._say(f"  ✓ {step}" + (f": {told}" if told else ""))
