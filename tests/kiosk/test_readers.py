"""The ID-card reader and the scanner of a kiosk, from hall.toml to an answer."""

from collections.abc import Iterator

import pytest

from devices.id_reader import CardRead, IdReaderSimulator, SimCard
from devices.scanner import KnownCode, LineScanner, ScannerSimulator, WedgeDecoder
from devices.transport import PtyListener
from kiosk.readers import code_forms, id_reader_of, reader_checks, scanner_of
from shared.config.secret import CARD_KEY
from shared.doctor import verdict
from shared.domain.errors import BadInput
from tests.devices.wires import Simulator
from tests.support.halls import SampleHall

PRINTER = 'printer = "sim:printer"'


@pytest.fixture
def wires(hall: SampleHall) -> Iterator[tuple[IdReaderSimulator, ScannerSimulator]]:
    reader, scanner = IdReaderSimulator(), ScannerSimulator()
    listeners = (PtyListener(), PtyListener())
    hall.ctx.config.run_dir.mkdir(exist_ok=True)
    simulators: tuple[Simulator, ...] = (reader, scanner)
    for name, listener, simulator in zip(("reader", "scanner"), listeners, simulators, strict=True):
        listener.start(simulator.feed)
        simulator.emit = listener.send
        (hall.ctx.config.run_dir / f"{name}.url").write_text(listener.url)
    with_readers(hall, "sdt+sim:reader", "scan+sim:scanner")
    yield reader, scanner
    for listener in listeners:
        listener.stop()


def with_readers(hall: SampleHall, reader: str, scanner: str) -> None:
    hall.rewrite((PRINTER, f'{PRINTER}\nid_reader = "{reader}"\nscanner = "{scanner}"'))


def verdicts(hall: SampleHall) -> dict[str, str]:
    config = hall.ctx.config
    return {one.name: verdict(one.result) for one in reader_checks(config, config.kiosk(None))}


def test_a_card_is_read_with_the_halls_key(
    hall: SampleHall, wires: tuple[IdReaderSimulator, ScannerSimulator]
) -> None:
    simulator, _ = wires
    reader = id_reader_of(hall.ctx.config, hall.ctx.config.kiosk(None))
    assert reader is not None
    assert (hall.folder / CARD_KEY).exists()
    reader.open()
    simulator.place(SimCard())
    result = reader.poll(0)
    reader.close()
    assert isinstance(result, CardRead)
    assert result.holder.name == "张三"


def test_a_slip_is_scanned(
    hall: SampleHall, wires: tuple[IdReaderSimulator, ScannerSimulator]
) -> None:
    _, simulator = wires
    scanner = scanner_of(hall.ctx.config, hall.ctx.config.kiosk(None))
    assert isinstance(scanner, LineScanner)
    scanner.open()
    key = hall.issue().key
    simulator.scan(f"HC1:{key}")
    (result,) = scanner.poll(5)
    scanner.close()
    assert result == KnownCode("ticket", f"HC1:{key}", {"ticket": key})


def test_the_doctor_asks_them(
    hall: SampleHall, wires: tuple[IdReaderSimulator, ScannerSimulator]
) -> None:
    reader, _ = wires
    kiosk = hall.ctx.config.kiosk(None).id
    assert verdicts(hall) == {f"kiosk {kiosk} ID reader": "fine", f"kiosk {kiosk} scanner": "fine"}
    reader.mute = True
    assert verdicts(hall)[f"kiosk {kiosk} ID reader"] == "bad"
    reader.mute, reader.faulty = False, True
    assert verdicts(hall)[f"kiosk {kiosk} ID reader"] == "bad"
    held = id_reader_of(hall.ctx.config, hall.ctx.config.kiosk(None))
    assert held is not None
    held.open()
    assert verdicts(hall)[f"kiosk {kiosk} ID reader"] == "warn"
    held.close()
    (hall.ctx.config.run_dir / "scanner.url").unlink()
    assert verdicts(hall)[f"kiosk {kiosk} scanner"] == "bad"


def test_a_kiosk_without_them_has_none(hall: SampleHall) -> None:
    kiosk = hall.ctx.config.kiosk(None)
    assert id_reader_of(hall.ctx.config, kiosk) is None
    assert scanner_of(hall.ctx.config, kiosk) is None
    assert verdicts(hall) == {}
    assert not (hall.folder / CARD_KEY).exists()


def test_a_keyboard_scanner_has_no_port(hall: SampleHall) -> None:
    with_readers(hall, "sdt+sim:reader", "wedge:?prefix=~~&suffix=%0D")
    kiosk = hall.ctx.config.kiosk(None)
    assert isinstance(scanner_of(hall.ctx.config, kiosk), WedgeDecoder)
    assert verdicts(hall)[f"kiosk {kiosk.id} scanner"] == "fine"


@pytest.mark.parametrize(
    ("reader", "scanner", "told"),
    [
        ("sim:reader", "scan+sim:s", "id_reader = sim:reader: an ID-card reader speaks sdt"),
        ("sdt+sim:r?baud=3", "scan+sim:s", "id_reader = .*baud 3 is out of range"),
        ("sdt+gopher:x", "scan+sim:s", "id_reader = .*unknown scheme"),
        ("sdt+sim:r", "sim:s", r"scanner = sim:s: a scanner is scan\+PORT or wedge:"),
        ("sdt+sim:r", "scan+sim:s?encoding=klingon", "scanner = .*encoding is unknown"),
        ("sdt+sim:r", "scan+sim:s?suffix=", "scanner = .*suffix is empty"),
        ("sdt+sim:r", "scan+sim:s?colour=red", "scanner = .*unknown option colour"),
        ("sdt+sim:r", "scan+sim:s?prefix", "scanner = .*options are written"),
        ("sdt+sim:r", "wedge:", "scanner = wedge:: a keyboard scanner has a prefix"),
        ("sdt+sim:r", "wedge:?prefix=~&color=1", "scanner = .*a keyboard scanner has a prefix"),
    ],
)
def test_a_bad_url_names_the_kiosk(hall: SampleHall, reader: str, scanner: str, told: str) -> None:
    with_readers(hall, reader, scanner)
    config = hall.ctx.config
    kiosk = config.kiosk(None)
    wrong = scanner_of if told.startswith("scanner") else id_reader_of
    with pytest.raises(BadInput, match=f"kiosk {kiosk.id}, {told}") as caught:
        wrong(config, kiosk)
    assert caught.value.hint
    assert "bad" in verdicts(hall).values()


def test_the_page_of_a_ticket_is_its_code_too(hall: SampleHall) -> None:
    """With and without an address for phones, and slips from before there was one."""
    key = "abcdefgh01234567"
    [plain, _] = code_forms(hall.ctx.config)
    assert plain.pattern.fullmatch(f"HC1:{key}")
    assert not plain.pattern.fullmatch(f"https://hall.example/t/{key}")
    hall.rewrite(("[catalog]", '[phone]\nbase_url = "https://hall.example"\n\n[catalog]'))
    [phone, _] = code_forms(hall.ctx.config)
    for code in (f"HC1:{key}", hall.ctx.config.ticket_code(key)):
        found = phone.pattern.fullmatch(code)
        assert found
        assert found["ticket"] == key
    assert not phone.pattern.fullmatch(f"https://hallXexample/t/{key}")
