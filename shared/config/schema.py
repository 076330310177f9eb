"""The shape of `hall.toml`; docs/hall-toml.md explains every key. Unknown keys are errors."""

from datetime import time
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
Letter = Annotated[str, Meta(pattern="^[A-Z]$")]
Positive = Annotated[int, Meta(ge=1)]
Percent = Annotated[int, Meta(ge=0, le=100)]
WindowNumber = Annotated[int, Meta(ge=1, le=255)]


class HallToml(Struct, forbid_unknown_fields=True, frozen=True):
    """[hall]"""

    code: Annotated[str, Meta(pattern="^[a-z0-9-]{1,32}$")]
    name: Annotated[str, Meta(min_length=1, max_length=24)]
    emblem: Annotated[str, Meta(min_length=1, max_length=2)]
    timezone: str = "Asia/Shanghai"
    notice: str = ""


class DatabaseToml(Struct, forbid_unknown_fields=True, frozen=True):
    """[database]"""

    url: str = "sqlite:///hall.db"


class ServiceToml(Struct, forbid_unknown_fields=True, frozen=True):
    """[service]"""

    start: Literal["on_call", "explicit"] = "on_call"
    longest_min: Positive = 180


class DispatchToml(Struct, forbid_unknown_fields=True, frozen=True):
    """[dispatch]"""

    policy: Literal["fifo", "strict", "alternate", "accumulate"] = "strict"
    green_in_a_row: Positive = 3
    rates: dict[Literal["green", "booked", "ordinary"], Annotated[float, Meta(gt=0)]] = field(
        default_factory=lambda: {"green": 3.0, "booked": 2.0, "ordinary": 1.0}
    )
    max_wait_min: Positive | None = None


class NoShowToml(Struct, forbid_unknown_fields=True, frozen=True):
    """[no_show]"""

    recall_s: Positive = 20
    recalls: Annotated[int, Meta(ge=0)] = 2
    return_min: Annotated[int, Meta(ge=0)] = 30
    return_after: Annotated[int, Meta(ge=0)] = 2
    automatic: bool = False


class DayToml(Struct, forbid_unknown_fields=True, frozen=True):
    """[day]"""

    carry_over_h: Annotated[float, Meta(ge=0)] = 0.0


class GreenToml(Struct, forbid_unknown_fields=True, frozen=True):
    """[green]"""

    helper_s: Positive = 60


class WorkToml(Struct, forbid_unknown_fields=True, frozen=True):
    """[work]"""

    hours: Annotated[tuple[tuple[time, time], ...], Meta(min_length=1)] = (
        (time(9), time(12)),
        (time(13), time(17)),
    )


class CategoryToml(Struct, forbid_unknown_fields=True, frozen=True):
    """[[category]]"""

    code: Annotated[str, Meta(pattern="^[a-z0-9-]{1,16}$")]
    name: Annotated[str, Meta(min_length=1)]
    basis: Annotated[str, Meta(min_length=1)]
    min_age: Annotated[int, Meta(ge=0, le=120)] | None = None
    proof: str = ""
    expires: str = ""


CATEGORIES = (
    CategoryToml("elderly", "老年人", "老年人权益保障法", 60, "身份证或老年人优待证"),
    CategoryToml("ill", "病弱", "中心服务制度（004）绿色通道"),
    CategoryToml("disabled", "残疾人", "残疾人保障法", None, "残疾人证", "以证件为准"),
    CategoryToml("pregnant", "孕妇", "中心服务制度（004）绿色通道"),
)
"""Who is served first unless the hall names its own [[category]] list."""


class BundleToml(Struct, forbid_unknown_fields=True, frozen=True):
    """[[bundle]]"""

    code: Annotated[str, Meta(pattern="^[A-Za-z0-9-]{1,16}$")]
    name: Annotated[str, Meta(min_length=1)]
    items: Annotated[tuple[str, ...], Meta(min_length=1)]
    queue: Letter | None = None


class CatalogToml(Struct, forbid_unknown_fields=True, frozen=True):
    """[catalog]"""

    frequent: tuple[str, ...] = ()


PadScores = dict[Annotated[str, Meta(pattern="^[0-9]{1,3}$")], int]
KeypadTable = dict[Annotated[str, Meta(pattern="^([0-9A-Fa-f]{2}){1,2}$")], str]


class KeypadToml(Struct, forbid_unknown_fields=True, frozen=True):
    """[keypad]"""

    keys: KeypadTable | None = None


class PadToml(Struct, forbid_unknown_fields=True, frozen=True):
    """[pad]"""

    scores: PadScores = field(default_factory=lambda: {"0": 5, "1": 4, "2": 3, "3": 2, "4": 1})
    complaint: Annotated[int, Meta(ge=0, le=255)] | None = 7
    ask_s: Positive = 120


class DimToml(Struct, forbid_unknown_fields=True, frozen=True, rename={"start": "from"}):
    """[[led.dim]]"""

    start: time
    percent: Annotated[int, Meta(ge=0, le=100)]


class LedToml(Struct, forbid_unknown_fields=True, frozen=True):
    """[led]"""

    call_mode: Literal["static", "flash", "scroll"] = "static"
    call_color: Literal["red", "green", "yellow"] = "red"
    idle_color: Literal["red", "green", "yellow"] = "red"
    speed: Annotated[int, Meta(ge=1, le=5)] = 4
    stay_s: Annotated[float, Meta(ge=0, le=120)] = 2.0
    dim: tuple[DimToml, ...] = ()


class QueueToml(Struct, forbid_unknown_fields=True, frozen=True):
    """[[queue]]"""

    letter: Letter
    name: Annotated[str, Meta(min_length=1)]
    service_min: Annotated[float, Meta(gt=0)] = 10.0


class SessionToml(Struct, forbid_unknown_fields=True, frozen=True, rename={"opens": "from"}):
    """[[session]]"""

    opens: time
    to: time
    queues: Literal["all"] | tuple[Letter, ...] = "all"
    days: tuple[Day, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    last_intake_min: Annotated[int, Meta(ge=0)] = 0
    daily_cap: Positive | None = None
    booked_only: bool = False


class WindowToml(Struct, forbid_unknown_fields=True, frozen=True):
    """[[window]]"""

    number: WindowNumber
    queues: tuple[Letter, ...]
    name: Annotated[str, Meta(max_length=40)] = ""
    green: bool = False
    order: Literal["first_come", "preference"] = "first_come"
    led: str | None = None
    led_width: Annotated[int, Meta(ge=16, le=1024)] = 160
    led_height: Annotated[int, Meta(ge=16, le=256)] = 16
    keypad: str | None = None
    keypad_keys: KeypadTable | None = None
    pad: str | None = None
    pad_scores: PadScores | None = None
    pad_complaint: Annotated[int, Meta(ge=0, le=255)] | None = None


class RouteToml(Struct, forbid_unknown_fields=True, frozen=True):
    """[[route]]"""

    queue: Letter
    departments: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    items: tuple[str, ...] = ()


class PanelToml(Struct, forbid_unknown_fields=True, frozen=True):
    """The `panel` of a [[kiosk]]"""

    width_mm: Annotated[float, Meta(ge=100, le=2500)] | None = None
    height_mm: Annotated[float, Meta(ge=100, le=2500)] | None = None
    bottom_mm: Annotated[float, Meta(ge=0, le=2500)] = 900.0


class KioskToml(Struct, forbid_unknown_fields=True, frozen=True):
    """[[kiosk]]"""

    id: Annotated[str, Meta(pattern="^[A-Za-z0-9-]{1,16}$")]
    printer: str
    width: Positive = 1080
    height: Positive = 1920
    idle_s: Positive = 30
    id_reader: str | None = None
    scanner: str | None = None
    panel: PanelToml = PanelToml()
    speaker: Annotated[str, Meta(min_length=1)] = "default"


class BoardToml(Struct, forbid_unknown_fields=True, frozen=True):
    """[[board]]"""

    id: Annotated[str, Meta(pattern="^[A-Za-z0-9-]{1,16}$")]
    width: Positive = 1920
    height: Positive = 1080
    rows: Annotated[int, Meta(ge=2, le=8)] = 4
    speaker: Annotated[str, Meta(min_length=1)] = "default"


class VoiceHoursToml(Struct, forbid_unknown_fields=True, frozen=True, rename={"begins": "from"}):
    """[voice] hours"""

    begins: time
    to: time
    volume: Percent


class VoiceToml(Struct, forbid_unknown_fields=True, frozen=True):
    """[voice]"""

    on: bool = False
    languages: Annotated[tuple[Literal["zh_CN", "en"], ...], Meta(min_length=1)] = ("zh_CN",)
    volume: Percent = 80
    hours: tuple[VoiceHoursToml, ...] = ()
    repeat: Annotated[int, Meta(ge=1, le=3)] = 2
    chime: bool = True
    busy: Positive = 2
    late_s: Positive = 30


class PhoneToml(Struct, forbid_unknown_fields=True, frozen=True):
    """[phone]"""

    base_url: str | None = None
    listen: str = "127.0.0.1:8080"
    rate_min: Positive = 120
    most: Positive = 5000


class EvacuationToml(Struct, forbid_unknown_fields=True, frozen=True):
    """[evacuation]"""

    text: Annotated[str, Meta(min_length=1, max_length=40)] = "请立即有序撤离"
    text_en: Annotated[str, Meta(min_length=1, max_length=80)] = "Please leave the building now"


class DutyToml(Struct, forbid_unknown_fields=True, frozen=True):
    """[duty]"""

    answer_s: Positive = 300
    rating_h: Positive = 24
    speak: tuple[Literal["helper", "complaint"], ...] = ("helper", "complaint")


class ComplaintWayToml(Struct, forbid_unknown_fields=True, frozen=True):
    """[[complaint_way]]"""

    name: Annotated[str, Meta(min_length=1, max_length=16)]
    how: Annotated[str, Meta(min_length=1, max_length=60)]


class HallFile(Struct, forbid_unknown_fields=True, frozen=True):
    """The whole file."""

    hall: HallToml
    queue: tuple[QueueToml, ...]
    window: tuple[WindowToml, ...]
    session: tuple[SessionToml, ...]
    route: tuple[RouteToml, ...] = ()
    kiosk: tuple[KioskToml, ...] = ()
    board: tuple[BoardToml, ...] = ()
    database: DatabaseToml = DatabaseToml()
    service: ServiceToml = ServiceToml()
    dispatch: DispatchToml = field(default_factory=DispatchToml)
    no_show: NoShowToml = NoShowToml()
    day: DayToml = DayToml()
    green: GreenToml = GreenToml()
    work: WorkToml = field(default_factory=WorkToml)
    category: tuple[CategoryToml, ...] = CATEGORIES
    bundle: tuple[BundleToml, ...] = ()
    complaint_way: Annotated[tuple[ComplaintWayToml, ...], Meta(max_length=5)] = ()
    catalog: CatalogToml = CatalogToml()
    pad: PadToml = field(default_factory=PadToml)
    led: LedToml = LedToml()
    keypad: KeypadToml = KeypadToml()
    voice: VoiceToml = VoiceToml()
    phone: PhoneToml = PhoneToml()
    evacuation: EvacuationToml = EvacuationToml()
    duty: DutyToml = DutyToml()
