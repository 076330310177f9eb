"""hall audit: the past of the hall, sealed and verified."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from shared.commands.options import HallOption, JsonOption, context, show

if TYPE_CHECKING:
    from shared.usecases.audit import Audit, Head

group = typer.Typer(name="audit", help="Whether the hall's past was changed.", no_args_is_help=True)

EXIT_BROKEN = 1
_SHOWN = 50


@group.command("seal")
def seal(hall: HallOption = None, as_json: JsonOption = False) -> None:
    """Seal what has happened since the last seal. `hall windows` does so by itself."""
    from shared.usecases import audit

    ctx = context(hall)
    count = audit.seal_batch(ctx)
    found = audit.head(ctx)
    show({"sealed_now": count, **_head(found)}, f"{count} facts sealed\n{_words(found)}", as_json)


@group.command("head")
def head(hall: HallOption = None, as_json: JsonOption = False) -> None:
    """Print the digest to note down outside of this machine."""
    from shared.usecases import audit

    found = audit.head(context(hall))
    show(_head(found), _words(found), as_json)


@group.command("verify")
def verify(
    anchor: Annotated[
        str | None, typer.Option(help="A digest noted earlier; spaces do not matter.")
    ] = None,
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Verify every seal, and the tables against the facts; exit 1 if something was changed."""
    from shared.usecases import audit

    found = audit.verify(context(hall), anchor)
    show(_data(found), "\n".join(_report(found)), as_json)
    if not found.whole:
        raise typer.Exit(EXIT_BROKEN)


def _head(found: "Head") -> dict[str, Any]:
    return {
        "head": found.end.digest,
        "seal": found.end.seal,
        "last_fact": found.end.last_fact,
        "unsealed": found.unsealed,
    }


def _words(found: "Head") -> str:
    upto = f"seal {found.end.seal}, up to fact {found.end.last_fact}"
    rest = f"{found.unsealed} facts are not sealed yet: hall audit seal"
    lines = [upto if found.end.seal else "nothing is sealed yet", _grouped(found.end.digest)]
    return "\n".join([*lines, rest] if found.unsealed else lines)


def _grouped(digest: str) -> str:
    return " ".join(digest[start : start + 8] for start in range(0, len(digest), 8))


def _data(found: "Audit") -> dict[str, Any]:
    broken = found.broken
    return {
        "whole": found.whole,
        "seals": found.seals,
        "sealed": found.sealed,
        "unsealed": found.unsealed,
        "head": found.head,
        "broken": None
        if broken is None
        else {
            "seal": broken.seal,
            "first_fact": broken.first,
            "last_fact": broken.last,
            "why": broken.why,
        },
        "anchored": found.anchored,
        "differences": list(found.differences),
        "unknown": found.unknown,
    }


def _report(found: "Audit") -> list[str]:
    lines = [
        f"{found.seals} seals hold over {found.sealed} facts; {found.unsealed} are not sealed yet",
        f"head {_grouped(found.head)}",
    ]
    if found.unknown:
        lines.append(f"{found.unknown} facts are of a newer release: update the program")
    if found.broken is not None:
        broken = found.broken
        lines.append(
            f"BROKEN at seal {broken.seal} (facts {broken.first} to {broken.last}): {broken.why}"
        )
        lines.append("  → keep this database as evidence; compare it with the backups before it")
    if found.anchored is False:
        lines.append("BROKEN: the noted digest is not in the chain that holds")
        lines.append("  → was it noted of this hall? Then the past was written anew since then")
    lines += [f"DIFFERS: {difference}" for difference in found.differences[:_SHOWN]]
    more = len(found.differences) - _SHOWN
    if more > 0:
        lines.append(f"… and {more} more differences: --json names them all")
    if found.whole:
        lines.append("whole: nothing was changed, and the tables are as the facts tell")
    return lines
