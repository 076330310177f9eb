"""The hall knows when a kiosk's printer is in trouble, and when it is well again."""

import logging

import pytest

from devices.printer import PrinterSimulator
from devices.transport import TcpListener
from kiosk.slip_printer import ReceiptSlipPrinter
from kiosk.told_printer import ToldPrinter
from shared.domain.devices import DeviceState
from shared.domain.errors import Unavailable
from shared.domain.events import DeviceChanged
from shared.printing import print_waiting
from shared.storage.print_jobs import PrintState
from shared.usecases.devices import devices_now
from shared.usecases.printing import job_state
from tests.support.halls import SampleHall

NAME = "kiosk K1 printer"


def test_trouble_is_told_once_and_recovery_too(hall: SampleHall) -> None:
    listener, simulator = TcpListener(), PrinterSimulator()
    listener.start(simulator.feed)
    simulator.emit = listener.send
    inner = ReceiptSlipPrinter(listener.url, hall.ctx.config.run_dir)
    printer = ToldPrinter(hall.ctx, NAME, inner)
    for paper_out in (False, True, True, False):
        simulator.paper_out = paper_out
        hall.issue(printer="K1")
        assert print_waiting(hall.ctx, "K1", printer) == 1
    listener.stop()
    told = [event for event in hall.events() if isinstance(event, DeviceChanged)]
    assert [event.state for event in told] == ["working", "trouble", "working"]
    assert "缺纸" in told[1].reason
    (known,) = devices_now(hall.ctx)
    assert (known.device, known.state) == (NAME, DeviceState.WORKING)


def test_a_state_that_cannot_be_told_spoils_no_slip(
    hall: SampleHall, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def gone(*_: object) -> None:
        raise Unavailable("the database does not answer", "wait")

    monkeypatch.setattr("kiosk.told_printer.device_changed", gone)
    printer = ReceiptSlipPrinter(f"file://{hall.folder}/out.bin", hall.ctx.config.run_dir)
    ticket = hall.issue(printer="K1")
    with caplog.at_level(logging.ERROR, logger="hallcall"):
        assert print_waiting(hall.ctx, "K1", ToldPrinter(hall.ctx, NAME, printer)) == 1
    job = job_state(hall.ctx, ticket.ticket)
    assert job is not None
    assert job.state is PrintState.SENT
    assert "could not be told" in caplog.text
