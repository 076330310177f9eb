"""Fills a database from an archive, within one transaction of the caller's."""

from sqlalchemy import Connection, Table

from shared.domain.errors import BadInput
from shared.storage import archive, facts, identity, ids
from shared.storage.archive_file import Archive
from shared.storage.database import orphaned
from shared.storage.manifest import Manifest
from shared.storage.migrate import VERSION_TABLE, current_revision, knows, tables_at, upgrade


def check(manifest: Manifest) -> None:
    """BadInput unless the archive holds just the tables of a schema this program knows."""
    if not knows(manifest.schema):
        raise BadInput(
            f"the backup has schema {manifest.schema}, which this program does not know",
            "restore it with a program as new as the one that made it",
        )
    odd = tables_at(manifest.schema) ^ set(manifest.tables)
    if odd:
        raise BadInput(
            f"the backup has tables too many or too few: {', '.join(sorted(odd))}",
            "restore it with the program that made it",
        )


def make_room(tx: Connection, manifest: Manifest, code: str) -> None:
    """Empty a server's database that holds this hall; BadInput when it is another's."""
    current = current_revision(tx)
    if current is None:
        return
    if not knows(current):
        raise BadInput(
            f"the database has schema {current}, which this program does not know",
            "update the program, or name another database",
        )
    identity.claim(tx, code)
    if current == manifest.schema:
        archive.clear(tx, archive.reflected(tx, manifest.tables))
    else:
        archive.drop(tx, archive.reflected(tx, tables_at(current) | {VERSION_TABLE}))


def fill(tx: Connection, source: Archive, code: str) -> None:
    """Make the tables as they were when the archive was made, fill them, bring them up to date."""
    manifest = source.manifest
    upgrade(tx, manifest.schema)
    tables = archive.reflected(tx, manifest.tables)
    for table in tables:
        archive.load(tx, table, source.lines(table.name))
        ids.continue_after(tx, table, manifest.tables[table.name].last_id)
    _check(tx, tables, manifest)
    upgrade(tx)
    identity.check(tx, code)


def _check(tx: Connection, tables: list[Table], manifest: Manifest) -> None:
    for table in tables:
        found, wanted = archive.count(tx, table), manifest.tables[table.name].rows
        if found != wanted:
            raise BadInput(
                f"the table {table.name} would hold {found} rows, not {wanted}",
                "use another backup; nothing was changed",
            )
    broken = orphaned(tx)
    if broken is not None:
        raise BadInput(
            f"the database does not take {broken}: its rows refer to rows that are not there",
            "use another backup; nothing was changed",
        )
    newest = facts.last_id(tx)
    if newest != manifest.newest_fact:
        raise BadInput(
            f"the newest fact would be {newest}, not {manifest.newest_fact}",
            "use another backup; nothing was changed",
        )
