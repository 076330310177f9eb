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
class Table:
    """Rows of cells; `shares` divides the paper's width among the columns, first left-aligned.

    A cell that is too long wraps within its column; `align` names one alignment per column.
    """

    rows: tuple[tuple[str, ...], ...]
    shares: tuple[int, ...]
    align: tuple[Align, ...] = ()

    def __post_init__(self) -> None:
        if not self.shares or min(self.shares) < 1:
            raise ValueError("a table needs columns of a share of 1 or more each")
        if any(len(row) != len(self.shares) for row in self.rows):
            raise ValueError(f"every row has {len(self.shares)} cells")
        if self.align and len(self.align) != len(self.shares):
            raise ValueError("name an alignment for every column, or none")


@dataclass(frozen=True)
class Qr:
    """A QR code in the middle of the paper; module is in dots, 1 to 16."""

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
    """Feed past the knife and cut; partial leaves a bridge, where the printer can do that."""

    partial: bool = False


@dataclass(frozen=True)
class Beep:
    """Sound the buzzer, where the printer has one."""


Element: TypeAlias = Text | Rule | Columns | Table | Qr | Feed | Cut | Beep
Document: TypeAlias = tuple[Element, ...]


@dataclass(frozen=True)
class Ready:
    """It can print; near_end: the roll is about to run out; untaken: a slip is in its mouth."""

    near_end: bool = False
    untaken: bool = False

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
class CutterStuck:
    """Its knife is stuck."""

    words: str = "打印机切刀卡住"


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


Status: TypeAlias = Ready | PaperOut | CoverOpen | Offline | CutterStuck | Faulty | Unknown


@dataclass(frozen=True)
class Empty:
    """Nothing is in the presenter's mouth."""


@dataclass(frozen=True)
class Holding:
    """A slip is in the presenter's mouth and has not been taken."""


@dataclass(frozen=True)
class Jammed:
    """Paper is stuck in the presenter, or it reports an error."""

    words: str = "出票口卡纸"


PresenterStatus: TypeAlias = Empty | Holding | Jammed | Unknown


@dataclass(frozen=True)
class Confirmed:
    """The printer said that everything before the cut is on paper; `missing` came out as 〓."""

    missing: str = ""


@dataclass(frozen=True)
class Sent:
    """Everything was handed over; this printer cannot tell more. `missing` came out as 〓."""

    missing: str = ""


@dataclass(frozen=True)
class Uncertain:
    """Some or all bytes left (written), and whether they were printed is not known.

    `status` is what the printer said afterwards, Unknown where it was not asked or said nothing.
    """

    written: int
    reason: str
    status: Status = Unknown()


@dataclass(frozen=True)
class Failed:
    """Nothing of the document left this machine; it may safely be tried again.

    `status` is what the printer said before, Unknown where its port failed.
    """

    reason: str
    hint: str
    status: Status | Jammed = Unknown()


PrintResult: TypeAlias = Confirmed | Sent | Uncertain | Failed


class ReceiptPrinter(Protocol):
    """A printer for receipts and tickets."""

    def status(self) -> Status:
        """Ask the printer how it is; Unknown when it cannot be asked."""

    def print(self, document: Document, job: int) -> PrintResult:
        """Print a document; job identifies it in the printer's confirmation."""

    def close(self) -> None:
        """Let go of the port."""
