"""What a catalogue file can be refused for."""

from collections.abc import Sequence
from pathlib import Path

from shared.domain.errors import HallError

_SHOWN = 10


class CatalogError(HallError):
    """The file is no catalogue, or rows of it cannot be read: nothing was imported."""


def refuse_rows(path: Path, problems: Sequence[str], hint: str = "") -> None:
    """Raise CatalogError naming the file and every problem (the first ten in full), if any."""
    if not problems:
        return
    shown = "；".join(problems[:_SHOWN])
    rest = f"；另有{len(problems) - _SHOWN}处" if len(problems) > _SHOWN else ""
    raise CatalogError(
        f"{path.name}：{shown}{rest}", hint or "请改正所列各行后重新导入，本次未导入任何事项。"
    )
