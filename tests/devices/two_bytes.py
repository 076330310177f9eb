"""Every character that Chinese printers write as two bytes, as a document.

`python -m tests.devices.two_bytes FOLDER` writes range.bin (what the printer gets) and range.txt
(what must stand on the paper), for decoders of other people: see docs/hardware/printers.md.
"""

import sys
from pathlib import Path

from devices.printer import Cut, Document, Text, encode, load_profile
from devices.printer.charset import written

LEADS, TRAILS = range(0x81, 0xFF), (*range(0x40, 0x7F), *range(0x80, 0xFF))
PAIRS = [bytes((lead, trail)) for lead in LEADS for trail in TRAILS]
CHARACTERS = [
    char for pair in PAIRS if written(char := pair.decode("gb18030"), "gb18030") is not None
]
LINES = ["".join(CHARACTERS[at : at + 20]) for at in range(0, len(CHARACTERS), 20)]


def range_bytes() -> bytes:
    """Return the bytes of the whole range, line by line; no break falls within a line of 48."""
    document: Document = (*(Text(line) for line in LINES), Cut())
    return encode(document, load_profile("generic-80")).data


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    (folder / "range.bin").write_bytes(range_bytes())
    (folder / "range.txt").write_text("\n".join(LINES) + "\n", encoding="utf-8")
    print(f"{len(CHARACTERS)} characters in {len(LINES)} lines")
