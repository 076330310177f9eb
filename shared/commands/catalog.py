"""hall catalog: import and list the service items."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from shared.commands.options import HallOption, JsonOption, context, show

if TYPE_CHECKING:
    from shared.usecases.list_catalog import ListedItem

group = typer.Typer(name="catalog", help="The hall's service items.", no_args_is_help=True)


@group.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="Official text (.txt), .csv or .xlsx.")],
    hall: HallOption = None,
    document: Annotated[
        str | None, typer.Option(help="Name of the source document; else the file's name.")
    ] = None,
    departments: Annotated[
        Path | None, typer.Option(help="CSV with code, department, basis.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="Write the items to this CSV instead of into a hall.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Put a file's items in the place of the hall's. Nothing is changed if a row is wrong."""
    from shared.catalog.read import read_catalog
    from shared.catalog.write import write_catalog_csv
    from shared.usecases.catalog import replace_catalog

    read = read_catalog(file, document=document)
    if out is not None:
        write_catalog_csv(read.items, read.departments, out)
        target = str(out)
    else:
        ctx = context(hall)
        replace_catalog(ctx, read, departments)
        target = ctx.hall.name
    data = {
        "items": len(read.items),
        "rows": len(read.rows),
        "remarks": list(read.remarks),
        "into": target,
    }
    lines = [f"{len(read.items)} items from {len(read.rows)} rows of {file} → {target}"]
    lines += [f"  · {remark}" for remark in read.remarks]
    show(data, "\n".join(lines), as_json)


@group.command("guides")
def guides(
    file: Annotated[Path, typer.Argument(help="A .csv or .xlsx made from the template.")],
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Put in guides of items: materials, steps, limits, fees; nothing if one cell is wrong."""
    from shared.usecases.import_guides import import_guides

    ctx = context(hall)
    read = import_guides(ctx, file)
    data = {
        "guides": [guide.item for guide in read.guides],
        "without": len(read.empty),
        "remarks": list(read.remarks),
    }
    lines = [f"{len(read.guides)} guides from {file} → {ctx.hall.name}"]
    if read.empty:
        lines.append(
            f"  · {len(read.empty)} items with nothing written beside them: left as they were"
        )
    lines += [f"  · {remark}" for remark in read.remarks]
    show(data, "\n".join(lines), as_json)


@group.command("template")
def template(
    file: Annotated[Path, typer.Argument(help="Where to write it: .csv or .xlsx.")],
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Write every item with the guide it has, to be filled in and read by `hall catalog guides`."""
    from shared.usecases.import_guides import export_guides

    count = export_guides(context(hall), file)
    show({"items": count, "into": str(file)}, f"{count} items → {file}", as_json)


@group.command("list")
def list_(hall: HallOption = None, as_json: JsonOption = False) -> None:
    """List every item with its queue and sources."""
    from rich.console import Console
    from rich.table import Table

    from shared.usecases.list_catalog import list_catalog

    listed = list_catalog(context(hall))
    if as_json:
        show({"items": [_item(entry) for entry in listed]}, "", as_json)
        return
    table = Table("code", "name", "type", "department", "queue", "printed in")
    for entry in listed:
        printed = ", ".join(f"{s.document} 表{s.table} {s.number}" for s in entry.item.sources)
        table.add_row(
            entry.item.code,
            entry.item.name,
            entry.item.type,
            entry.item.department,
            entry.queue,
            printed,
        )
    Console(emoji=False).print(table)


def _item(entry: "ListedItem") -> dict[str, Any]:
    return {
        "code": entry.item.code,
        "name": entry.item.name,
        "type": entry.item.type,
        "department": entry.item.department,
        "department_basis": entry.item.basis,
        "queue": entry.queue,
        "sources": [
            {
                "document": source.document,
                "table": source.table,
                "number": source.number,
                "ordinal": source.ordinal,
                "type": source.type,
            }
            for source in entry.item.sources
        ],
    }
