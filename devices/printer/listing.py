"""hall devices printers: the models we know, and what is known of each."""

import json
from dataclasses import asdict
from typing import Annotated

import typer

from devices.printer.profile import Profile, profiles

GROUP = "devices"


def register(app: typer.Typer) -> None:
    """Add the command to `hall devices`; the group is made here if nobody has yet."""
    groups = {one.name: one.typer_instance for one in app.registered_groups}
    group = groups.get(GROUP)
    if group is None:
        group = typer.Typer(help="Devices.", no_args_is_help=True)
        app.add_typer(group, name=GROUP)
    group.command("printers")(printers)


def printers(
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """List the printer models for ?profile=NAME in a printer's URL."""
    known = profiles()
    if as_json:
        typer.echo(json.dumps([_facts(one) for one in known], ensure_ascii=False))
        return
    width = max(len(one.name) for one in known)
    for one in known:
        typer.echo(f"{one.name:<{width}}  {one.columns:>3} columns  {_can(one)}")
        typer.echo(f"{'':<{width}}  {one.title} ({one.tried})")


def _facts(profile: Profile) -> dict[str, object]:
    facts = asdict(profile)
    return facts | {"start": profile.start.hex(), "buzzer": profile.buzzer.hex()}


def _can(profile: Profile) -> str:
    cuts = (("full cut", profile.full_cut), ("partial cut", profile.partial_cut))
    able = (
        *cuts,
        ("QR", profile.qr),
        ("confirms", profile.confirm),
        ("reports", profile.asb),
        ("buzzer", bool(profile.buzzer)),
        ("presenter", profile.presenter is not None),
    )
    return ", ".join((profile.encoding, *(name for name, has in able if has)))
