"""Words to systemd, if it started us: sd_notify(3) over its datagram socket."""

import os
import socket

READY = "READY=1"
ALIVE = "WATCHDOG=1"
STOPPING = "STOPPING=1"


def tell_systemd(words: str) -> None:
    """Send words to the service manager; nothing happens where there is none."""
    path = os.environ.get("NOTIFY_SOCKET", "")
    if not path or not hasattr(socket, "AF_UNIX"):
        return
    address = "\0" + path[1:] if path.startswith("@") else path
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as to:
        try:
            to.sendto(words.encode(), address)
        except OSError:
            return
