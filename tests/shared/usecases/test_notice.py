"""The one-time notice: kept as it was told, printed as it is kept; other papers of cases."""

from pathlib import Path

import pytest

from shared.catalog.errors import CatalogError
from shared.catalog.read import read_catalog
from shared.domain.errors import BadInput, Refused
from shared.domain.guide import Guide
from shared.domain.register.declaration import Role
from shared.printing import PrintOutcome, print_waiting
from shared.slips.lines import Code, Line, Pair, Paper
from shared.storage import guides
from shared.storage.print_jobs import PrintState
from shared.usecases.cases import advance_case, open_case, show_case
from shared.usecases.catalog import replace_catalog
from shared.usecases.guides import covered, guide_of
from shared.usecases.import_guides import export_guides, import_guides
from shared.usecases.papers import print_case
from shared.usecases.printing import recover, take
from shared.usecases.tell_notice import SAMPLE, tell_notice
from tests.shared.catalog.support import ITEMS
from tests.support.halls import COMPANY, SampleHall

COMPANY_CODE, PLAIN_CODE = "2-2-084", "2-1-001"


class Roll:
    """A printer that keeps its papers."""

    def __init__(self) -> None:
        self.papers: list[Paper] = []

    def print_paper(self, paper: Paper, job: int) -> PrintOutcome:
        self.papers.append(paper)
        return PrintOutcome(PrintState.CONFIRMED)


def texts(paper: Paper) -> list[str]:
    return [part.text for part in paper if isinstance(part, Line)]


def test_what_was_told_is_kept_and_printed(hall: SampleHall) -> None:
    told = tell_notice(hall.ctx, COMPANY_CODE, "K1")
    assert told.case == "GZ-20261123-001"
    case = show_case(hall.ctx, told.case)
    kept = case.values["told"]
    assert case.file.origin == "kiosk"
    assert case.file.state == "told"
    assert case.log[0].role == Role.SYSTEM
    assert (case.values["item"], case.values["samples"]) == (COMPANY, "free")
    assert kept.splitlines()[:2] == [SAMPLE, "【申请材料（5件）】"]

    number = hall.issue(printer="K1").number  # tickets and notices stand in one queue of papers
    roll = Roll()
    assert print_waiting(hall.ctx, "K1", roll) == 2
    first, ticket = roll.papers
    assert str(number) in texts(ticket)
    assert Code(f"HC2:{told.case}") in first
    assert set(kept.splitlines()) <= set(texts(first))
    assert "补打" not in texts(first)

    # The guide changes; the notice that was given does not.
    with hall.ctx.database.write() as tx:
        guides.replace(tx, [Guide(COMPANY_CODE, steps=("另一步",))])
    print_case(hall.ctx, told.case, "K1", "notice")
    with pytest.raises(Refused, match="is being printed") as caught:
        print_case(hall.ctx, told.case, "K1")
    assert caught.value.public
    assert print_waiting(hall.ctx, "K1", roll) == 1
    again = texts(roll.papers[-1])
    assert "补打" in again
    assert set(kept.splitlines()) <= set(again)

    with pytest.raises(Refused, match="no guide") as refused:
        tell_notice(hall.ctx, PLAIN_CODE, "K1")
    assert refused.value.public == "材料清单请到窗口领取"
    with pytest.raises(BadInput):
        tell_notice(hall.ctx, "9-9-999", "K1")
    assert print_waiting(hall.ctx, "K1", roll) == 0


def test_guides_outlive_a_new_catalogue_and_come_all_or_none(
    hall: SampleHall, tmp_path: Path
) -> None:
    before = covered(hall.ctx)
    assert (before.items, before.guides, before.samples) == (336, 12, 12)
    sheet = tmp_path / "guides.csv"
    assert export_guides(hall.ctx, sheet) == 336
    whole = sheet.read_text(encoding="utf-8-sig")
    assert len(import_guides(hall.ctx, sheet).empty) == 324
    sheet.write_text(whole.replace("公司章程,1", "公司章程,0"), encoding="utf-8")
    with pytest.raises(CatalogError, match="“份数”列"):
        import_guides(hall.ctx, sheet)
    line = "事项编码,材料,步骤,承诺时限\n"
    sheet.write_text(f"{line}{COMPANY_CODE},一张表,,2\n{PLAIN_CODE},,来,", encoding="utf-8")
    import_guides(hall.ctx, sheet)
    changed = guide_of(hall.ctx, COMPANY_CODE)
    assert changed is not None
    assert [one.name for one in changed.materials] == ["一张表"]
    assert (changed.promised_days, changed.sample, changed.steps) == (2, False, ())
    assert covered(hall.ctx).guides == 13
    replace_catalog(hall.ctx, read_catalog(ITEMS))
    assert guide_of(hall.ctx, COMPANY_CODE) == changed


def test_the_paper_of_a_booking_bears_its_number(hall: SampleHall) -> None:
    fields = {
        "channel": "phone",
        "item": COMPANY,
        "at": "2026-11-28T09:30",
        "phone": "13812345678",
        "urgency": "开标",
        "higher_network": "no",
    }
    code = open_case(hall.ctx, "appointment", fields).code
    with pytest.raises(BadInput, match="has no paper"):
        print_case(hall.ctx, code, "K1")
    agreed = {"notice": "yes", "department": "市场监管局"}
    advance_case(hall.ctx, code, "agree", agreed, role=Role.CLERK, by="王芳")
    print_case(hall.ctx, code, "K1")
    work = take(hall.ctx, "K1")
    assert work is not None
    assert work.slip.number == code
    (lost,) = recover(hall.ctx, "K1")  # its worker died with it in hand
    assert lost.case is not None
    print_case(hall.ctx, code, "K1", "预约服务告知单")
    roll = Roll()
    assert print_waiting(hall.ctx, "K1", roll) == 1
    (paper,) = roll.papers
    assert {"预约服务告知单", code, "2026-11-28 09:30"} <= set(texts(paper))
    assert {Pair("审批事项", COMPANY), Pair("应约部室", "市场监管局")} <= set(paper)
    assert Code(f"HC2:{code}") in paper
    assert "13812345678" not in str(paper)
