"""Models as data: read, listed, and refused when they make no sense."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from devices.commands import register
from devices.printer import Cut, PrinterSimulator, Text, encode, load_profile, profiles
from devices.printer.profile import FOLDER, Presenter, Profile, _from_toml

KNOWN = profiles()


@pytest.mark.parametrize("profile", KNOWN, ids=lambda one: one.name)
def test_every_model_prints_a_line_its_printer_understands(profile: Profile) -> None:
    assert profile.source
    assert profile.title
    assert load_profile(profile.name.upper()) == profile
    simulator = PrinterSimulator(columns=profile.columns, encoding=profile.encoding)
    simulator.feed(encode((Text("大厅 A023 㐂"), Cut()), profile).data)
    assert simulator.unknown == []
    assert len(simulator.slips) == (profile.full_cut or profile.partial_cut)


def test_the_papers_of_the_trade_are_there() -> None:
    assert {one.columns for one in KNOWN} >= {32, 42, 48}
    assert len(KNOWN) > 25
    assert len({one.name.lower() for one in KNOWN}) == len(KNOWN)
    assert all("star" not in one.title.lower() for one in KNOWN)


def test_a_name_nobody_has() -> None:
    with pytest.raises(KeyError):
        load_profile("abacus")
    with pytest.raises(KeyError):
        load_profile("../generic-80")


@pytest.mark.parametrize(
    "text", ["columns = 5", 'encoding = "morse"', "colour = 1", "presenter = { steps = 999 }"]
)
def test_a_file_that_makes_no_sense_is_refused(text: str, tmp_path: Path) -> None:
    file = tmp_path / "bad.toml"
    file.write_text(f'title = "t"\nsource = "s"\n{text}\n')
    with pytest.raises(ValueError, match=r"."):
        _from_toml(file)


def test_every_file_of_ours_names_its_source() -> None:
    for file in FOLDER.glob("*.toml"):
        assert load_profile(file.stem).source, file


def test_cuts_and_presenters_are_what_the_model_has() -> None:
    def data(partial: bool, **changes: object) -> bytes:
        profile = replace(load_profile("generic-80"), **changes)  # type: ignore[arg-type]
        return encode((Cut(partial=partial),), profile).data

    assert data(False).endswith(b"\x1dV\x00")
    assert data(True).endswith(b"\x1dV\x01")
    assert data(True, partial_cut=False).endswith(b"\x1dV\x00")
    assert data(False, full_cut=False).endswith(b"\x1dV\x01")
    assert b"\x1dV" not in data(False, full_cut=False, partial_cut=False)
    assert data(False, presenter=Presenter(12)).endswith(b"\x1dV\x00\x1de\x03\x0c")


@pytest.mark.parametrize("own_group", [True, False])
def test_hall_devices_printers(own_group: bool) -> None:
    app = typer.Typer()
    app.callback()(lambda: None)
    if own_group:
        app.add_typer(typer.Typer(), name="devices")
    register(app)
    shown = CliRunner().invoke(app, ["devices", "printers"])
    assert shown.exit_code == 0
    assert "generic-58" in shown.output
    assert "TM-T88V" in shown.output
    told = CliRunner().invoke(app, ["devices", "printers", "--json"])
    assert {one["name"] for one in json.loads(told.output)} == {one.name for one in KNOWN}
