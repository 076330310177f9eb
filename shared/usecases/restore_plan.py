"""Which hall a restore leads to: the hall.toml that is there, or the archive's."""

from dataclasses import dataclass
from pathlib import Path

from shared.config.address import with_database
from shared.config.load import FILE_NAME, HallConfig, database_address, hall_of, load_hall
from shared.domain.errors import BadInput
from shared.storage.archive_file import Archive


@dataclass(frozen=True)
class Plan:
    """The hall to be; `text` is the hall.toml to write, None where there is one, which stays."""

    config: HallConfig
    text: str | None
    said: str


def plan_for(archive: Archive, file: Path, folder: Path, url: str | None) -> Plan:
    """Return the hall to be in `folder`; BadInput when the archive is not of this hall."""
    archived = _text(archive, file)
    if (folder / FILE_NAME).exists():
        config = load_hall(folder)
        if url is not None and config.database_url != database_address(folder, url):
            raise BadInput(
                f"{folder / FILE_NAME} names another database already",
                "change url under [database] there, or choose another folder",
            )
        same = (folder / FILE_NAME).read_bytes() == archive.config()
        plan = Plan(config, None, "kept" if same else "kept, the backup's is another")
    else:
        text = with_database(archived, url) if url is not None else archived
        plan = Plan(_fitting(text, file, folder), text, "written")
    if plan.config.hall.code != archive.manifest.hall:
        raise BadInput(
            f"{file} is of the hall {archive.manifest.hall}, not of {plan.config.hall.code}",
            "restore it into a folder of its own",
        )
    return plan


def _text(archive: Archive, file: Path) -> str:
    try:
        return archive.config().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(f"{file} holds a {FILE_NAME} that is no text", "use another one") from error


def _fitting(text: str, file: Path, folder: Path) -> HallConfig:
    try:
        return hall_of(folder, text)
    except BadInput as error:
        raise BadInput(
            f"the backup's {FILE_NAME} does not fit this program: {error.message}",
            f"take it out (unzip {file} {FILE_NAME}), mend it, put it into {folder} and "
            "restore again: a hall.toml that is there is kept",
        ) from error
