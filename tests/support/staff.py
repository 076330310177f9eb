"""Staff to test with: cheap passwords that are real ones, and short names for who does what."""

from datetime import timedelta

from shared.domain.post import Leave
from shared.domain.staff import Staff, StaffRole
from shared.storage.passwords import Cost
from shared.usecases.context import Context
from shared.usecases.staff import keep_staff, set_password
from tests.support.halls import SampleHall

CHEAP = Cost(8, 1, 1)
PASSWORD = "锦江春色来天地2026"

WANG = Staff("1001", "王芳", "市场监管局", "窗口负责人", "8001", True, partner="1002")
LI = Staff("1002", "李强", "市场监管局", "科员", "8002")
ZHAO = Staff("1003", "赵敏", "市场监管局", "科员", "8003")
DUTY = Staff("2001", "陈主任", roles=frozenset({StaffRole.DUTY_MANAGER}))
ADMIN = Staff("9001", "管理员", roles=frozenset({StaffRole.ADMIN}))
PEOPLE = [WANG, LI, ZHAO, DUTY, ADMIN]


def employ(hall: SampleHall, *with_password: str) -> None:
    """Put the staff into a hall; those named get a password."""
    keep_staff(hall.ctx, PEOPLE)
    for number in with_password:
        set_password(hall.ctx, number, PASSWORD, cost=CHEAP)


def as_(hall: SampleHall, person: Staff) -> Context:
    return hall.ctx.acting_as(person.number)


def meeting(hall: SampleHall, **delta: float) -> Leave:
    """A meeting on the third floor that lasts so long."""
    return Leave("开会", "三楼会议室", "8001", hall.clock() + timedelta(**delta or {"hours": 1}))
