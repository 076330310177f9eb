"""Reads registers: those that ship with the product, and the hall's own, which may replace them."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from shared.assets import ASSETS
from shared.domain.errors import BadInput
from shared.domain.register.consistency import problems, proposal_problems, proposals
from shared.domain.register.declaration import Register
from shared.registers.convert import register_of
from shared.registers.schema import RegisterFile

SHIPPED = ASSETS / "registers"
OWN = "registers"
"""The folder in a hall's folder where its own registers lie."""

_HINT = "docs/registers.md explains a register's file"


@dataclass(frozen=True)
class Registers:
    """Every register of a hall, by its code, which is its file's name."""

    known: Mapping[str, Register]

    def register(self, code: str) -> Register:
        """Return a register by its code, its name or its prefix; BadInput names those there are."""
        wanted = code.strip()
        for register in self.known.values():
            if wanted in (register.code, register.name, register.prefix):
                return register
        names = "、".join(f"{one.code} {one.name}" for one in self.known.values())
        raise BadInput(f"there is no register “{code}”", f"registers: {names}")


def load_registers(folder: Path) -> Registers:
    """Read all registers of the hall in `folder`; BadInput says which file is wrong, and how."""
    files = {path.stem: path for path in (*_files(SHIPPED), *_files(folder / OWN))}
    known: dict[str, Register] = {}
    prefixes: dict[str, str] = {}
    for code, path in files.items():
        register = _read(code, path)
        other = prefixes.setdefault(register.prefix, code)
        if other != code:
            raise BadInput(f"{path}: {other} has the prefix {register.prefix} already", _HINT)
        known[code] = register
    _proposals(known, files)
    return Registers(known)


def _files(folder: Path) -> Iterator[Path]:
    return iter(sorted(folder.glob("*.toml")))


def _read(code: str, path: Path) -> Register:
    try:
        text = path.read_text(encoding="utf-8-sig")
        file = msgspec.convert(tomllib.loads(text), RegisterFile)
        register = register_of(code, file)
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{path} cannot be read: {error}", "save it as UTF-8 text") from error
    except tomllib.TOMLDecodeError as error:
        raise BadInput(f"{path} is not valid TOML: {error}", "mend that line") from error
    except (msgspec.ValidationError, ValueError) as error:
        raise BadInput(f"{path}: {error}", _HINT) from error
    found = list(problems(register))
    if found:
        raise BadInput(f"{path}: {'; '.join(found)}", _HINT)
    return register


def _proposals(known: Mapping[str, Register], files: Mapping[str, Path]) -> None:
    for code, register in known.items():
        for proposal in proposals(register):
            if proposal.register not in known:
                raise BadInput(f"{files[code]}: there is no register {proposal.register}", _HINT)
            fits = list(proposal_problems(register, known[proposal.register], proposal))
            if fits:
                raise BadInput(f"{files[code]}: {'; '.join(fits)}", _HINT)
