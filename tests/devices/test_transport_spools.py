"""Transports that hand whole jobs over: CUPS, USB and Windows' spooler."""

import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from devices.errors import BadUrl, PortUnavailable, WriteFailed
from devices.transport import (
    transport_for,
)


def test_cups_spools_on_close(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lp = tmp_path / "lp"
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/usr/bin{os.pathsep}/bin")
    lp.write_text(f'#!/bin/sh\necho "$@" >{tmp_path}/args\ncat >{tmp_path}/job\n')
    lp.chmod(lp.stat().st_mode | stat.S_IXUSR)
    transport = transport_for("cups://tickets")
    transport.open()
    transport.write(b"\x1b@one", 1)
    transport.write(b"two", 1)
    transport.close()
    transport.close()
    assert (tmp_path / "job").read_bytes() == b"\x1b@onetwo"
    assert (tmp_path / "args").read_text().strip() == "-d tickets -o raw"
    lp.write_text("#!/bin/sh\ncat >/dev/null\necho no such queue >&2\nexit 1\n")
    transport.open()
    transport.write(b"three", 1)
    with pytest.raises(WriteFailed, match="no such queue") as refused:
        transport.close()
    assert refused.value.written == 0


def test_cups_without_lp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PortUnavailable, match="lp"):
        transport_for("cups://tickets").open()


def test_a_usb_device_that_is_not_there() -> None:
    transport = transport_for("usb://0001:0002")
    with pytest.raises(PortUnavailable) as gone:
        transport.open()
    assert gone.value.hint


class FakeEnd:
    """An endpoint as pyusb shows it; `takes` bytes, then nothing more."""

    def __init__(self, address: int, takes: int = 10_000) -> None:
        self.bEndpointAddress = address
        self.wMaxPacketSize = 64
        self.takes = takes
        self.timeouts: list[int] = []

    def write(self, data: bytes, timeout: int) -> int:
        self.timeouts.append(timeout)
        if self.takes < len(data):
            raise OSError(110, "Operation timed out")
        self.takes -= len(data)
        return len(data)

    def read(self, size: int, timeout: int) -> bytes:
        self.timeouts.append(timeout)
        raise TimeoutError


class FakeUsb(list[FakeEnd]):
    """A printer's interface and its device in one; usblp has it until it is taken away."""

    bInterfaceClass = 7
    bInterfaceNumber = 0

    def __init__(self, takes: int = 10_000) -> None:
        super().__init__([FakeEnd(0x01, takes), FakeEnd(0x82)])
        self.kernel = True
        self.resets = 0

    def get_active_configuration(self) -> list["FakeUsb"]:
        return [self]

    def is_kernel_driver_active(self, interface: int) -> bool:
        return self.kernel

    def detach_kernel_driver(self, interface: int) -> None:
        self.kernel = False

    def attach_kernel_driver(self, interface: int) -> None:
        self.kernel = True

    def reset(self) -> None:
        self.resets += 1


@pytest.fixture
def usb(monkeypatch: pytest.MonkeyPatch) -> FakeUsb:
    device = FakeUsb()
    monkeypatch.setattr("usb.core.find", lambda **_: device)
    monkeypatch.setattr("usb.util.claim_interface", lambda *_: None)
    monkeypatch.setattr("usb.util.dispose_resources", lambda _: None)
    return device


def test_usb_counts_milliseconds_never_zero_and_gives_the_kernel_its_driver_back(
    usb: FakeUsb,
) -> None:
    transport = transport_for("usb://04b8:0e15")
    for _ in range(2):  # opened again for each job, as after a power cycle
        transport.open()
        assert not usb.kernel
        transport.write(b"x" * 200, 2.0)
        transport.write(b"x", 0.0)
        assert transport.read(1, 0.05) == b""
        transport.close()
        assert usb.kernel
    assert usb.resets == 0
    out, back = usb
    assert all(1 <= wait <= 2000 for wait in out.timeouts)
    assert max(out.timeouts) > 1000  # seconds would be 2
    assert all(1 <= wait <= 200 for wait in back.timeouts)


def test_usb_that_stops_taking_says_how_much_left(usb: FakeUsb) -> None:
    usb[0].takes = 128
    transport = transport_for("usb://04b8:0e15")
    transport.open()
    with pytest.raises(WriteFailed) as failed:
        transport.write(b"x" * 300, 1.0)
    assert failed.value.written == 128
    transport.close()


def test_windows_elsewhere_says_so_and_what_helps() -> None:
    with pytest.raises(PortUnavailable) as error:
        transport_for("windows:POS%2080").open()
    assert "pywin32" in error.value.hint
    with pytest.raises(BadUrl):
        transport_for("windows:")


class FakeApi:
    """pywin32's win32print, as its documentation describes it."""

    def __init__(self, takes: int | None = None) -> None:
        self.calls: list[tuple[object, ...]] = []
        self.takes = takes

    def __getattr__(self, name: str) -> Callable[..., object]:
        def call(*arguments: object) -> object:
            self.calls.append((name, *arguments))
            if name == "OpenPrinter" and arguments == ("gone",):
                raise FakeError(1801)
            if name == "WritePrinter":
                data = arguments[1]
                assert isinstance(data, bytes)
                return len(data) if self.takes is None else self.takes
            return "handle"

        return call


class FakeError(Exception):
    """pywintypes.error is no OSError either."""


def windows(monkeypatch: pytest.MonkeyPatch, takes: int | None = None) -> FakeApi:
    api = FakeApi(takes)
    kinds = type("pywintypes", (), {"error": FakeError})
    monkeypatch.setitem(sys.modules, "win32print", api)
    monkeypatch.setitem(sys.modules, "pywintypes", kinds)
    return api


def test_a_windows_job_is_one_raw_document(monkeypatch: pytest.MonkeyPatch) -> None:
    api = windows(monkeypatch)
    transport = transport_for("windows:POS%2080")
    transport.open()
    transport.write(b"ab", 1)
    transport.write(b"c", 1)
    transport.close()
    assert api.calls == [
        ("OpenPrinter", "POS 80"),
        ("StartDocPrinter", "handle", 1, ("Hallcall", None, "RAW")),
        ("StartPagePrinter", "handle"),
        ("WritePrinter", "handle", b"abc"),
        ("EndPagePrinter", "handle"),
        ("EndDocPrinter", "handle"),
        ("ClosePrinter", "handle"),
    ]


def test_windows_refusals(monkeypatch: pytest.MonkeyPatch) -> None:
    windows(monkeypatch, takes=1)
    with pytest.raises(PortUnavailable):
        transport_for("windows:gone").open()
    transport = transport_for("windows:POS")
    transport.open()
    transport.write(b"abc", 1)
    with pytest.raises(WriteFailed) as failed:
        transport.close()
    assert failed.value.written == 1
