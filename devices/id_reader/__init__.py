"""ID-card readers with the SDT protocol: one reading for each placing, and little of it told."""

from devices.id_reader.driver import SdtReader
from devices.id_reader.simulator import SAMPLES, IdReaderSimulator, SimCard
from devices.id_reader.types import (
    AgeBand,
    CardKind,
    CardRead,
    Holder,
    NoAnswer,
    NoCard,
    ReaderFault,
    ReaderReady,
    ReaderStatus,
    ReadResult,
    UnknownCard,
    Unreadable,
)

__all__ = [
    "SAMPLES",
    "AgeBand",
    "CardKind",
    "CardRead",
    "Holder",
    "IdReaderSimulator",
    "NoAnswer",
    "NoCard",
    "ReadResult",
    "ReaderFault",
    "ReaderReady",
    "ReaderStatus",
    "SdtReader",
    "SimCard",
    "UnknownCard",
    "Unreadable",
]
