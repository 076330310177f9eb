"""Put the guides of a file in, all or none."""

from pathlib import Path

from shared.catalog.guides import GuideImport, read_guides
from shared.catalog.guides_file import write_guides
from shared.storage import guides, items
from shared.usecases.context import Context
from shared.usecases.guides import all_guides
from shared.usecases.permitted import permitted


@permitted
def import_guides(ctx: Context, file: Path) -> GuideImport:
    """Put a file's guides in the place of those their items had; CatalogError changes nothing."""
    read = read_guides(file, _names(ctx))
    with ctx.database.write() as tx:
        guides.replace(tx, read.guides)
    return read


def export_guides(ctx: Context, file: Path) -> int:
    """Write every item with its guide, as `import_guides` reads it; returns how many items."""
    names = _names(ctx)
    write_guides(names, all_guides(ctx), file)
    return len(names)


def _names(ctx: Context) -> dict[str, str]:
    with ctx.database.read() as tx:
        return {item.code: item.name for item in items.everything(tx)}
