"""What an ESC/POS printer does with each command, apart from its faults."""

from dataclasses import replace

from devices.printer.bitmap import Bitmap, from_strip
from devices.printer.charset import Encoding
from devices.printer.commands import Char, Command
from devices.printer.mouth import Mouth
from devices.printer.paper import ALIGNMENTS, Paper

PARTIAL = frozenset({1, 49, 66, 98})  # the m of GS V that leave a bridge
STRIP = 33  # the m of ESC * for 24 dots at full width


class Interpreter:
    """Executes commands on paper and in the mouth; `unknown` keeps what it does not know."""

    def __init__(self, paper: Paper, mouth: Mouth, encoding: Encoding = "gb18030") -> None:
        self.paper = paper
        self.mouth = mouth
        self.encoding = encoding
        self.beeps = 0
        self.kanji = False
        self.asb = 0  # GS a: which automatic status is wanted
        self.unknown: list[bytes] = []
        self._qr = b""
        self._module = 3
        self._level = 48

    def execute(self, token: Command | Char) -> bytes:
        """Execute one token and return what the printer says about it."""
        if isinstance(token, Char):
            self._print(token.raw)
            return b""
        return self._command(token)

    def reset(self) -> None:
        """ESC @: everything back to how it is after switching on; what is printed stays."""
        self.kanji = False
        self.paper.forget_line()
        self._module, self._level, self._qr = 3, 48, b""
        self.paper.restyle(lambda _: type(self.paper.style)(""))

    def _print(self, raw: bytes) -> None:
        if self.encoding == "utf-8" and raw > b"\x80":
            self.paper.put(raw.decode("utf-8", errors="replace"), 2)
        elif len(raw) == 2:
            self.paper.put(raw.decode("gb18030", errors="replace"), 2)
        elif not (self.kanji and raw > b"\x80"):
            self.paper.put(raw.decode("cp437"), 1)

    def _command(self, command: Command) -> bytes:
        arg = command.args[0] if command.args else 0
        match command.name:
            case b"\r" | b"\x10\x04":
                pass
            case b"\x1b@":
                self.reset()
            case b"\x1c&":
                self.kanji = True
            case b"\x1c.":
                self.kanji = False
            case b"\x1da":
                self.asb = arg
            case b"\x1bB":
                self.beeps += arg
            case b"\x1de":
                return self.mouth.move(arg)
            case b"\x1d(":
                return self._extended(command)
            case _:
                self._on_paper(command, arg)
        return b""

    def _on_paper(self, command: Command, arg: int) -> None:
        match command.name:
            case b"\n":
                self.paper.end_line()
            case b"\x1bd":
                self.paper.feed(arg)
            case b"\x1bJ":
                self.paper.feed(round(arg / 30))
            case b"\x1dV":
                self.paper.cut(partial=arg in PARTIAL)
                self.mouth.arrived()
            case b"\x1b*" if arg == STRIP:
                self.paper.strip(from_strip(command.args[3:]))
            case b"\x1dv" if command.args[:1] == b"0":
                size = command.args[2:6]
                wide, high = (int.from_bytes(size[at : at + 2], "little") for at in (0, 2))
                self.paper.picture(Bitmap(wide * 8, high, command.args[6:]))
            case _:
                self._style(command, arg)

    def _style(self, command: Command, arg: int) -> None:
        restyle = self.paper.restyle
        match command.name:
            case b"\x1ba":
                align = ALIGNMENTS.get(arg & 0x0F, "left")
                restyle(lambda style: replace(style, align=align))
            case b"\x1bE" | b"\x1bG":
                restyle(lambda style: replace(style, bold=bool(arg & 1)))
            case b"\x1d!":
                wide, high = (arg >> 4 & 7) + 1, (arg & 7) + 1
                restyle(lambda style: replace(style, width=wide, height=high))
            case b"\x1b!":
                wide, high = 1 + (arg >> 5 & 1), 1 + (arg >> 4 & 1)
                bold = bool(arg & 8)
                restyle(lambda style: replace(style, width=wide, height=high, bold=bold))
            case _:
                self.unknown.append(command.raw)

    def _extended(self, command: Command) -> bytes:
        kind, args = command.args[:1], command.args[3:]
        match kind, args[:2]:
            case b"k", b"1C" if len(args) > 2:
                self._module = args[2]
            case b"k", b"1E" if len(args) > 2:
                self._level = args[2]
            case b"k", b"1P":
                self._qr = args[3:]
            case b"k", b"1Q":
                if self._qr:
                    self.paper.qr(self._qr, self._module, self._level)
            case b"k", b"1A":
                pass
            case b"H", b"00":
                return b'7"' + args[2:6] + b"\0"
            case _:
                self.unknown.append(command.raw)
        return b""
