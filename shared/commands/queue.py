"""hall queue: which queues take people in, and closing one for the rest of the day."""

from typing import Annotated

import typer

from shared.commands.options import ByOption, HallOption, JsonOption, context, show, who

group = typer.Typer(name="queue", help="List, close and open queues.", no_args_is_help=True)

LetterArgument = Annotated[str, typer.Argument(metavar="LETTER", help="Such as A.")]


@group.command("list")
def list_(hall: HallOption = None, as_json: JsonOption = False) -> None:
    """List every queue: who waits, whether it takes people in, and if not, why."""
    from rich.console import Console
    from rich.table import Table

    from shared.usecases.overview import queues_now

    queues = queues_now(context(hall))
    if as_json:
        rows = [
            {
                "letter": queue.letter,
                "name": queue.name,
                "waiting": queue.waiting,
                "state": queue.state,
                "opens_at": queue.opens_at.isoformat() if queue.opens_at else None,
                "why": queue.why,
            }
            for queue in queues
        ]
        show({"queues": rows}, "", as_json)
        return
    table = Table("queue", "name", "waiting", "", "opens", "why")
    for queue in queues:
        opens = f"{queue.opens_at:%Y-%m-%d %H:%M}" if queue.opens_at else ""
        table.add_row(queue.letter, queue.name, str(queue.waiting), queue.state, opens, queue.why)
    Console(emoji=False).print(table)


@group.command("close")
def close(
    letter: LetterArgument,
    reason: Annotated[str, typer.Option(help="Why; people will read it.")],
    by: ByOption = None,
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Let a queue take nobody in until it is opened again or the day ends."""
    from shared.usecases.day import close_queue

    ctx, actor = context(hall), who(by)
    close_queue(ctx, letter, reason, actor)
    queue = ctx.hall.queue(letter)
    data = {"queue": queue.letter, "state": "closed", "reason": reason.strip(), "by": actor}
    show(data, f"queue {queue.letter} {queue.name} takes nobody in: {reason.strip()}", as_json)


@group.command("open")
def open_(
    letter: LetterArgument,
    by: ByOption = None,
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Let a queue take people in again, by its sessions."""
    from shared.usecases.day import open_queue

    ctx, actor = context(hall), who(by)
    open_queue(ctx, letter, actor)
    queue = ctx.hall.queue(letter)
    data = {"queue": queue.letter, "state": "open", "by": actor}
    show(data, f"queue {queue.letter} {queue.name} takes people in, by its sessions", as_json)
