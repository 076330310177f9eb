"""Runs a command as a user whom file permissions bind, even where the tests run as root."""

import subprocess
import sys

_DROP = """
import ctypes, os, sys
libc = ctypes.CDLL(None)
for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
    libc.prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP; no matter to a common user
os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
"""


def python_bound_by_permissions(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", _DROP, *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
