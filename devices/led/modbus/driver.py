"""Modbus text panels on one line."""

from collections.abc import Mapping
from datetime import datetime
from typing import assert_never

from devices.led.asking import Asking, Listen
from devices.led.modbus.rtu import (
    ERRORS,
    READ,
    WRITE,
    Answer,
    Decoder,
    Failed,
    Read,
    Request,
    Values,
    Write,
    Written,
    encode,
)
from devices.led.panel import COLORS, MODES, Panel, pack_text
from devices.led.text import for_ascii, for_gbk, within
from devices.led.types import (
    PLAIN,
    Answering,
    LedResult,
    LedStatus,
    Look,
    NoAnswer,
    NotSupported,
    Refused,
    Script,
    Shown,
)
from devices.transport.types import Transport

LEAST_GAP = 0.00175  # seconds; the standard's floor above 19200 baud
GAP_BITS = 38.5  # three and a half characters of silence part two frames


class ModbusBus:
    """Panels that share a port; `panels` holds the register map of every unit. See LedBus.

    A unit that is absent is a NoAnswer and disturbs nobody else. Calls to a unit that is not
    among the panels raise KeyError.
    """

    def __init__(
        self,
        transport: Transport,
        panels: Mapping[int, Panel],
        *,
        timeout: float = 0.4,
        retries: int = 2,
        baud: int = 9600,
    ) -> None:
        gap = max(LEAST_GAP, GAP_BITS / baud)
        self._line = Asking(transport, timeout=timeout, retries=retries, baud=baud, gap=gap)
        self._panels = dict(panels)

    @property
    def script(self) -> Script:
        """Chinese if every panel speaks GBK."""
        gbk = all(panel.encoding == "gbk" for panel in self._panels.values())
        return "chinese" if gbk else "latin"

    def open(self) -> None:
        """Open the port, or raise PortUnavailable."""
        self._line.open()

    def close(self) -> None:
        """Let go of the port."""
        self._line.close()

    def show(
        self, address: int, text: str, look: Look = PLAIN, *, patient: bool = True
    ) -> LedResult:
        """Show text, after colour and mode; what the registers cannot hold is shortened."""
        panel = self._panels[address]
        carried = for_gbk(text) if panel.encoding == "gbk" else for_ascii(text)
        mark = "…" if panel.encoding == "gbk" else ".."
        carried = within(carried, panel.encoding, panel.bytes_of_text, mark)
        writes = [
            Write(address, register, (value,))
            for register, value in (
                (panel.color, panel.colors[COLORS.index(look.color)]),
                (panel.mode, panel.modes[MODES.index(look.mode)]),
            )
            if register is not None
        ]
        writes.append(Write(address, panel.start, pack_text(panel, carried.text)))
        results = (self._done(write, patient) for write in writes)
        failed = next((result for result in results if not isinstance(result, Shown)), None)
        return failed or Shown(carried.replaced, carried.shortened)

    def clear(self, address: int, *, patient: bool = True) -> LedResult:
        """Fill the text's registers with zeros."""
        panel = self._panels[address]
        return self._done(Write(address, panel.start, (0,) * panel.length), patient)

    def ping(self, address: int, *, patient: bool = True) -> LedResult:
        """Read the text's first register; Shown means the panel is there."""
        return self._done(Read(address, self._panels[address].start, 1), patient)

    def dim(self, address: int, percent: int, *, patient: bool = True) -> LedResult:
        """Set the brightness, where the panel has a register for it."""
        panel = self._panels[address]
        if panel.brightness is None:
            return NotSupported("brightness: no register is configured")
        value = round(percent * panel.levels / 100)
        return self._done(Write(address, panel.brightness, (value,)), patient)

    def set_clock(self, address: int, now: datetime, *, patient: bool = True) -> LedResult:
        """Panels of this kind keep no clock."""
        return NotSupported("a clock")

    def light(self, address: int, on: bool, *, patient: bool = True) -> LedResult:
        """Switch the picture on (1) or off (0), where the panel has a register for it."""
        panel = self._panels[address]
        if panel.power is None:
            return NotSupported("switching the picture off: no register is configured")
        return self._done(Write(address, panel.power, (int(on),)), patient)

    def status(self, address: int, *, patient: bool = True) -> LedStatus:
        """Read power and brightness, where the panel has registers for them."""
        panel = self._panels[address]
        read: dict[int, int] = {}
        registers = (panel.start, panel.power, panel.brightness)
        for register in (one for one in registers if one is not None):
            answer = self._ask(Read(address, register, 1), patient)
            match answer:
                case Values(_, values):
                    read[register] = values[0]
                case Failed(_, _, code):
                    return _refused(code)
                case NoAnswer():
                    return answer
                case Written():
                    raise AssertionError("a read is not answered as a write")
                case _:
                    assert_never(answer)
        lit = None if panel.power is None else read[panel.power] != 0
        level = None if panel.brightness is None else read[panel.brightness]
        return Answering(lit, None if level is None else round(level * 100 / panel.levels))

    def _done(self, request: Request, patient: bool) -> LedResult:
        answer = self._ask(request, patient)
        match answer:
            case Values() | Written():
                return Shown()
            case Failed(_, _, code):
                return _refused(code)
            case NoAnswer():
                return answer
            case _:
                assert_never(answer)

    def _ask(self, request: Request, patient: bool) -> Answer | NoAnswer:
        def listener() -> Listen[Answer]:
            decoder = Decoder("answers")

            def listen(data: bytes) -> Answer | None:
                for message in decoder.feed(data):
                    if not isinstance(message, Read | Write) and _answers(message, request):
                        return message
                return None

            return listen

        return self._line.ask(encode(request), listener, patient=patient)


def _answers(message: Answer, request: Request) -> bool:
    """Whether this can be the answer to that: unit, function, place and count agree."""
    if message.unit != request.unit:
        return False
    match message:
        case Failed(_, function, _):
            return function == (READ if isinstance(request, Read) else WRITE)
        case Values(_, values):
            return isinstance(request, Read) and len(values) == request.count
        case Written(_, start, count):
            return isinstance(request, Write) and (start, count) == (
                request.start,
                len(request.values),
            )
        case _:
            assert_never(message)


def _refused(code: int) -> Refused:
    return Refused(code, ERRORS.get(code, "未知错误"))
