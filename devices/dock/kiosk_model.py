"""What stands in a kiosk as the dock shows it: printer, ID-card reader, scanner."""

from PySide6.QtCore import Property, QObject, Signal, Slot

from devices.dock import words
from devices.dock.bench import Bench
from devices.dock.faults_model import FaultsModel
from devices.dock.plan import KioskPlan
from devices.dock.printer_model import PrinterModel
from devices.id_reader import SAMPLES
from devices.printer import PrintedQr


class ReaderModel(QObject):
    """An ID-card reader: the card that lies on it, and how often one was read."""

    changed = Signal()

    def __init__(self, bench: Bench, wire: str, parent: QObject) -> None:
        super().__init__(parent)
        self._reader = bench.id_reader(wire)
        faults = bench.id_reader_faults(wire)
        self._faults = FaultsModel(wire, words.READER_TITLE, faults, bench.stir, self)
        self._props = self._look()

    def refresh(self) -> None:
        """Look at the reader again."""
        self._faults.refresh()
        props = self._look()
        if props != self._props:
            self._props = props
            self.changed.emit()

    @Slot(str)
    def place(self, name: str) -> None:
        """Place a sample card, or take it away when it lies there."""
        if self._props[0] == name:
            self._reader.lift()
        else:
            self._reader.place(SAMPLES[name])

    def _look(self) -> tuple[str, int]:
        card = self._reader.card
        lies = next((name for name, sample in SAMPLES.items() if sample == card), "")
        return lies, self._reader.reads

    def _get_cards(self) -> list[dict[str, str]]:
        return [{"name": name, "words": words.CARDS[name]} for name in SAMPLES]

    cards = Property(list, _get_cards, constant=True)
    card = Property(str, lambda self: self._props[0], notify=changed)
    reads = Property(int, lambda self: self._props[1], notify=changed)
    faults = Property(QObject, lambda self: self._faults, constant=True)


class ScannerModel(QObject):
    """A scanner: what is held before it, and how often it has seen something."""

    changed = Signal()

    def __init__(self, bench: Bench, kiosk: KioskPlan, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = bench
        self._kiosk = kiosk
        self._scanner = bench.scanner(kiosk.scanner)
        faults = bench.scanner_faults(kiosk.scanner)
        self._faults = FaultsModel(kiosk.scanner, words.SCANNER_TITLE, faults, bench.stir, self)
        self._scans = self._scanner.scans

    def refresh(self) -> None:
        """Look at the scanner again."""
        self._faults.refresh()
        if self._scans != self._scanner.scans:
            self._scans = self._scanner.scans
            self.changed.emit()

    @Slot(str, result=bool)
    def scan(self, text: str) -> bool:
        """Hold a code before it; False when no code can be that."""
        try:
            self._scanner.scan(text)
        except ValueError:
            return False
        return True

    @Slot(result=str)
    def last_code(self) -> str:
        """Return the code on the kiosk's newest slip; "" when there is none."""
        slips = self._bench.printer(self._kiosk.printer).slips if self._kiosk.printer else []
        elements = slips[-1].elements if slips else ()
        return next((one.data for one in elements if isinstance(one, PrintedQr)), "")

    scans = Property(int, lambda self: self._scans, notify=changed)
    faults = Property(QObject, lambda self: self._faults, constant=True)


class KioskModel(QObject):
    """One kiosk; what it does not have is None."""

    def __init__(self, bench: Bench, kiosk: KioskPlan, parent: QObject) -> None:
        super().__init__(parent)
        self._label = kiosk.label
        self._printer = PrinterModel(bench, kiosk.printer, self) if kiosk.printer else None
        self._reader = ReaderModel(bench, kiosk.id_reader, self) if kiosk.id_reader else None
        self._scanner = ScannerModel(bench, kiosk, self) if kiosk.scanner else None

    def refresh(self) -> None:
        """Look at its devices again."""
        for device in (self._printer, self._reader, self._scanner):
            if device is not None:
                device.refresh()

    label = Property(str, lambda self: self._label, constant=True)
    printer = Property(QObject, lambda self: self._printer, constant=True)
    reader = Property(QObject, lambda self: self._reader, constant=True)
    scanner = Property(QObject, lambda self: self._scanner, constant=True)
