"""One logger for the product; nothing personal is ever written to it."""

import logging
import os
import sys
import threading

EXIT_THREAD_FAILED = 70
"""A thread met a bug: the process ends, so that whoever watches it starts it again."""

logger = logging.getLogger("hallcall")


def serve_log(level: int = logging.INFO) -> None:
    """Set a long-running process up: log lines with time to standard error, where systemd and
    terminals look, and no life without all of its threads.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger.addHandler(handler)
    logger.setLevel(level)
    threading.excepthook = _end_process


def _end_process(failure: threading.ExceptHookArgs) -> None:
    name = failure.thread.name if failure.thread else "?"
    logger.critical("thread %s failed: %r", name, failure.exc_value, exc_info=failure.exc_value)
    os._exit(EXIT_THREAD_FAILED)
