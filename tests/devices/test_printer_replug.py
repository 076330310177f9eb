"""A printer unplugged and plugged in again at any moment: nothing is printed twice."""

import os
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from devices.printer import (
    Confirmed,
    Cut,
    Document,
    EscposPrinter,
    Failed,
    PrinterSimulator,
    Ready,
    Text,
    Uncertain,
    encode,
    load_profile,
)
from devices.transport import PtyListener, transport_for

SIMULATED = load_profile("simulated")
PLAIN = replace(SIMULATED, presenter=None)
ASKED = 12  # bytes of the four questions before a job
RUNS = 1_000 if os.environ.get("HALLCALL_PROOF") else 40


def job(number: int) -> Document:
    return (Text(f"第{number}号"), Text("请在大厅等候叫号" * 6), Cut())


class Pulled:
    """A printer on a pseudo-terminal that comes and goes under one path."""

    def __init__(self, link: Path) -> None:
        self.simulator = PrinterSimulator()
        self.link = link
        self.plug_in()

    def plug_in(self) -> None:
        self.listener = PtyListener(self.link)
        self.simulator.emit = self.listener.send
        self.listener.start(self.simulator.feed)

    def pull(self) -> None:
        self.listener.stop()

    def slips(self) -> Counter[str]:
        """Count the slips of each job; what is left of a broken job may stand before the next."""
        words = [
            getattr(part, "text", "") for slip in self.simulator.slips for part in slip.elements
        ]
        return Counter(word for word in words if word.startswith("第"))


@pytest.fixture
def pulled(tmp_path: Path) -> Pulled:
    return Pulled(tmp_path / "printer")


def printer_at(pulled: Pulled, **more: float) -> EscposPrinter:
    wire = transport_for(f"serial://{pulled.link}")
    return EscposPrinter(wire, PLAIN, listens=True, **more)  # type: ignore[arg-type]


def test_pulled_at_any_byte_and_back_at_once(
    pulled: Pulled, record_property: Callable[[str, object], None]
) -> None:
    printer = printer_at(pulled, confirm_timeout=1.0)
    length = ASKED + len(encode(job(1), PLAIN, job=1).data)
    places = Random(3)
    counted: Counter[str] = Counter()
    for number in range(1, RUNS + 1):
        before = len(pulled.simulator.slips)
        anywhere = places.randrange(1, length + 1)
        pulled.simulator.drop_after = places.choice((anywhere, ASKED, length))
        result = printer.print(job(number), number)
        came = len(pulled.simulator.slips) - before
        counted[type(result).__name__] += 1
        match result:
            case Confirmed():
                assert came == 1
            case Failed():
                assert came == 0
            case Uncertain(written):
                assert came in (0, 1)
                assert written > 0
            case _:
                raise AssertionError(result)
        pulled.simulator.drop_after = None
    assert set(pulled.slips().values()) <= {1}
    assert printer.print(job(0), 0) == Confirmed()  # back by itself
    assert counted["Confirmed"] > 0
    assert counted["Uncertain"] > 0
    for name, count in counted.items():
        record_property(name, count)
    pulled.pull()


def test_pulled_before_a_job_and_back_a_moment_later(pulled: Pulled) -> None:
    pulled.pull()
    back = threading.Timer(0.3, pulled.plug_in)
    back.start()
    assert printer_at(pulled, patience=10).print(job(1), 1) == Confirmed()
    back.join()
    assert pulled.slips() == Counter({"第1号": 1})
    pulled.pull()


def test_pulled_for_good_fails_and_tells(pulled: Pulled) -> None:
    printer = printer_at(pulled, patience=0.2)
    pulled.pull()
    result = printer.print(job(1), 1)
    assert isinstance(result, Failed)
    assert result.hint
    pulled.plug_in()
    assert printer.print(job(2), 2) == Confirmed()
    assert pulled.slips() == Counter({"第2号": 1})
    pulled.pull()


def test_pulled_while_listening_and_heard_again(pulled: Pulled) -> None:
    printer = printer_at(pulled)
    assert printer.listen(5) == Ready()  # GS a answers with how it is
    pulled.pull()
    assert printer.listen(5) != Ready()
    pulled.plug_in()
    assert printer.listen(5) == Ready()
    printer.close()
    pulled.pull()


def test_a_change_is_heard_while_idle_and_a_job_is_not_kept_waiting(pulled: Pulled) -> None:
    printer = printer_at(pulled)
    heard: list[object] = []
    assert printer.listen(5) == Ready()
    listening = threading.Thread(target=lambda: heard.append(printer.listen(30)))
    listening.start()
    time.sleep(0.05)
    pulled.simulator.near_end = True
    listening.join(10)
    assert heard == [Ready(near_end=True)]
    listening = threading.Thread(target=lambda: heard.append(printer.listen(30)))
    listening.start()
    time.sleep(0.05)
    assert printer.print(job(1), 1) == Confirmed()
    listening.join(10)
    assert not listening.is_alive()
    assert heard[1] is None
    printer.close()
    pulled.pull()
