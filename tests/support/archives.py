"""Archives of halls: what is in them, and others that only look right."""

import json
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

Files = dict[str, bytes]


def table_rows(archive: Path, table: str) -> list[dict[str, Any]]:
    """What a table's file holds."""
    with zipfile.ZipFile(archive) as opened:
        return [json.loads(line) for line in opened.read(f"tables/{table}.jsonl").splitlines()]


def changed(archive: Path, change: Callable[[Files], None], **values: object) -> Path:
    """Put another archive with right digests in its place; `values` are for its manifest."""
    with zipfile.ZipFile(archive) as opened:
        files = {name: opened.read(name) for name in opened.namelist()}
    change(files)
    manifest = json.loads(files.pop("manifest.json")) | values
    manifest["config_sha256"] = sha256(files["hall.toml"]).hexdigest()
    manifest["tables"] = {
        name.removeprefix("tables/").removesuffix(".jsonl"): {
            "rows": len(data.splitlines()),
            "sha256": sha256(data).hexdigest(),
            "last_id": None,
        }
        for name, data in files.items()
        if name.startswith("tables/")
    }
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in files.items():
            out.writestr(name, data)
        out.writestr("manifest.json", json.dumps(manifest))
    return archive


def wrong_last_row(archive: Path) -> Path:
    """Digests are right, but a rating belongs to no service."""

    def orphan(files: Files) -> None:
        files["tables/rating.jsonl"] = files["tables/rating.jsonl"].replace(
            b'"service":1,', b'"service":99,'
        )

    return changed(archive, orphan)


def wrong_newest_fact(archive: Path) -> Path:
    """Facts are missing that the manifest knows of."""
    return changed(archive, lambda _files: None, newest_fact=12345)


def hall_code_in_data(archive: Path) -> Path:
    """The manifest names this hall, the rows another."""
    return changed(
        archive, lambda files: files.update({"tables/hall.jsonl": b'{"code":"elsewhere"}\n'})
    )


def unknown_table(archive: Path) -> Path:
    """There is a table this schema has not."""
    return changed(archive, lambda files: files.update({"tables/desk.jsonl": b""}))


def newer_schema(archive: Path) -> Path:
    """It was made by a later release."""
    return changed(archive, lambda _files: None, schema="9999")


def truncated(archive: Path) -> Path:
    """It was not copied to its end."""
    archive.write_bytes(archive.read_bytes()[:-100])
    return archive
