"""One logger for the product; nothing personal is ever written to it."""

import logging
import sys

logger = logging.getLogger("hallcall")


def log_to_stderr(level: int = logging.INFO) -> None:
    """Write log lines with time to standard error, where systemd and terminals look."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger.addHandler(handler)
    logger.setLevel(level)
