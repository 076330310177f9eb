"""Onbon window boards made of bytes: they show what they are sent and acknowledge it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from devices.led.boards import LedSimulator
from devices.led.onbon.codec import (
    ALL_AREAS,
    LEVELS,
    Ack,
    Answer,
    AskStatus,
    Command,
    Dim,
    Light,
    Nack,
    Ping,
    SetClock,
    Told,
    Update,
    decode,
    encode_answer,
)
from devices.led.onbon.frame import HOST, Frame, FrameDecoder, encode_frame

UNKNOWN_COMMAND = 2
BUSY = 3  # what a board says that was told to refuse
BROADCAST = 0xFFFF  # for every board; none answers


class OnbonSimulator(LedSimulator):
    """Boards with a font card. They show one area: the last one they were sent."""

    def __init__(self, addresses: Iterable[int]) -> None:
        super().__init__(addresses)
        self._decoder = FrameDecoder()

    def _take(self, data: bytes) -> list[bytes]:
        return [self._hear(frame) for frame in self._decoder.feed(data)]

    def _hear(self, frame: Frame) -> bytes:
        request = decode(frame.data)
        if frame.destination == BROADCAST:
            for address in self.addresses:
                if request is not None and not self._misses(address):
                    self._obey(address, request[0])
            return b""
        address = frame.destination
        if self._misses(address):
            return b""
        answer: Answer = Nack(UNKNOWN_COMMAND)
        if address in self.nack:
            answer = Nack(BUSY)
        elif request is not None:
            answer = self._obey(address, request[0])
        if request is not None and not request[1]:
            return b""
        source = address + 1 if address in self.wrong_address else address
        return self._spoken(
            address, encode_frame(encode_answer(answer), destination=HOST, source=source)
        )

    def _obey(self, address: int, command: Command) -> Answer:
        board = self.boards[address]
        match command:
            case Ping():
                return Ack()
            case AskStatus():
                return Told(board.lit, round(board.brightness * LEVELS / 100), board.clock)
            case SetClock(now):
                board = replace(board, clock=now)
            case Light(on):
                board = replace(board, lit=on)
            case Dim(level):
                board = replace(board, brightness=round(level * 100 / LEVELS))
            case Update(areas, delete):
                if delete == (ALL_AREAS,) or 0 in delete:
                    board = replace(board, text="", mode="static", color="red")
                for area in areas:
                    board = replace(
                        board,
                        text=area.text,
                        mode=area.mode,
                        color=area.color,
                        width=area.width,
                        height=area.height,
                    )
            case _:
                assert_never(command)
        self.boards[address] = board
        return Ack()
