"""How a kiosk is, line by line, for the staff screen."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from shared.config import KioskToml
from shared.doctor import MIN_FREE_BYTES
from shared.domain.devices import DeviceState, KnownDevice
from shared.domain.errors import HallError
from shared.domain.said import said
from shared.storage.print_jobs import PrintState
from shared.usecases.context import Context
from shared.usecases.tend import KioskState, PrintedSlip, kiosk_state

State = Literal["fine", "warn", "bad", "unknown"]

_DEVICES = {
    DeviceState.WORKING: said("health", "正常"),
    DeviceState.AWAY: said("health", "没有接通"),
    DeviceState.SILENT: said("health", "没有应答"),
    DeviceState.REFUSING: said("health", "拒绝工作"),
    DeviceState.TROUBLE: said("health", "有故障"),
    DeviceState.UNSTEADY: said("health", "时好时坏"),
    DeviceState.OFF: said("health", "未启动"),
}
_SLIPS = {
    PrintState.PENDING: said("health", "等待打印"),
    PrintState.SENDING: said("health", "正在打印"),
    PrintState.SENT: said("health", "已送出"),
    PrintState.CONFIRMED: said("health", "已打好"),
    PrintState.UNCERTAIN: said("health", "不确定"),
    PrintState.FAILED: said("health", "没有打出"),
}
_NAMES = {
    "printer": said("health", "打印机"),
    "ID reader": said("health", "读卡器"),
    "scanner": said("health", "扫码器"),
    "voice": said("health", "朗读"),
}


@dataclass(frozen=True)
class Health:
    """One line: what it is about, how that is, and whether somebody must do something."""

    name: str
    words: str
    state: State


def look_at(ctx: Context, kiosk: str) -> tuple[Health, ...]:
    """Return how everything of a kiosk is; what cannot be asked is unknown, not fine."""
    try:
        state = kiosk_state(ctx, kiosk)
    except HallError as error:
        database = Health(said("health", "数据库"), error.message, "bad")
        return (database, *_devices(ctx, kiosk, None), _disk(ctx))
    return (
        *_devices(ctx, kiosk, state),
        *_paper(ctx, state),
        Health(said("health", "数据库"), said("health", "可读可写"), "fine"),
        _disk(ctx),
        *(_slip(ctx, slip) for slip in state.slips),
    )


def _devices(ctx: Context, kiosk: str, state: KioskState | None) -> Iterator[Health]:
    toml = ctx.config.kiosk(kiosk)
    known = (
        {one.device.removeprefix(f"kiosk {kiosk} "): one for one in state.devices} if state else {}
    )
    for kind, name in _NAMES.items():
        if kind in known:
            yield _device(name, known[kind])
        elif _has(toml, kind):
            yield Health(name, said("health", "不清楚"), "unknown")


def _has(toml: KioskToml, kind: str) -> bool:
    match kind:
        case "ID reader":
            return toml.id_reader is not None
        case "scanner":
            return toml.scanner is not None
        case _:
            return kind == "printer"


def _device(name: str, known: KnownDevice) -> Health:
    word = _DEVICES[known.state]
    fine = known.state is DeviceState.WORKING
    if not known.reason:
        return Health(name, word, "fine" if fine else "bad")
    words = said("health", "{state}：{why}").of(state=word, why=known.reason)
    return Health(name, words, "warn" if fine else "bad")


def _paper(ctx: Context, state: KioskState) -> Iterator[Health]:
    if state.roll_since is None:
        return
    since = state.roll_since.astimezone(ctx.clock().tzinfo)
    words = said("health", "{since}换的纸，已打{count}张").of(
        since=f"{since:%m-%d %H:%M}", count=state.on_roll
    )
    yield Health(said("health", "纸卷"), words, "fine")


def _disk(ctx: Context) -> Health:
    name = said("health", "磁盘")
    try:
        free = shutil.disk_usage(ctx.config.folder).free
    except OSError as error:
        return Health(name, str(error), "bad")
    words = said("health", "剩余{mb} MB").of(mb=free // (1024 * 1024))
    return Health(name, words, "fine" if free >= MIN_FREE_BYTES else "bad")


def _slip(ctx: Context, slip: PrintedSlip) -> Health:
    at = slip.at.astimezone(ctx.clock().tzinfo)
    word = _SLIPS[slip.state]
    words = said("health", "{at} {state}").of(at=f"{at:%H:%M:%S}", state=word)
    if slip.reprint:
        words = said("health", "{at} {state}（补打）").of(at=f"{at:%H:%M:%S}", state=word)
    doubtful = slip.state in (PrintState.UNCERTAIN, PrintState.FAILED)
    name = said("health", "小票{number}").of(number=slip.number)
    return Health(name, words, "warn" if doubtful else "fine")
