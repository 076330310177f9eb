"""What the shipped registers declare, held against the articles."""

import re
from pathlib import Path

import pytest

from shared.domain.register.declaration import OPEN, Deadline, Role, Span, Unit
from shared.domain.register.fields import Kind
from shared.registers import load_registers

KNOWN = load_registers(Path("/nowhere")).known


def deadline(register: str, name: str) -> Deadline:
    return KNOWN[register].deadlines[name]


@pytest.mark.parametrize(
    ("register", "name", "unit", "count", "article"),
    [
        ("complaint", "arrival", Unit.MINUTES, 5, "第三条（二）"),
        ("complaint", "response", Unit.WORKING_DAYS, 1, "第三条（四）"),
        ("complaint", "simple", Unit.WORKING_DAYS, 1, "第五条（二）"),
        ("complaint", "investigation", Unit.WORKING_DAYS, 3, "第五条（三）"),
        ("cannot_be_done", "ordinary", Unit.WORKING_DAYS, 2, "第五条"),
        ("cannot_be_done", "complex", Unit.WORKING_DAYS, 5, "第五条"),
        ("acceptance", "unset", Unit.WORKING_DAYS, 20, "第六条"),
        ("appointment", "answer", Unit.HOURS, 1, "第五条（一）"),
        ("appointment", "a_day_ahead", Unit.DAYS, 1, "第五条（四）"),
        ("appointment", "late", Unit.MINUTES, 30, "第五条（五）"),
        ("extended_hours", "hour", Unit.MINUTES, 60, "第三条"),
        ("home_visit", "answer", Unit.WORKING_DAYS, 1, "第九条"),
        ("home_visit", "eight_hours", Unit.HOURS, 8, "第十一条"),
        ("home_visit", "applicant_late", Unit.MINUTES, 30, "第十二条"),
    ],
)
def test_the_numbers_of_the_articles(
    register: str, name: str, unit: Unit, count: int, article: str
) -> None:
    rule = deadline(register, name)
    assert rule.span == Span(unit, count)
    assert article in rule.basis


@pytest.mark.parametrize("register", sorted(KNOWN))
def test_every_rule_names_where_it_is_from(register: str) -> None:
    declared = KNOWN[register]
    assert declared.document[:3] in {"000", "001", "002", "003", "004"}
    for rule in declared.deadlines.values():
        assert re.search("第.+条|ours|[一二三四五六]", rule.basis), rule.name
    for check in declared.checks:
        assert "条" in check.basis, check
    if any(field.personal for field in declared.fields.values()):
        assert "ours" in declared.keep_basis


def test_accountability_knows_its_grounds_sources_and_outcomes() -> None:
    fields = KNOWN["accountability"].fields
    counts = {name: len(fields[name].choices) for name in ("ground", "source", "outcome")}
    assert counts == {"ground": 12, "source": 6, "outcome": 8}
    assert len(fields["liable"].choices) == 3


def test_fields_that_name_people_are_personal() -> None:
    names = {"name", "applicant", "phone", "address", "identity", "person", "subject", "contact"}
    staff = {("whereabouts", "contact"), ("first_contact", "contact")}
    for register in KNOWN.values():
        for field in register.fields.values():
            if field.name in names and (register.code, field.name) not in staff:
                assert field.personal, (register.code, field.name)
            if field.kind in (Kind.PHONE, Kind.IDENTITY):
                assert field.personal, (register.code, field.name)


def test_complaints_ask_for_what_the_document_lists() -> None:
    wanted = {"name", "address", "phone", "subject", "happened", "method", "request", "facts"}
    assert {*wanted, "evidence"} <= {*KNOWN["complaint"].steps[OPEN].fields}


WORDS_ABOUT_PAPERS = {
    "one_time_notice": {"problems", "told", "advice", "omitted"},
    "acceptance": {"problems", "omitted"},
    "bundle": {"items", "problems"},
    "help": {"problems"},
    "agency": {"problems", "scope", "plan"},
    "full_agency": {
        "scale",
        "present",
        "wish",
        "plan",
        "milestone",
        "problem",
        "meeting",
        "solution",
    },
    "post": {"work", "override"},
    "whereabouts": {"checked"},
}


def test_free_words_about_people_are_personal_too() -> None:
    """Facts are never deleted: only words about papers and projects stand there in full."""
    for register in KNOWN.values():
        told = {
            field.name
            for field in register.fields.values()
            if field.kind is Kind.LONG and not field.personal
        }
        assert told == WORDS_ABOUT_PAPERS.get(register.code, set()), register.code


def test_an_agent_may_hand_in() -> None:
    """001 二（四）4（3）: an agent entrusted in writing hands in, and the window takes it."""
    assert Role.AGENT in KNOWN["acceptance"].steps[OPEN].by
