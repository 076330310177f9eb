"""The one place where it is looked at who of the staff may do what."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from shared.domain.errors import Refused
from shared.domain.permission import PERMISSIONS
from shared.domain.register.declaration import Role
from shared.domain.staff import Staff, StaffRole
from shared.storage import Transaction
from shared.usecases.context import Context

_P = ParamSpec("_P")
_T = TypeVar("_T")
UseCase = Callable[Concatenate[Context, _P], _T]

SERVER = "server"
"""Who acts where nobody of the staff does: the hall's own machine."""

GUARDED: dict[str, Callable[..., object]] = {}
"""Every use case that is looked at, by its name in the table."""


class NotPermitted(Refused):
    """None of the person's roles may do this."""


def permitted(use_case: UseCase[_P, _T]) -> UseCase[_P, _T]:
    """Let a use case be done by the roles the table names for it, as they are at that moment.

    NotPermitted otherwise; then nothing was changed. Without a table entry the program does not
    start.
    """
    act = use_case.__name__
    roles = PERMISSIONS[act]

    @wraps(use_case)
    def guarded(ctx: Context, /, *args: _P.args, **kwargs: _P.kwargs) -> _T:
        if ctx.actor is not None:
            _check(ctx, ctx.actor, act, roles)
        return use_case(ctx, *args, **kwargs)

    GUARDED[act] = guarded
    return guarded


def _check(ctx: Context, number: str, act: str, roles: frozenset[StaffRole]) -> None:
    with ctx.database.read() as tx:
        person = actor_of(tx, number)
    if not person.roles & roles:
        names = ", ".join(role for role in StaffRole if role in roles)
        raise NotPermitted(
            f"{person.called} may not do this ({act})", f"ask somebody who is {names}"
        )


def actor_of(tx: Transaction, number: str) -> Staff:
    """Return who acts; NotPermitted when the account was closed meanwhile."""
    from shared.storage import staff

    found = staff.account(tx, number)
    if found is None or not found.staff.active:
        raise NotPermitted(
            f"the account {number} is closed", "sign in with another one, or ask the administrator"
        )
    return found.staff


def acting_name(ctx: Context, tx: Transaction) -> str:
    """Return who acts, as a register's log names them."""
    return SERVER if ctx.actor is None else actor_of(tx, ctx.actor).called


def register_role(ctx: Context, tx: Transaction, allowed: tuple[Role, ...]) -> Role:
    """Return the role in which whoever acts takes a register's step; a clerk's when none fits."""
    if ctx.actor is None:
        return Role.MANAGER if Role.MANAGER in allowed else (*allowed, Role.CLERK)[0]
    mine = {role.in_registers for role in actor_of(tx, ctx.actor).roles}
    return next((role for role in allowed if role in mine), Role.CLERK)


def check_role(ctx: Context, tx: Transaction, role: Role) -> None:
    """NotPermitted when somebody acts in a register as what they are not; anybody may write down
    what an applicant asks for.
    """
    if ctx.actor is None or role is Role.APPLICANT:
        return
    person = actor_of(tx, ctx.actor)
    if role not in {mine.in_registers for mine in person.roles}:
        raise NotPermitted(f"{person.called} is no {role}", "act in a role of your own")


def check_for(ctx: Context, tx: Transaction, *numbers: str) -> None:
    """NotPermitted when somebody acts for others and is no duty manager or administrator."""
    if ctx.actor is None or ctx.actor in numbers:
        return
    person = actor_of(tx, ctx.actor)
    if not person.roles & {StaffRole.DUTY_MANAGER, StaffRole.ADMIN}:
        raise NotPermitted(
            f"{person.called} may not act for {' or '.join(numbers)}", "the duty manager may"
        )
