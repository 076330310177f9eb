"""What a receipt printer is asked to print, and what it says about itself."""

from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias

Align: TypeAlias = Literal["left", "center", "right"]


@dataclass(frozen=True)
class Text:
    """Words, wrapped at the paper's edge; width and height are multiples of the font, 1 to 8."""

    text: str
    width: int = 1
    height: int = 1
    align: Align = "left"
    bold: bool = False

    def __post_init__(self) -> None:
        if not (1 <= self.width <= 8 and 1 <= self.height <= 8):
            raise ValueError(f"sizes are 1 to 8 times the font, not {self.width}×{self.height}")


@dataclass(frozen=True)
class Rule:
    """A dashed rule over the width of the paper."""


@dataclass(frozen=True)
class Columns:
    """One line with a part at the left edge and a part at the right edge."""

    left: str
    right: str


@dataclass(frozen=True)
class Qr:
    """A QR code in the middle of the paper, drawn by the printer; module is in dots, 1 to 16."""

    data: str
    module: int = 6

    def __post_init__(self) -> None:
        if not self.data or min(self.data) < " ":
            raise ValueError("a QR code needs data without control characters")
        if not 1 <= self.module <= 16:
            raise ValueError(f"a module is 1 to 16 dots, not {self.module}")


@dataclass(frozen=True)
class Feed:
    """Blank lines of normal height, 1 to 255."""

    lines: int

    def __post_init__(self) -> None:
        if not 1 <= self.lines <= 255:
            raise ValueError(f"a feed is 1 to 255 lines, not {self.lines}")


@dataclass(frozen=True)
class Cut:
    """Feed past the knife and cut."""


Element: TypeAlias = Text | Rule | Columns | Qr | Feed | Cut
Document: TypeAlias = tuple[Element, ...]


@dataclass(frozen=True)
class Ready:
    """It can print; near_end means the roll is about to run out."""

    near_end: bool = False

    @property
    def words(self) -> str:
        return "打印纸即将用完" if self.near_end else "打印机正常"


@dataclass(frozen=True)
class PaperOut:
    """No paper."""

    words: str = "打印机缺纸"


@dataclass(frozen=True)
class CoverOpen:
    """The cover is open."""

    words: str = "打印机上盖未关"


@dataclass(frozen=True)
class Offline:
    """It is switched offline, or was by its own feed key."""

    words: str = "打印机处于脱机状态"


@dataclass(frozen=True)
class Faulty:
    """It reports an error of its own; reason is for staff."""

    reason: str

    @property
    def words(self) -> str:
        return f"打印机故障：{self.reason}"


@dataclass(frozen=True)
class Unknown:
    """It said nothing, or not enough: neither good nor bad news."""

    words: str = "打印机状态未知"


Status: TypeAlias = Ready | PaperOut | CoverOpen | Offline | Faulty | Unknown


@dataclass(frozen=True)
class Confirmed:
    """The printer said that everything before the cut is on paper."""


@dataclass(frozen=True)
class Sent:
    """Everything was handed over; this printer cannot tell more."""


@dataclass(frozen=True)
class Uncertain:
    """Some or all bytes left (written), and whether they were printed is not known."""

    written: int
    reason: str


@dataclass(frozen=True)
class Failed:
    """Nothing of the document left this machine; it may safely be tried again."""

    reason: str
    hint: str


PrintResult: TypeAlias = Confirmed | Sent | Uncertain | Failed


class ReceiptPrinter(Protocol):
    """A printer for receipts and tickets."""

    def status(self) -> Status:
        """Ask the printer how it is; Unknown when it cannot be asked."""

    def print(self, document: Document, job: int) -> PrintResult:
        """Print a document; job identifies it in the printer's confirmation."""

    def close(self) -> None:
        """Let go of the port."""
