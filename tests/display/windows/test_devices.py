"""Devices that go and come back under the running hub, and who is told of it."""

import json
import re
import socket
import threading
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, process_time, sleep
from urllib.error import HTTPError

import pytest
import typer
from typer.testing import CliRunner

from devices import commands as devices_commands
from devices.keypad import Key
from devices.transport.recorded import read_recording
from display import commands as display_commands
from display.windows import health_page
from display.windows.device_book import DeviceBook
from display.windows.health_page import HealthPage
from display.windows.records import Records
from display.windows.running import Windows
from shared.doctor import Fine, Warn, checks
from shared.domain.devices import DeviceState
from shared.domain.errors import BadInput, Unavailable
from shared.domain.events import DeviceChanged
from shared.usecases.devices import devices_changed, devices_now
from tests.display.windows.conftest import Desk
from tests.support.halls import SampleHall

LED, KEYS = "LED port sim:led", "keypad port sim:bus"
Record = Callable[[str, object], None]


def state(desk: Desk, device: str) -> DeviceState | None:
    found = {known.device: known.state for known in devices_now(desk.hall.ctx)}
    return found.get(device)


def told(desk: Desk, device: str) -> list[str]:
    events = desk.hall.events()
    return [e.state for e in events if isinstance(e, DeviceChanged) and e.device == device]


def test_every_device_is_known_and_left_alone_at_the_end(desk: Desk) -> None:
    desk.serve()
    desk.until(lambda: len(devices_now(desk.hall.ctx)) == 10)
    assert {known.state for known in devices_now(desk.hall.ctx)} == {DeviceState.WORKING}
    desk.leave()
    assert {known.state for known in devices_now(desk.hall.ctx)} == {DeviceState.OFF}
    assert told(desk, KEYS) == ["working", "off"]


def test_a_bus_pulled_and_put_back_while_a_key_is_pressed(
    desk: Desk, record_property: Record
) -> None:
    desk.hall.numbers(3)
    desk.serve()
    desk.until(lambda: state(desk, KEYS) is DeviceState.WORKING)
    desk.press(3, Key.CALL_NEXT)
    desk.called(3, "C001")
    wire = desk.bench.wire_faults("bus")
    wire.unplugged = True
    desk.until(lambda: state(desk, KEYS) is DeviceState.AWAY)
    desk.press(3, Key.CALL_NEXT)  # nobody can hear it
    wire.unplugged = False
    begun = monotonic()
    desk.until(lambda: state(desk, KEYS) is DeviceState.WORKING)
    record_property("seconds until a replugged bus works in the hub", round(monotonic() - begun, 2))
    desk.until(lambda: desk.digits(3) == "002001")
    desk.press(4, Key.CALL_NEXT)
    desk.called(4, "C002")
    desk.until(lambda: desk.digits(4) == "001002")
    assert told(desk, KEYS) == ["working", "away", "working"]
    assert desk.led(3) == "请C001号到3号窗口"  # neither lost nor doubled


def test_boards_pulled_and_put_back_while_a_call_is_sent(
    desk: Desk, record_property: Record
) -> None:
    desk.hall.numbers(3)
    desk.serve()
    desk.until(lambda: state(desk, LED) is DeviceState.WORKING)
    wire = desk.bench.wire_faults("led")
    wire.delay = 0.05  # the call is on its way for a while
    desk.press(3, Key.CALL_NEXT)
    wire.unplugged = True
    desk.until(lambda: state(desk, LED) is DeviceState.AWAY)
    desk.press(4, Key.CALL_NEXT)
    before = process_time()
    sleep(1)
    record_property("CPU seconds of a hub in a second without its boards", process_time() - before)
    assert process_time() - before < 0.8
    wire.unplugged, wire.delay = False, 0.0
    begun = monotonic()
    desk.called(3, "C001")
    record_property("seconds until replugged boards show the call", round(monotonic() - begun, 2))
    desk.called(4, "C002")
    desk.until(lambda: told(desk, LED) == ["working", "away", "working"])


def test_a_board_that_falls_silent_is_known(desk: Desk) -> None:
    desk.hall.numbers(2)
    desk.serve()
    desk.until(lambda: state(desk, "window 3 LED") is DeviceState.WORKING)
    desk.board_fault(3, "mute")
    desk.press(3, Key.CALL_NEXT)
    desk.until(lambda: state(desk, "window 3 LED") is DeviceState.SILENT)
    desk.board_fault(4, "nack")
    desk.press(4, Key.CALL_NEXT)
    desk.until(lambda: state(desk, "window 4 LED") is DeviceState.REFUSING)
    results = {check.name: check.result for check in checks(desk.hall.ctx.config)}
    assert isinstance(results["known: window 3 LED"], Warn)
    assert isinstance(results["known: window 5 LED"], Fine)
    assert re.search(r"silent since 2026-\d\d-\d\d \d\d:\d\d", results["known: window 3 LED"].what)


def test_a_hub_ends_within_a_second_whatever_its_ports_do(
    desk: Desk, record_property: Record
) -> None:
    desk.serve()
    desk.bench.wire_faults("led").unplugged = True
    for window in range(1, 9):
        desk.board_fault(window, "mute")
    begun = monotonic()
    desk.leave()
    record_property("seconds to stop a hub", round(monotonic() - begun, 2))
    assert monotonic() - begun < 3


def test_the_last_known_states_are_listed(desk: Desk) -> None:
    app = typer.Typer()
    for part in (devices_commands, display_commands):
        part.register(app)
    words = ["devices", "status", "--hall", str(desk.hall.folder)]
    assert "no device was ever heard of" in CliRunner().invoke(app, words).output
    desk.serve()
    desk.until(lambda: state(desk, KEYS) is DeviceState.WORKING)
    desk.bench.wire_faults("bus").unplugged = True
    desk.until(lambda: state(desk, KEYS) is DeviceState.AWAY)
    assert (
        f"{KEYS}: away since 2026-11-23T10:00:00+08:00 (" in CliRunner().invoke(app, words).output
    )
    listed = json.loads(CliRunner().invoke(app, [*words, "--json"]).output)["devices"]
    (bus,) = (one for one in listed if one["device"] == KEYS)
    assert bus["state"] == "away"
    assert bus["reason"]


def test_what_is_said_on_the_ports_is_recorded(desk: Desk, tmp_path: Path) -> None:
    desk.hall.numbers(1)
    folder = tmp_path / "records"
    desk.windows = Windows(desk.hall.ctx, folder)
    desk.windows.start()
    desk.until(lambda: desk.digits(3) == "001---")
    desk.press(3, Key.CALL_NEXT)
    desk.called(3, "C001")
    desk.leave()
    files = {re.sub(r"-\d{8}-\d{6}", "", file.name): file for file in folder.iterdir()}
    assert set(files) == {"sim-led.jsonl", "sim-bus.jsonl"}
    recording = read_recording(files["sim-bus.jsonl"].read_text().splitlines())
    assert recording.port == "sim:bus"
    key = bytes.fromhex("FF 68 03 03 68 03 01 0C 10 16")
    assert key in b"".join(event.data for event in recording.events if event.event == "read")
    assert recording.events[-1].event == "close"


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(BadInput, match="nothing can be recorded"):
        Records(tmp_path / "file").of("sim:led", None)  # type: ignore[arg-type]


@pytest.fixture
def page(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[HealthPage]:
    monkeypatch.setattr(health_page, "REQUEST_S", 1.0)  # who is rude costs a test less
    desk.serve()
    assert desk.windows is not None
    page = HealthPage(desk.hall.ctx, desk.windows.book, "127.0.0.1:0")
    page.start()
    yield page
    page.stop()


def get(page: HealthPage, path: str = "") -> str:
    with urllib.request.urlopen(page.url + path, timeout=10) as answer:
        assert answer.headers["Cache-Control"] == "no-store"
        text: str = answer.read().decode()
    return text


def test_the_page_tells_people_and_programs(desk: Desk, page: HealthPage) -> None:
    desk.until(lambda: len(json.loads(get(page, "health.json"))["devices"]) == 10)
    told = json.loads(get(page, "health.json"))
    assert (told["hall"], told["ok"]) == (desk.hall.ctx.hall.name, True)
    assert "正常" in get(page)
    desk.bench.wire_faults("led").unplugged = True
    desk.hall.numbers(1)
    desk.press(3, Key.CALL_NEXT)
    desk.until(lambda: not json.loads(get(page, "health.json"))["ok"])
    devices = json.loads(get(page, "health.json"))["devices"]
    (lost,) = (one for one in devices if one["device"] == LED)
    assert (lost["state"], bool(lost["reason"]), bool(lost["next_try"])) == ("away", True, True)
    assert "端口断开" in get(page)


def test_the_page_is_read_only_and_outlives_bad_clients(page: HealthPage) -> None:
    for method, path, code in (("GET", "other", 404), ("POST", "", 501), ("DELETE", "", 501)):
        request = urllib.request.Request(page.url + path, method=method)
        with pytest.raises(HTTPError) as refused:
            urllib.request.urlopen(request, timeout=10)
        assert refused.value.code == code
        refused.value.close()
    host, _, port = page.url.removeprefix("http://").rstrip("/").partition(":")
    with socket.create_connection((host, int(port))) as rude:
        rude.sendall(b"GET / HT")  # … and no more: it is sent away
        assert get(page)


@pytest.mark.parametrize("address", ["nowhere", "127.0.0.1:99999", "192.0.2.1:80", "127.0.0.1:x"])
def test_a_page_that_cannot_be_served_is_said(hall: SampleHall, address: str) -> None:
    with pytest.raises(BadInput, match="no health page at"):
        HealthPage(hall.ctx, DeviceBook(hall.ctx), address)


def test_words_of_a_device_are_no_html(hall: SampleHall) -> None:
    book = DeviceBook(hall.ctx)
    book.note("a <b>", DeviceState.TROUBLE, "<script>")
    page = HealthPage(hall.ctx, book, "127.0.0.1:0")
    page.start()
    assert "<script>" not in get(page)
    assert "a &lt;b&gt;" in get(page)
    page.stop()


def test_a_database_that_is_away_delays_but_loses_nothing(
    hall: SampleHall, monkeypatch: pytest.MonkeyPatch
) -> None:
    from display.windows import device_book

    tries = threading.Event()
    real = devices_changed

    def flaky(*args: object) -> object:
        if not tries.is_set():
            tries.set()
            raise Unavailable("the database does not answer", "wait")
        return real(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(device_book, "devices_changed", flaky)
    monkeypatch.setattr(device_book, "RETRY_S", 0.05)
    book = DeviceBook(hall.ctx)
    book.start()
    book.note("kiosk K1 printer", DeviceState.TROUBLE, "打印机缺纸")
    assert tries.wait(10)
    deadline = monotonic() + 40
    while not devices_now(hall.ctx) and monotonic() < deadline:
        sleep(0.02)
    (known,) = devices_now(hall.ctx)
    assert (known.state, known.reason) == (DeviceState.TROUBLE, "打印机缺纸")
    book.stop()
