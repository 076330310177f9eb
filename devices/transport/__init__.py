"""Byte wires: serial, TCP, file, USB, print queue, simulated, and their far ends."""

from devices.transport.far_end import Listener
from devices.transport.faults import WireFaults
from devices.transport.listener import PtyListener, TcpListener
from devices.transport.memory import MemoryEnd, MemoryPair
from devices.transport.simulated import remove_url, sim_file, write_url
from devices.transport.stoppable import StoppableTransport
from devices.transport.types import HungUp, Transport
from devices.transport.urls import transport_for

__all__ = [
    "HungUp",
    "Listener",
    "MemoryEnd",
    "MemoryPair",
    "PtyListener",
    "StoppableTransport",
    "TcpListener",
    "Transport",
    "WireFaults",
    "remove_url",
    "sim_file",
    "transport_for",
    "write_url",
]
