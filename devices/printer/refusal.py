"""Why a job is not even begun, and what a person can do about it."""

from typing import assert_never

from devices.printer.types import (
    CoverOpen,
    CutterStuck,
    Failed,
    Faulty,
    Jammed,
    Offline,
    PaperOut,
    Ready,
    Status,
    Unknown,
)


def refusal(status: Status | Jammed) -> Failed | None:
    """Return why printing must not begin; None when it may, or when nobody knows."""
    match status:
        case Ready() | Unknown():
            return None
        case PaperOut():
            return Failed(status.words, "请装入新纸卷", status)
        case CoverOpen():
            return Failed(status.words, "请合上打印机上盖", status)
        case Offline():
            return Failed(status.words, "请按打印机上的联机键，或重新上电", status)
        case CutterStuck():
            return Failed(status.words, "请清除切刀处的纸后重新上电", status)
        case Faulty():
            return Failed(status.words, "请排除故障后重新上电", status)
        case Jammed():
            return Failed(status.words, "请清除出票口的纸", status)
    assert_never(status)
