"""docs/hardware/pads.md names every message and field, and its example proves what it says."""

from pathlib import Path
from typing import get_args

import pytest
from msgspec import structs

from devices.pad.modbus import Registers
from devices.pad.screen import Away, Face, Idle, Serving, Staff, login
from devices.pad.screen.codec import FROM_HOST_LIMIT, FROM_PAD_LIMIT
from devices.pad.screen.messages import HostMessage, PadMessage

GUIDE = (Path(__file__).parents[2] / "docs" / "hardware" / "pads.md").read_text(encoding="utf-8")
MESSAGES = sorted({*get_args(HostMessage), *get_args(PadMessage)}, key=lambda one: one.__name__)


@pytest.mark.parametrize("message", MESSAGES)
def test_every_message_is_explained(message: type) -> None:
    tag = message.__name__.lower()
    assert f"`{tag}`" in GUIDE or f'"type":"{tag}"' in GUIDE
    for field in structs.fields(message):
        name = field.encode_name
        assert f"`{name}`" in GUIDE or f'"{name}"' in GUIDE, name


@pytest.mark.parametrize("part", [Idle, Serving, Away, Staff, Face])
def test_every_part_is_explained(part: type) -> None:
    for field in structs.fields(part):
        assert field.encode_name in GUIDE


def test_the_example_proves_what_it_says() -> None:
    key = bytes(range(32))
    assert login.proof_of_pad(key, "11" * 32, "22" * 32, "PAD1") in GUIDE
    assert login.proof_of_host(key, "11" * 32, "22" * 32, "PAD1") in GUIDE


def test_limits_and_registers_are_those_of_the_code() -> None:
    assert f"at most {FROM_PAD_LIMIT} bytes" in GUIDE
    assert f"at most {round(FROM_HOST_LIMIT / 1024)} KiB" in GUIDE
    for name, default in vars(Registers()).items():
        assert f"| `{name}` |" in GUIDE
        assert f"`{default}` |" in GUIDE
