"""Alpha signs made of bytes."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import assert_never

from devices.led.alpha.codec import (
    ACK,
    FINE,
    LEVELS,
    NAK,
    Acknowledge,
    AskErrors,
    AskText,
    ClearErrors,
    Command,
    Dim,
    Release,
    SetDate,
    SetTime,
    SetWeekday,
    WriteText,
    decode,
    encode,
    encode_errors,
)
from devices.led.alpha.packet import ANSWER, BROADCAST, Packet, PacketDecoder, encode_packet
from devices.led.boards import LedSimulator

ILLEGAL = 0x20
OVERFLOW = 0x08  # what a sign says that was told to refuse
ANSWER_WAKE_UP = bytes(15)  # signs put more NULs before an answer than a host needs


class AlphaSimulator(LedSimulator):
    """Signs of protocol 2.0, or older ones that cannot acknowledge (`acknowledges=False`).

    Their answers bear no address: `wrong_address` signs stand at another one, and hear nothing.
    """

    def __init__(self, addresses: Iterable[int], *, acknowledges: bool = True) -> None:
        super().__init__(addresses)
        self._can_acknowledge = acknowledges
        self._acknowledging: set[int] = set()
        self._errors = dict.fromkeys(self.addresses, FINE)
        self._files = dict.fromkeys(self.addresses, encode(Release()))
        self._decoder = PacketDecoder()

    def forget(self, *addresses: int) -> None:
        """Switch signs off and on: they no longer acknowledge."""
        super().forget(*addresses)
        for address in addresses or self.addresses:
            self._files[address] = encode(Release())
        self._acknowledging -= set(addresses or self.addresses)

    def _take(self, data: bytes) -> list[bytes]:
        return [answer for packet in self._decoder.feed(data) for answer in self._hear(packet)]

    def _hear(self, packet: Packet) -> list[bytes]:
        command = decode(packet.body)
        if packet.address == BROADCAST:
            for address in self.addresses:
                if command is not None and not self._misses(address):
                    self._obey(address, command)
            return []
        address = packet.address
        if address in self.wrong_address or self._misses(address):
            return []
        if isinstance(command, AskErrors | AskText):
            asked = isinstance(command, AskErrors)
            body = encode_errors(self._errors[address]) if asked else self._files[address]
            answer = ANSWER_WAKE_UP + encode_packet(Packet(BROADCAST, body, ANSWER))
            return [self._spoken(address, answer)]
        error = self._error(address, command)
        if command is not None and not error:
            self._obey(address, command)
        elif error:
            self._errors[address] |= error
        if address not in self._acknowledging:
            return []
        return [self._spoken(address, bytes((NAK if error else ACK, FINE | error)))]

    def _error(self, address: int, command: Command | None) -> int:
        if isinstance(command, ClearErrors):
            return 0
        if address in self.nack:
            self._acknowledging |= {address} if self._can_acknowledge else set()
            return OVERFLOW
        legal = command is not None and (
            self._can_acknowledge or not isinstance(command, Acknowledge)
        )
        return 0 if legal else ILLEGAL

    def _obey(self, address: int, command: Command) -> None:
        board = self.boards[address]
        clock = board.clock or datetime(2000, 1, 1)  # noqa: DTZ001 - a sign knows no zone
        match command:
            case WriteText(text, mode, color, _):
                self._files[address] = encode(command)
                board = replace(board, text=text, mode=mode, color=color or board.color)
            case Release():
                self._files[address] = encode(command)
                board = replace(board, text="", mode="static", color="red")
            case Acknowledge(on):
                (self._acknowledging.add if on else self._acknowledging.discard)(address)
            case SetTime(hour, minute):
                board = replace(board, clock=clock.replace(hour=hour, minute=minute))
            case SetDate(day):
                board = replace(board, clock=datetime.combine(day, clock.time()))
            case Dim(level):
                board = replace(board, brightness=LEVELS[level])
            case ClearErrors():
                self._errors[address] = FINE
            case SetWeekday() | AskErrors() | AskText():
                pass
            case _:
                assert_never(command)
        self.boards[address] = board
