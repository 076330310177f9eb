"""Reads a hall's folder into the domain's Hall and the settings of its machines."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from pathlib import Path
from typing import TypeVar

import msgspec

from shared.config.check import contradictions
from shared.config.keys import keypad_keys, pad_keys
from shared.config.locate import line_of
from shared.config.schema import (
    BoardToml,
    ComplaintWayToml,
    DispatchToml,
    DutyToml,
    EvacuationToml,
    HallFile,
    KioskToml,
    LedToml,
    PhoneToml,
    SessionToml,
    VoiceToml,
    WindowToml,
)
from shared.domain.coming_back import NoShowRule
from shared.domain.errors import BadInput
from shared.domain.green import GreenCategory
from shared.domain.hall import CallOrder, Hall, Queue, Route, Session, Window
from shared.domain.keypad import KeypadKeys
from shared.domain.policy import STRICT, Accumulate, Aged, Alternate, Fifo, Policy, Strict
from shared.domain.rating import PadKeys
from shared.domain.ticket import StartMode
from shared.domain.visit import Bundle

FILE_NAME = "hall.toml"
_DAYS = {"mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6, "sun": 7}
_AT = re.compile(r" - at (?:`key` in )?`([^`]*)`$")
_UNKNOWN = re.compile(r"unknown field `([^`]+)`")


@dataclass(frozen=True)
class HallConfig:
    """Everything a process of the hall needs to know; `folder` is absolute.

    `pad_keys` and `keypad_keys` tell for each window what the keys of its devices mean.
    """

    folder: Path
    hall: Hall
    database_url: str
    pad_keys: Mapping[int, PadKeys]
    keypad_keys: Mapping[int, KeypadKeys]
    carry_over_h: float
    helper_s: int
    longest_service_min: int
    led: LedToml
    work_hours: tuple[tuple[time, time], ...]
    windows: tuple[WindowToml, ...]
    kiosks: tuple[KioskToml, ...]
    boards: tuple[BoardToml, ...]
    voice: VoiceToml
    phone: PhoneToml
    evacuation: EvacuationToml
    duty: DutyToml
    complaint_ways: tuple[ComplaintWayToml, ...] = ()

    @property
    def run_dir(self) -> Path:
        """Where running processes leave what others look for: simulated wires, logs."""
        return self.folder / "run"

    def ticket_code(self, key: str) -> str:
        """Return what the QR code of a ticket holds: its page where the hall has a public address,
        else a code for the hall's own scanners.
        """
        base = self.phone.base_url
        return f"{base}/t/{key}" if base is not None else f"HC1:{key}"

    def case_code(self, code: str) -> str:
        """Return what the QR code of a case's paper holds: its number, for the hall's scanners."""
        return f"HC2:{code}"

    def kiosk(self, kiosk_id: str | None) -> KioskToml:
        """Return the kiosk with this id, or the first; BadInput when there is none."""
        return _pick(self.kiosks, kiosk_id, "kiosk")

    def board(self, board_id: str | None) -> BoardToml:
        """Return the board with this id, or the first; BadInput when there is none."""
        return _pick(self.boards, board_id, "board")


_Named = TypeVar("_Named", KioskToml, BoardToml)


def _pick(things: tuple[_Named, ...], wanted: str | None, kind: str) -> _Named:
    for thing in things:
        if wanted in (None, thing.id):
            return thing
    names = ", ".join(thing.id for thing in things) or f"none: add a [[{kind}]] to {FILE_NAME}"
    raise BadInput(f"there is no {kind} {wanted or ''}".rstrip(), f"{kind}s of this hall: {names}")


def load_hall(folder: Path) -> HallConfig:
    """Read `folder/hall.toml`; BadInput says what is wrong, where, and what to do."""
    folder = folder.resolve()
    path = folder / FILE_NAME
    if not folder.is_dir():
        raise BadInput(
            f"there is no hall folder {folder}",
            f"make one with: hall init {folder} --sample luojiang",
        )
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise BadInput(
            f"{folder} holds no {FILE_NAME}",
            "name a hall's folder with --hall, or make one with: hall init DIR --sample luojiang",
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{path} cannot be read: {error}", "save it as UTF-8 text") from error
    return hall_of(folder, text)


def hall_of(folder: Path, text: str) -> HallConfig:
    """Read the text of a hall.toml as if it lay in `folder`."""
    path = folder / FILE_NAME
    try:
        tree = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadInput(f"{path} is not valid TOML: {error}", "mend that line") from error
    try:
        file = msgspec.convert(tree, HallFile)
    except msgspec.ValidationError as error:
        raise _wrong(path, text, str(error)) from error
    for where, problem in contradictions(file):
        raise _wrong(path, text, f"{problem} - at `{where}`")
    return HallConfig(
        folder=folder,
        hall=_hall(file),
        database_url=database_address(folder, file.database.url),
        pad_keys={one.number: pad_keys(file.pad, one) for one in file.window},
        keypad_keys={one.number: keypad_keys(file.keypad, one) for one in file.window},
        carry_over_h=file.day.carry_over_h,
        helper_s=file.green.helper_s,
        longest_service_min=file.service.longest_min,
        led=file.led,
        work_hours=file.work.hours,
        windows=file.window,
        kiosks=file.kiosk,
        boards=file.board,
        voice=file.voice,
        phone=file.phone,
        evacuation=file.evacuation,
        duty=file.duty,
        complaint_ways=file.complaint_way,
    )


def _wrong(path: Path, text: str, message: str) -> BadInput:
    at = _AT.search(message)
    where = at[1] if at else "$"
    unknown = _UNKNOWN.search(message)
    line = line_of(text, where, unknown[1] if unknown else None)
    what = _AT.sub("", message)
    place = f"{path}, line {line}" if line else str(path)
    shown = where.removeprefix("$").removeprefix(".")
    return BadInput(
        f"{place}: {what}" + (f" ({shown})" if shown else ""),
        "docs/hall-toml.md explains every key",
    )


def _hall(file: HallFile) -> Hall:
    return Hall(
        code=file.hall.code,
        name=file.hall.name,
        emblem=file.hall.emblem,
        timezone=file.hall.timezone,
        notice=file.hall.notice,
        queues=tuple(
            Queue(
                queue.letter,
                queue.name,
                queue.service_min,
                tuple(_session(s) for s in file.session if _applies(s, queue.letter)),
            )
            for queue in file.queue
        ),
        windows=tuple(
            Window(w.number, w.name, w.queues, w.green, CallOrder(w.order)) for w in file.window
        ),
        routes=tuple(
            Route(r.queue, frozenset(r.departments), frozenset(r.types), frozenset(r.items))
            for r in file.route
        ),
        start=StartMode(file.service.start),
        frequent=file.catalog.frequent,
        policy=_policy(file.dispatch),
        bundles=tuple(Bundle(b.code, b.name, b.items, b.queue) for b in file.bundle),
        categories=tuple(
            GreenCategory(c.code, c.name, c.basis, c.min_age, c.proof, c.expires)
            for c in file.category
        ),
        no_show=NoShowRule(
            file.no_show.recall_s,
            file.no_show.recalls,
            file.no_show.return_min,
            file.no_show.return_after,
            file.no_show.automatic,
        ),
    )


def _policy(toml: DispatchToml) -> Policy:
    match toml.policy:
        case "fifo":
            inner: Fifo | Strict | Alternate | Accumulate = Fifo()
        case "strict":
            inner = STRICT
        case "alternate":
            inner = Alternate(STRICT.order, toml.green_in_a_row)
        case "accumulate":
            inner = Accumulate({str(name): rate for name, rate in toml.rates.items()})
    return inner if toml.max_wait_min is None else Aged(inner, toml.max_wait_min)


def _applies(session: SessionToml, letter: str) -> bool:
    return session.queues == "all" or letter in session.queues


def _session(toml: SessionToml) -> Session:
    days = frozenset(_DAYS[day] for day in toml.days)
    return Session(
        days, toml.opens, toml.to, toml.last_intake_min, toml.daily_cap, toml.booked_only
    )


def database_address(folder: Path, url: str) -> str:
    """SQLite paths are relative to the hall's folder."""
    prefix = "sqlite:///"
    if not url.startswith(prefix):
        return url
    return prefix + str(folder / url.removeprefix(prefix))
