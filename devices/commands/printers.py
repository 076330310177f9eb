"""hall devices printers: the models we know, and what is known of each."""

import json
from dataclasses import asdict

import typer

from devices.commands.options import JsonOption, group
from devices.printer.profile import Profile, profiles


@group.command("printers")
def printers(as_json: JsonOption = False) -> None:
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
