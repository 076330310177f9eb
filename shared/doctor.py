"""What `hall doctor` checks of the hall itself; apps add their own by entry point."""

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from shared.clock import system_clock
from shared.config import HallConfig
from shared.domain.devices import DeviceState
from shared.domain.errors import HallError
from shared.storage import open_database
from shared.usecases.calendar import missing_year
from shared.usecases.context import Context
from shared.usecases.devices import devices_now
from shared.usecases.guides import covered
from shared.usecases.list_catalog import UNKNOWN, list_catalog
from shared.usecases.overview import day_now
from shared.voice.health import left_state

MIN_FREE_BYTES = 200 * 1024 * 1024


@dataclass(frozen=True)
class Fine:
    """Nothing to do."""

    what: str


@dataclass(frozen=True)
class Warn:
    """The hall works, but somebody should look."""

    what: str
    do: str


@dataclass(frozen=True)
class Bad:
    """Something people need does not work."""

    what: str
    do: str


Result = Fine | Warn | Bad


@dataclass(frozen=True)
class Check:
    """One thing looked at."""

    name: str
    result: Result


def verdict(result: Result) -> str:
    """Return the word for a result: fine, warn or bad."""
    match result:
        case Fine():
            return "fine"
        case Warn():
            return "warn"
        case Bad():
            return "bad"
        case _:
            assert_never(result)


def checks(config: HallConfig) -> Iterator[Check]:
    """Check fonts, disk, database and catalogue."""
    yield Check("fonts", _fonts())
    yield Check("disk", _disk(config))
    try:
        database = open_database(config.database_url)
        ctx = Context(config, database, system_clock(config.hall.timezone))
        with database.write():
            pass
        yield Check("database", Fine(f"{database.shown} can be written"))
        yield Check("clock", _clock(ctx))
        yield Check("catalogue", _catalogue(ctx))
        yield Check("guides", _guides(ctx))
        yield from _devices(ctx)
        yield Check("working days", _calendar(ctx))
        yield Check("registers", _registers(ctx))
        database.dispose()
    except HallError as error:
        yield Check("database", Bad(error.message, error.hint))


def _fonts() -> Result:
    if shutil.which("fc-list") is None:
        return Warn("fonts cannot be listed: fc-list is missing", "install fontconfig")
    found = subprocess.run(
        ["fc-list", ":lang=zh-cn", "family"], capture_output=True, text=True, check=False
    ).stdout
    if "Noto Sans CJK SC" in found:
        return Fine("Noto Sans CJK SC is installed")
    if found.strip():
        return Warn(
            "Noto Sans CJK SC is missing, another Chinese font is used",
            "apt-get install fonts-noto-cjk",
        )
    return Bad("no Chinese font: screens would show boxes", "apt-get install fonts-noto-cjk")


def _disk(config: HallConfig) -> Result:
    free = shutil.disk_usage(config.folder).free
    what = f"{free // (1024 * 1024)} MB free at {config.folder}"
    return Fine(what) if free >= MIN_FREE_BYTES else Bad(what, "make room: tickets need it")


def _clock(ctx: Context) -> Result:
    newest = day_now(ctx).day
    behind = (newest - ctx.clock().date()).days
    if behind > 0:
        return Bad(
            f"the clock is {behind} days behind the newest business day {newest}",
            "set the clock of this machine; numbers go on in the newer day until then",
        )
    return Fine(f"business day {newest}")


def _devices(ctx: Context) -> Iterator[Check]:
    """Tell what was last known of each device by whoever drives it."""
    for known in devices_now(ctx):
        since = known.since.astimezone(ctx.clock().tzinfo)
        why = f": {known.reason}" if known.reason else ""
        what = f"last known {known.state} since {since:%Y-%m-%d %H:%M}{why}"
        match known.state:
            case DeviceState.WORKING | DeviceState.OFF:
                yield Check(f"known: {known.device}", Fine(what))
            case _:
                do = "look at it; hall devices status tells when that changes"
                yield Check(f"known: {known.device}", Warn(what, do))


def _calendar(ctx: Context) -> Result:
    year = missing_year(ctx)
    if year is None:
        return Fine("the calendar of working days is there")
    return Warn(
        f"the calendar of {year} is missing: deadlines that reach into it are unknown",
        "hall calendar load FILE, after the State Council's notice",
    )


def _registers(ctx: Context) -> Result:
    try:
        return Fine(f"{len(ctx.registers.known)} registers")
    except HallError as error:
        return Bad(error.message, error.hint)


def _guides(ctx: Context) -> Result:
    """Count the items without a guide: applicants are sent to a window for their materials."""
    known = covered(ctx)
    missing = known.items - known.guides
    what = f"{missing} of {known.items} items have no guide"
    if known.samples:
        what += f", {known.samples} guides are made up (示例数据)"
    if not missing and not known.samples:
        return Fine(f"all {known.items} items have a guide")
    return Warn(what, "hall catalog template FILE, fill it in, hall catalog guides FILE")


def _catalogue(ctx: Context) -> Result:
    listed = list_catalog(ctx)
    if not listed:
        return Bad("the hall offers no service item", "hall catalog import FILE")
    codes = {text for entry in listed for text in (entry.item.code, entry.item.name)}
    for bundle in ctx.hall.bundles:
        unknown = [item for item in bundle.items if item not in codes]
        if unknown:
            return Bad(
                f"the bundle {bundle.name} names unknown items: {'、'.join(unknown)}",
                "correct it in hall.toml, or import the items",
            )
    nowhere = [entry for entry in listed if not ctx.hall.windows_for(entry.queue)]
    if nowhere:
        letters = "、".join(sorted({entry.queue for entry in nowhere}))
        return Bad(
            f"no window serves queue {letters} ({len(nowhere)} items)",
            "add the queue to a [[window]] in hall.toml",
        )
    unnamed = sum(entry.item.department == UNKNOWN.name for entry in listed)
    if unnamed:
        return Warn(
            f"{unnamed} of {len(listed)} items name no department",
            "import the list with a department column, or with --departments",
        )
    inferred = sum(entry.item.basis == "inferred" for entry in listed)
    what = f"{len(listed)} items, {inferred} departments inferred"
    return Fine(what)


def sound_check(config: HallConfig, name: str) -> Iterator[Check]:
    """Say of a screen, for `hall doctor`, whether it is heard; nothing where it does not run."""
    told = left_state(config.run_dir, name)
    if told is None:
        return
    silent, since = told
    if silent:
        yield Check(
            f"{name} voice",
            Bad(
                f"silent since {since}: {silent}",
                'check the loudspeaker, or say speaker = "none" in hall.toml',
            ),
        )
    else:
        yield Check(f"{name} voice", Fine(f"heard since {since}"))
