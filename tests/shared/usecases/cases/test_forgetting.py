"""Personal fields are destroyed in their time or on request, down to the bytes; facts go on."""

import pytest

from shared.domain.errors import BadInput, Refused, Unavailable
from shared.domain.events import CaseForgotten, CasesDisclosed
from shared.domain.register.declaration import Role
from shared.storage.vault import FILE_NAME
from shared.usecases.audit import seal_batch, verify
from shared.usecases.cases import advance_case, open_case, show_case
from shared.usecases.cases.forgetting import due_to_forget, forget_on_request, kept, purge
from shared.usecases.cases.persons import cases_of, person_file
from tests.support.halls import SampleHall
from tests.support.pasts import check

PHONE = "13812345678"


def close(hall: SampleHall, code: str, step: str) -> None:
    advance_case(hall.ctx, code, step, {}, role=Role.APPLICANT, by="本人")


def sealed_bytes(hall: SampleHall, code: str) -> list[bytes]:
    """Return the encrypted fields of a case as they lie in the database."""
    with hall.ctx.database.read() as tx:
        rows = tx.exec_driver_sql(
            'SELECT private FROM case_entry JOIN case_file ON case_file.id = case_entry."case"'
            f" WHERE code = '{code}' AND private IS NOT NULL"
        )
        return [private.encode() for private in rows.scalars()]


def test_their_time_is_over(hall: SampleHall) -> None:
    fields = {"method": "onsite", "name": "欧阳明月", "phone": PHONE}
    complaint = open_case(hall.ctx, "complaint", fields).code
    going_on = open_case(hall.ctx, "complaint", fields).code
    helped = open_case(hall.ctx, "help", {"need": "forms", "phone": PHONE, "name": "李四"}).code
    close(hall, complaint, "withdraw")
    close(hall, helped, "give_up")
    seal_batch(hall.ctx)
    before = sealed_bytes(hall, helped) + sealed_bytes(hall, complaint)
    assert len(before) == 2
    assert sorted(cases_of(hall.ctx, "138 1234 5678")) == sorted([complaint, going_on, helped])
    hall.clock.forward(days=365)
    assert [case.code for case in due_to_forget(hall.ctx)] == [helped]
    done = purge(hall.ctx)
    assert (done.codes, done.left, done.swept) == ((helped,), 0, True)
    assert purge(hall.ctx).codes == ()
    assert show_case(hall.ctx, helped).values == {"need": "forms"}
    assert cases_of(hall.ctx, PHONE) == [complaint, going_on]
    hall.clock.forward(days=730)
    assert purge(hall.ctx).codes == (complaint,)
    if hall.ctx.database.is_sqlite:
        left = b"".join(path.read_bytes() for path in hall.folder.glob("hall.db*"))
        assert not any(private in left for private in before)
        assert sealed_bytes(hall, going_on)[0] in left
    seal_batch(hall.ctx)
    assert verify(hall.ctx).whole
    assert check(hall) == ""


def test_on_request_but_for_what_must_be_kept(hall: SampleHall) -> None:
    fields = {"need": "forms", "phone": PHONE, "name": "李四"}
    helped, waiting = (open_case(hall.ctx, "help", fields).code for _ in range(2))
    complaint = open_case(hall.ctx, "complaint", {"method": "phone", "phone": PHONE}).code
    close(hall, helped, "give_up")
    close(hall, complaint, "withdraw")
    assert kept(hall.ctx, helped).refused == ""
    assert "going on" in kept(hall.ctx, waiting).refused
    assert "第三条（六）投诉记录" in kept(hall.ctx, complaint).refused
    for code in (waiting, complaint):
        with pytest.raises(Refused, match=code):
            forget_on_request(hall.ctx, [helped, code], "王芳")
    assert show_case(hall.ctx, helped).values["name"] == "李四"
    done = forget_on_request(hall.ctx, [helped.lower(), helped], "王芳")
    assert (done.codes, done.left) == ((helped,), 0)
    assert hall.events()[-1] == CaseForgotten(helped, on_request=True, by="王芳")
    assert kept(hall.ctx, helped).gone
    assert forget_on_request(hall.ctx, [helped], "王芳").codes == ()
    found = person_file(hall.ctx, PHONE, "王芳")
    assert [case.file.code for case in found] == [waiting, complaint]
    assert hall.events()[-1] == CasesDisclosed("person", 2, "王芳")
    assert check(hall) == ""
    with pytest.raises(BadInput, match="no number of a person"):
        cases_of(hall.ctx, "138")
    (hall.folder / FILE_NAME).unlink()
    with pytest.raises(Unavailable, match=r"hall\.key is missing"):
        cases_of(hall.ctx, PHONE)
