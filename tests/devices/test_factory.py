import subprocess
import sys
from pathlib import Path

import pytest

from devices.errors import BadUrl
from devices.factory import (
    DeviceUrl,
    check_led,
    led_bus_for,
    printer_for,
    split_device_url,
    transport_for,
)
from devices.printer import Confirmed, Cut, PrinterSimulator, Sent, Text, Unknown
from devices.transport import MemoryPair, TcpListener


def test_the_address_leaves_the_port() -> None:
    assert split_device_url("onbon+serial:///dev/ttyS1?baud=19200&address=3") == DeviceUrl(
        "onbon", "serial:///dev/ttyS1?baud=19200", 3, {}
    )
    assert split_device_url("bus+sim:bus?address=3") == DeviceUrl("bus", "sim:bus", 3, {})
    assert split_device_url("modbus+tcp://h:1?address=0x10&color=5&start=0x10") == DeviceUrl(
        "modbus", "socket://h:1", 16, {"color": "5", "start": "0x10"}
    )
    assert split_device_url("alpha+serial:///dev/ttyS1?address=0x2A&ack=no") == DeviceUrl(
        "alpha", "serial:///dev/ttyS1?bits=7&parity=E", 42, {"ack": "no"}
    )
    assert (
        split_device_url("alpha+serial:///dev/ttyS1?address=1&parity=N&bits=8").port_url
        == "serial:///dev/ttyS1"
    )


def test_what_shares_a_port_compares_equal() -> None:
    urls = (
        "bus+serial:///dev/ttyS1?baud=9600&parity=N&address=1",
        "bus+serial:///dev/ttyS1?address=2&parity=N&baud=9600&wide=3",
    )
    assert len({split_device_url(url).port_url for url in urls}) == 1


def test_one_wire_has_one_spelling() -> None:
    pairs = (
        ("bus+serial:///dev/ttyS1?address=1", "bus+serial:///dev/ttyS1?baud=9600&address=2"),
        ("bus+tcp://host:4001?address=1", "onbon+socket://host:4001?address=2"),
    )
    for one, other in pairs:
        assert split_device_url(one).port_url == split_device_url(other).port_url


def test_a_bare_sim_is_the_simulated_printer(tmp_path: Path) -> None:
    printed = tmp_path / "slip.bin"
    (tmp_path / "printer.url").write_text(printed.as_uri())

    assert printer_for("sim:?confirm=no", tmp_path).print((Text("A"), Cut()), 1) == Sent()
    assert b"A" in printed.read_bytes()


@pytest.mark.parametrize(
    "url",
    [
        "serial:///dev/ttyS1?address=1",
        "morse+serial:///dev/ttyS1?address=1",
        "bus+serial:///dev/ttyS1",
        "bus+serial:///dev/ttyS1?address=x",
        "bus+serial:///dev/ttyS1?address=256",
        "onbon+serial:///dev/ttyS1?address=0",
        "onbon+nowhere?address=1",
        "onbon+serial:///dev/ttyS1?baud=x&address=1",
        "onbon+serial:///dev/ttyS1?address",
        "onbon+serial:///dev/ttyS1?address=0x8000",
        "onbon+serial:///dev/ttyS1?address=1&colour=red",
        "onbon+serial:///dev/ttyS1?address=1&timeout=soon",
        "onbon+serial:///dev/ttyS1?address=1&timeout=60",
        "alpha+serial:///dev/ttyS1?address=0",
        "alpha+serial:///dev/ttyS1?address=1&ack=perhaps",
        "alpha+serial:///dev/ttyS1?address=1&type=ZZ",
        "modbus+serial:///dev/ttyS1?address=248",
        "modbus+serial:///dev/ttyS1?address=1&start=-1",
        "modbus+serial:///dev/ttyS1?address=1&length=0",
        "modbus+serial:///dev/ttyS1?address=1&length=121",
        "modbus+serial:///dev/ttyS1?address=1&levels=0",
        "modbus+serial:///dev/ttyS1?address=1&colors=1,2",
        "modbus+serial:///dev/ttyS1?address=1&modes=1,2,70000",
        "modbus+serial:///dev/ttyS1?address=1&encoding=utf-8",
        "modbus+serial:///dev/ttyS1?address=1&color=31",
        "modbus+serial:///dev/ttyS1?address=1&start=65530",
    ],
)
def test_bad_device_urls(url: str) -> None:
    with pytest.raises(BadUrl) as bad:
        check_led(split_device_url(url))
    assert "allowed" in bad.value.hint


@pytest.mark.parametrize(
    "url",
    [
        "serial:///dev/ttyS1?columns=5",
        "serial:///dev/ttyS1?columns=many",
        "serial:///dev/ttyS1?profile=nobody",
        "serial:///dev/ttyS1?encoding=morse",
        "serial:///dev/ttyS1?confirm=maybe",
        "serial:///dev/ttyS1?colour=red",
        "file:///tmp/x?confirm=yes",
        "cups://q?confirm=yes",
        "tcp://host:9100?baud=9600",
        "nothing",
    ],
)
def test_bad_printer_urls(url: str) -> None:
    with pytest.raises(BadUrl):
        printer_for(url)


def test_a_file_printer_writes_and_knows_nothing(tmp_path: Path) -> None:
    printer = printer_for(f"file://{tmp_path}/slip.bin?columns=32")
    assert printer.status() == Unknown()
    assert printer.print((Text("政" * 17), Cut()), 1) == Sent()
    data = (tmp_path / "slip.bin").read_bytes()
    assert data.endswith(b"\x1dV\x00")
    assert data.count(b"\n") == 2  # 16 Chinese characters fit 32 columns


@pytest.mark.parametrize(
    ("options", "result"), [("", Confirmed()), ("?confirm=no&columns=32", Sent())]
)
def test_a_simulated_printer_confirms_unless_told_not_to(
    options: str, result: object, tmp_path: Path
) -> None:
    simulator, listener = PrinterSimulator(), TcpListener()
    listener.start(simulator.feed)
    (tmp_path / "printer.url").write_text(listener.url)
    assert printer_for(f"sim:printer{options}", tmp_path).print((Text("A1"), Cut()), 1) == result
    listener.stop()


def test_transport_for_is_at_hand() -> None:
    assert transport_for("tcp://h:9100").name == "tcp://h:9100"


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("onbon+sim:led?address=1", "alpha+sim:led?address=2", "onbon and alpha share a port"),
        ("alpha+sim:led?address=1", "alpha+sim:led?address=2&ack=no", "must agree about ack"),
        (
            "onbon+sim:led?address=1&timeout=1",
            "onbon+sim:led?address=2",
            "must agree about timeout",
        ),
    ],
)
def test_boards_that_cannot_share_a_port(one: str, other: str, told: str) -> None:
    with pytest.raises(BadUrl, match=told):
        led_bus_for([split_device_url(one), split_device_url(other)], MemoryPair().near)


def test_modbus_is_loaded_where_a_panel_needs_it() -> None:
    code = (
        "import sys; from devices.factory import split_device_url as s;"
        "s('onbon+sim:led?address=1'); s('modbus+sim:led?address=1&color=99');"
        "sys.exit('pymodbus' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
