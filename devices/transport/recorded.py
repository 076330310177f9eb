"""A recording of a wire: one JSON object per line, first a header, then what happened when."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from typing import Any, Literal, get_args

FORMAT = "hallcall-recording"
VERSION = 1
PERSONAL = "it may hold what people's ID cards say: keep it as you keep their names, and delete it"

Doing = Literal["open", "read", "write", "silence", "close", "error"]


class BadRecording(Exception):
    """A file is no recording, or one of a newer release."""


@dataclass(frozen=True)
class Event:
    """What happened `t` seconds after the beginning: `data` was read or written; `silence` is a
    read that found nothing; `error` is one of a DeviceError's kinds, with `what` was being done.
    """

    t: float
    event: Doing
    data: bytes = b""
    error: str = ""
    what: str = ""
    reason: str = ""
    hint: str = ""
    written: int = 0


@dataclass(frozen=True)
class Recording:
    """What happened on `port`; `started` is a moment with zone (ISO 8601)."""

    port: str
    started: str
    events: tuple[Event, ...] = ()
    personal: bool = False


def header(recording: Recording) -> str:
    """Return the first line of a file."""
    told: dict[str, Any] = {FORMAT: VERSION, "port": recording.port, "started": recording.started}
    if recording.personal:
        told["personal"] = PERSONAL
    return json.dumps(told, ensure_ascii=False)


def line(event: Event) -> str:
    """Return an event's line; bytes are written as hex digits."""
    told = {name: value for name, value in asdict(event).items() if value or name == "t"}
    if event.data:
        told["data"] = event.data.hex(" ")
    return json.dumps(told, ensure_ascii=False)


def read_recording(lines: Iterable[str]) -> Recording:
    """Read a file's lines. Raises BadRecording, which names the line."""
    told = [one for one in lines if one.strip()]
    try:
        first = json.loads(told[0]) if told else {}
        if not isinstance(first, dict) or first.get(FORMAT) != VERSION:
            raise BadRecording(f"it is no recording of version {VERSION}")
        port, started = str(first["port"]), str(first["started"])
    except (ValueError, KeyError) as error:
        raise BadRecording(f"line 1: {error!r}") from error
    events: list[Event] = []
    for number, text in enumerate(told[1:], 2):
        try:
            events.append(_event(json.loads(text)))
        except (ValueError, TypeError, KeyError) as error:
            # The last line of a program that was killed may be half a line.
            if number == len(told):
                break
            raise BadRecording(f"line {number}: {error}") from error
    return Recording(port, started, tuple(events), "personal" in first)


def _event(told: dict[str, Any]) -> Event:
    known = {field.name for field in fields(Event)}
    if not isinstance(told, dict) or not told.keys() <= known:
        raise ValueError("it is no event")
    if told["event"] not in get_args(Doing):
        raise ValueError(f"nobody knows the event {told['event']}")
    return Event(**{**told, "t": float(told["t"]), "data": bytes.fromhex(told.get("data", ""))})
