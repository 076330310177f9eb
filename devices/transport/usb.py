"""USB printers through pyusb (optional: pip install hallcall[usb])."""

import contextlib
import importlib
import threading
from time import monotonic
from typing import Any

from devices.errors import PortUnavailable, WriteFailed

PRINTER_CLASS = 7
DIRECTION_IN = 0x80
READ_SLICE = 0.2  # seconds; a bulk read cannot be cancelled, so it is cut into slices


class UsbTransport:
    """The printer interface of one USB device; opening does not reset it."""

    def __init__(self, name: str, vendor: int, product: int) -> None:
        self._name = name
        self._ids = (vendor, product)
        self._interrupted = threading.Event()
        self._device: Any = None
        self._interface: Any = None
        self._detached = False
        self._out: Any = None
        self._in: Any = None

    @property
    def name(self) -> str:
        """The URL, for people."""
        return self._name

    def open(self) -> None:
        """Claim the printer interface, or raise PortUnavailable."""
        if self._device is not None:
            return
        try:
            core = importlib.import_module("usb.core")
        except ImportError as error:
            hint = "install it with: pip install hallcall[usb]"
            raise self._unavailable("pyusb is not installed", hint) from error
        vendor, product = self._ids
        try:
            device = core.find(idVendor=vendor, idProduct=product)
        except (OSError, ValueError) as error:  # pyusb's errors are OSError and ValueError
            raise self._unavailable(str(error), "install libusb-1.0") from error
        if device is None:
            raise self._unavailable("no such device", "check cable and power; lsusb lists ids")
        try:
            self._claim(device)
        except (OSError, NotImplementedError) as error:
            self.close()
            hint = "allow this user to use the device (a udev rule), and stop other print programs"
            raise self._unavailable(str(error), hint) from error

    def _claim(self, device: Any) -> None:
        util = importlib.import_module("usb.util")
        self._device = device
        interfaces = list(device.get_active_configuration())
        printers = [one for one in interfaces if one.bInterfaceClass == PRINTER_CLASS]
        interface = (printers or interfaces)[0]
        self._interface = interface.bInterfaceNumber
        self._detached = bool(device.is_kernel_driver_active(self._interface))
        if self._detached:
            device.detach_kernel_driver(self._interface)
        util.claim_interface(device, self._interface)
        ends = list(interface)
        self._out = next((e for e in ends if not e.bEndpointAddress & DIRECTION_IN), None)
        self._in = next((e for e in ends if e.bEndpointAddress & DIRECTION_IN), None)
        if self._out is None:
            raise OSError("the device has no bulk output")

    def close(self) -> None:
        """Give the interface back to the kernel."""
        device, self._device = self._device, None
        self._out = self._in = None
        if device is None:
            return
        util = importlib.import_module("usb.util")
        with contextlib.suppress(OSError, NotImplementedError):
            util.dispose_resources(device)
            if self._detached:
                device.attach_kernel_driver(self._interface)

    def write(self, data: bytes, timeout: float) -> None:
        """Send data packet by packet, so that a failure knows how much has left."""
        if self._out is None:
            raise WriteFailed(self._name, "writing", "the port is not open")
        deadline = monotonic() + timeout
        step = int(self._out.wMaxPacketSize)
        for start in range(0, len(data), step):
            left = int((deadline - monotonic()) * 1000)
            try:
                # Zero milliseconds would wait for ever.
                self._out.write(data[start : start + step], max(1, left))
            except OSError as error:
                hint = "check power, paper and cable of the printer"
                raise WriteFailed(self._name, "writing", str(error), hint, written=start) from error

    def read(self, size: int, timeout: float) -> bytes:
        """Return what the device answers, b"" after timeout seconds."""
        if self._device is None:
            raise self._unavailable("the port is not open", "")
        deadline = monotonic() + timeout
        while not self._interrupted.is_set():
            left = min(READ_SLICE, deadline - monotonic())
            if left <= 0 or self._in is None:
                return b""
            packet = max(size, int(self._in.wMaxPacketSize))
            try:
                answer = bytes(self._in.read(packet, max(1, int(left * 1000))))
            except TimeoutError:
                continue
            except OSError as error:
                if type(error).__name__ == "USBTimeoutError":
                    continue
                raise self._unavailable(str(error), "check power and cable") from error
            if answer:
                return answer
        self._interrupted.clear()
        return b""

    def interrupt(self) -> None:
        """From another thread: make a waiting read return within 0.2 s."""
        self._interrupted.set()

    def _unavailable(self, reason: str, hint: str) -> PortUnavailable:
        return PortUnavailable(self._name, "using USB", reason, hint)
