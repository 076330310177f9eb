"""An item's guide 办事指南: what to bring, the steps, how long, what it costs, on what ground."""

from dataclasses import dataclass
from enum import StrEnum

from shared.domain.said import Said, said

DEFAULT_LEGAL_DAYS = 20
"""Working days where no law sets a limit (004 限时办结制 第六条)."""


class Form(StrEnum):
    """In which form a material is handed in."""

    ORIGINAL = "原件"
    COPY = "复印件"
    BOTH = "原件和复印件"
    ELECTRONIC = "电子材料"


@dataclass(frozen=True)
class Material:
    """One thing to bring; `source` says where its form is to be had, free of charge."""

    name: str
    count: int = 1
    form: Form = Form.ORIGINAL
    source: str = ""
    note: str = ""


@dataclass(frozen=True)
class Guide:
    """What the hall tells of an item, known by its code. Limits are in working days, 0 is at once,
    None where no law sets one (or nothing was promised). `sample` marks what was made up.
    """

    item: str
    materials: tuple[Material, ...] = ()
    steps: tuple[str, ...] = ()
    legal_days: int | None = None
    promised_days: int | None = None
    fee: str = ""
    fee_basis: str = ""
    law: str = ""
    notes: str = ""
    place: str = ""
    sample: bool = False


@dataclass(frozen=True)
class Section:
    """A part of a guide: its heading and its lines."""

    title: Said
    lines: tuple[str, ...]


def sections(guide: Guide) -> tuple[Section, ...]:
    """Return a guide as it is told, on screens and on paper; parts nobody wrote are left out."""
    told = (
        Section(
            said("guide", "申请材料（{count}件）").of(count=len(guide.materials)),
            tuple(_material(place, one) for place, one in enumerate(guide.materials, start=1)),
        ),
        Section(
            said("guide", "办理流程"),
            tuple(_numbered(place, step) for place, step in enumerate(guide.steps, start=1)),
        ),
        Section(said("guide", "办理时限"), _limits(guide)),
        Section(said("guide", "收费"), _fee(guide)),
        Section(said("guide", "注意事项"), _written(guide.notes)),
        Section(said("guide", "办理地点"), _written(guide.place)),
        Section(said("guide", "法律依据"), _written(guide.law)),
    )
    return tuple(section for section in told if section.lines)


def _written(text: str) -> tuple[str, ...]:
    return tuple(line for line in text.splitlines() if line)


def _numbered(place: int, text: str) -> str:
    return f"{place}. {text}"


def _material(place: int, one: Material) -> Said:
    copies = said("guide", "{place}. {name}（{form}，{count}份）{source}{note}")
    forms = {
        Form.ORIGINAL: said("guide", "原件"),
        Form.COPY: said("guide", "复印件"),
        Form.BOTH: said("guide", "原件和复印件"),
        Form.ELECTRONIC: said("guide", "电子材料"),
    }
    source, note = Said("guide", ""), Said("guide", "")
    if one.source:
        source = said("guide", "；获取途径：{source}").of(source=one.source)
    if one.note:
        note = said("guide", "；说明：{note}").of(note=one.note)
    return copies.of(
        place=place, name=one.name, form=forms[one.form], count=one.count, source=source, note=note
    )


def _limits(guide: Guide) -> tuple[str, ...]:
    legal = said("guide", "法定时限：法律未规定，按{days}个工作日").of(days=DEFAULT_LEGAL_DAYS)
    if guide.legal_days is not None:
        legal = said("guide", "法定时限：{limit}").of(limit=limit_words(guide.legal_days))
    if guide.promised_days is None:
        return (legal,)
    promised = said("guide", "承诺时限：{limit}").of(limit=limit_words(guide.promised_days))
    return (promised, legal, said("guide", "从受理的第二天起计算"))


def limit_words(days: int) -> Said:
    """Say a limit of so many working days; 0 is on the day (004 限时办结制 第五条)."""
    if days == 0:
        return said("guide", "即时办结（当天办完）")
    return said("guide", "{days}个工作日").of(days=days)


def _fee(guide: Guide) -> tuple[str, ...]:
    if not guide.fee:
        return ()
    basis = said("guide", "收费依据：{basis}").of(basis=guide.fee_basis)
    return (guide.fee, basis) if guide.fee_basis else (guide.fee,)
