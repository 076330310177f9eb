import threading
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep, thread_time

import pytest

from devices.errors import BadUrl, PortUnavailable, WriteFailed
from devices.transport import (
    HungUp,
    Listener,
    MemoryPair,
    PtyListener,
    TcpListener,
    Transport,
    transport_for,
)
from tests.devices.wires import KINDS, eventually, wired


class Echo:
    def __init__(self) -> None:
        self.emit: Callable[[bytes], None] = lambda _data: None
        self.heard = b""

    def feed(self, data: bytes) -> bytes:
        self.heard += data
        if b"!" in data:
            raise HungUp("told to")
        return data.upper()


def read_all(transport: Transport, size: int) -> bytes:
    data = b""
    while len(data) < size and (more := transport.read(size - len(data), 2)):
        data += more
    return data


@pytest.mark.parametrize("kind", KINDS)
def test_bytes_go_both_ways_and_again_after_reopening(kind: str, tmp_path: Path) -> None:
    with wired(Echo(), kind, tmp_path) as transport:
        for word in (b"hall", b"call", bytes(range(0x80, 0x100))):
            transport.open()
            transport.write(word, 1)
            assert read_all(transport, len(word)) == word.upper()
            transport.close()
            transport.close()


@pytest.mark.parametrize("kind", KINDS)
def test_every_byte_value_passes_unchanged(kind: str, tmp_path: Path) -> None:
    everything = bytes(range(256))
    with wired(echo := Echo(), kind, tmp_path) as transport:
        transport.open()
        everything = everything.replace(b"!", b"")
        transport.write(everything, 1)
        assert eventually(lambda: echo.heard == everything)


@pytest.mark.parametrize("kind", KINDS)
def test_a_read_ends_on_time_and_on_interrupt(kind: str, tmp_path: Path) -> None:
    with wired(Echo(), kind, tmp_path) as transport:
        transport.open()
        start = monotonic()
        assert transport.read(10, 0.1) == b""
        assert 0.09 < monotonic() - start < 1
        threading.Timer(0.05, transport.interrupt).start()
        start = monotonic()
        assert transport.read(10, 30) == b""
        assert monotonic() - start < 5


@pytest.mark.parametrize("kind", KINDS)
def test_hanging_up_is_port_unavailable(kind: str, tmp_path: Path) -> None:
    with wired(Echo(), kind, tmp_path) as transport:
        transport.open()
        transport.write(b"!", 1)
        with pytest.raises(PortUnavailable):
            transport.read(10, 3)


@pytest.mark.parametrize("kind", ["pty", "tcp"])
def test_after_a_hang_up_the_port_opens_again(kind: str, tmp_path: Path) -> None:
    with wired(Echo(), kind, tmp_path) as transport:
        transport.open()
        transport.write(b"!", 1)
        with pytest.raises(PortUnavailable):
            transport.read(10, 3)
        transport.close()
        transport.open()
        transport.write(b"back", 1)
        assert read_all(transport, 4) == b"BACK"


@pytest.mark.parametrize("kind", KINDS)
def test_a_closed_port_says_so(kind: str, tmp_path: Path) -> None:
    with wired(Echo(), kind, tmp_path) as transport:
        with pytest.raises(WriteFailed) as failed:
            transport.write(b"x", 1)
        assert failed.value.written == 0
        with pytest.raises(PortUnavailable):
            transport.read(1, 0.1)


@pytest.mark.parametrize("kind", KINDS)
def test_unprompted_bytes_arrive(kind: str, tmp_path: Path) -> None:
    with wired(echo := Echo(), kind, tmp_path) as transport:
        transport.open()
        transport.write(b"a", 1)
        assert read_all(transport, 1) == b"A"
        threading.Timer(0.05, lambda: echo.emit(b"key")).start()
        assert read_all(transport, 3) == b"key"


@pytest.mark.parametrize("make", [PtyListener, TcpListener])
def test_an_idle_listener_does_not_spin(make: Callable[[], Listener]) -> None:
    listener = make()
    used: list[float] = []

    def feed(data: bytes) -> bytes:
        used.append(thread_time())
        return data

    listener.start(feed)
    transport = transport_for(listener.url)
    for _ in range(2):
        transport.open()
        transport.write(b"x", 1)
        assert transport.read(1, 2) == b"x"
        transport.close()
        sleep(0.3)  # nobody is there: this is when a hang-up storm would burn
    listener.stop()
    assert used[1] - used[0] < 0.1


@pytest.mark.parametrize("make", [PtyListener, TcpListener])
def test_pulling_the_plug_from_another_thread(make: Callable[[], Listener], tmp_path: Path) -> None:
    listener = PtyListener(tmp_path / "wire") if make is PtyListener else make()
    listener.start(bytes.upper)
    transport = transport_for(listener.url)
    for _ in range(3):
        transport.open()
        transport.write(b"x", 1)
        assert transport.read(1, 2) == b"X"
        listener.hang_up()
        with pytest.raises(PortUnavailable):
            transport.read(1, 2)
        transport.close()
    listener.stop()
    listener.stop()
    listener.send(b"lost")


def test_a_blocked_write_ends_and_counts_what_left() -> None:
    listener = PtyListener()  # never started: nobody reads
    transport = transport_for(listener.url)
    transport.open()
    start = monotonic()
    with pytest.raises(WriteFailed) as failed:
        transport.write(b"x" * 1_000_000, 0.2)
    assert monotonic() - start < 2
    assert 0 < failed.value.written < 1_000_000
    transport.close()
    listener.stop()


def test_one_port_one_holder(tmp_path: Path) -> None:
    with wired(Echo(), "pty", tmp_path) as transport:
        transport.open()
        other = transport_for(transport.name)
        with pytest.raises(PortUnavailable, match="opening"):
            other.open()


def test_the_file_is_emptied_then_written(tmp_path: Path) -> None:
    path = tmp_path / "out 1.bin"
    for word in (b"a longer word", b"short"):
        transport = transport_for(f"file://{path}".replace(" ", "%20"))
        transport.open()
        transport.write(word, 1)
        assert transport.read(1, 1) == b""
        transport.close()
        assert path.read_bytes() == word


def test_a_missing_folder_is_port_unavailable(tmp_path: Path) -> None:
    with pytest.raises(PortUnavailable) as gone:
        transport_for(f"file://{tmp_path}/no/such").open()
    assert gone.value.hint
    assert str(gone.value).startswith(f"file://{tmp_path}/no/such: opening: ")


def test_nobody_listening_is_port_unavailable() -> None:
    listener = TcpListener()
    url = listener.url
    listener.stop()
    with pytest.raises(PortUnavailable):
        transport_for(url).open()
    with pytest.raises(PortUnavailable):
        transport_for("serial:///dev/no-such-port").open()


def test_parity_on_a_pty_surfaces_as_port_unavailable_or_works() -> None:
    listener = PtyListener()
    opened = []
    for _ in range(2):  # the second open raises termios.error, which is not an OSError
        transport = transport_for(f"{listener.url}?parity=E&bits=7")
        try:
            transport.open()
            opened.append(True)
        except PortUnavailable:
            opened.append(False)
        transport.close()
    listener.stop()
    assert opened[0]


def test_sim_follows_the_file_at_each_open(tmp_path: Path) -> None:
    transport = transport_for("sim:printer", sim_dir=tmp_path)
    with pytest.raises(PortUnavailable) as gone:
        transport.open()
    assert gone.value.hint == "hall dock is not running: start hall dock"
    for _ in range(2):
        listener = TcpListener()
        listener.start(bytes.upper)
        (tmp_path / "printer.url").write_text(listener.url + "\n")
        transport.open()
        transport.write(b"hi", 1)
        assert read_all(transport, 2) == b"HI"
        transport.close()
        listener.stop()
    (tmp_path / "printer.url").write_text("")  # being written just now
    with pytest.raises(PortUnavailable):
        transport.open()
    (tmp_path / "printer.url").write_text(listener.url)
    with pytest.raises(PortUnavailable) as stale:
        transport.open()
    assert stale.value.hint == "hall dock is not running: start hall dock"


def test_breaking_and_mending_a_memory_pair() -> None:
    pair = MemoryPair()
    pair.near.open()
    pair.far.open()
    pair.near.write(b"abc", 1)
    assert pair.far.read(2, 1) == b"ab"
    assert pair.far.read(2, 1) == b"c"
    pair.break_cable()
    with pytest.raises(WriteFailed):
        pair.near.write(b"x", 1)
    pair.break_cable(False)
    pair.near.write(b"y", 1)
    assert pair.far.read(2, 1) == b"y"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "nonsense",
        "http://host:80",
        "serial://dev/ttyS0",
        "serial:///dev/ttyS0?baud=fast",
        "serial:///dev/ttyS0?baud=1",
        "serial:///dev/ttyS0?parity=X",
        "serial:///dev/ttyS0?bits=9",
        "serial:///dev/ttyS0?speed=9600",
        "serial:///dev/ttyS0?baud",
        "tcp://host",
        "tcp://:9100",
        "tcp://host:99999",
        "tcp://host:9100?baud=9600",
        "tcp://[::1",
        "usb://printer",
        "cups://",
        "sim:",
        "sim:../etc",
        "file://relative",
    ],
)
def test_bad_urls_say_what_is_allowed(url: str, tmp_path: Path) -> None:
    with pytest.raises(BadUrl) as bad:
        transport_for(url, sim_dir=tmp_path)
    assert "serial:///dev/ttyUSB0?baud=9600" in bad.value.hint


def test_sim_needs_a_folder() -> None:
    with pytest.raises(BadUrl):
        transport_for("sim:printer")
