"""What can go wrong where a report is written."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from shared.domain.errors import BadInput


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn a file that cannot be written into BadInput."""
    try:
        yield
    except OSError as error:
        raise BadInput(
            f"{path} cannot be written: {error.strerror or error}", "name another file"
        ) from error
