"""hall voice: what the hall can say, heard, checked, recorded and made."""

from pathlib import Path
from typing import Annotated

import typer

from shared.commands.options import HallOption, JsonOption, hall_folder, show, whole_number

group = typer.Typer(name="voice", help="What the hall says aloud.", no_args_is_help=True)

LanguageOption = Annotated[str, typer.Option("--language", help="zh_CN or en.")]


@group.callback()
def voice() -> None:
    """What the hall says aloud: hear it, check it, record it with a human voice."""


@group.command("say")
def say(
    text: Annotated[str, typer.Argument(help="A ticket such as A012 (with --window), or a text.")],
    window: Annotated[str | None, typer.Option("--window", help="Call it to this window.")] = None,
    language: LanguageOption = "zh_CN",
    out: Annotated[Path | None, typer.Option("--out", help="Write a WAV file.")] = None,
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say a call or a text, aloud or into a WAV file."""
    from shared.domain.ticket import TicketNumber
    from shared.voice.aloud import Aloud

    aloud = Aloud.open(_own(hall), language)
    if window is None:
        told = aloud.text(text)
    else:
        told = aloud.call(TicketNumber.parse(text), whole_number(window, "window"))
    if out is None:
        told.play()
    else:
        told.write(out)
    data = {"clips": told.keys, "seconds": round(told.seconds, 3), "file": out}
    show(data, f"{told.seconds:.1f} s: {' '.join(told.keys)}", as_json)


@group.command("script")
def script(
    language: LanguageOption = "zh_CN", hall: HallOption = None, as_json: JsonOption = False
) -> None:
    """List every clip with its words: what a hall can record."""
    from shared.voice.own import recordable

    found = recordable(_own(hall), language)
    rows = [{"key": key, "text": one.text, "origin": one.origin} for key, one in found.items()]
    lines = [f"{row['key']:50} {row['origin']:10} {row['text']}" for row in rows]
    show({"language": language, "clips": rows}, "\n".join(lines), as_json)


@group.command("import")
def import_clips(
    folder: Annotated[Path, typer.Argument(help="Folder with KEY.wav (or .flac, .ogg, .mp3).")],
    language: LanguageOption = "zh_CN",
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Take a human voice's clips into the hall, trimmed and levelled."""
    from shared.voice.own import import_folder

    taken = import_folder(hall_folder(hall), language, folder)
    text = f"{len(taken)} clips taken: {' '.join(taken)}"
    show({"language": language, "clips": taken}, text, as_json)


@group.command("record")
def record(
    key: Annotated[str, typer.Argument(help="The clip's key, from: hall voice script.")],
    language: LanguageOption = "zh_CN",
    seconds: Annotated[float, typer.Option(help="At most so long.", min=0.5, max=30)] = 5.0,
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Record one clip from this machine's microphone."""
    from shared.voice.microphone import listen
    from shared.voice.own import known_text, take

    folder = hall_folder(hall)
    words = known_text(folder, language, key)
    typer.echo(f"请说 / say: {words}", err=True)
    taken = take(folder, language, key, listen(seconds))
    show({"key": key, "text": words, "seconds": round(taken, 3)}, f"{taken:.1f} s kept", as_json)


@group.command("remove")
def remove(
    key: Annotated[str, typer.Argument(help="The clip's key.")],
    language: LanguageOption = "zh_CN",
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Take a recording of the hall away; the shipped clip speaks again."""
    from shared.voice.own import drop

    drop(hall_folder(hall), language, key)
    show({"removed": key, "language": language}, f"{key} is the shipped clip again", as_json)


@group.command("check")
def check(
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Check that every call and every text can be said, within the limits; exit 1 if not."""
    from shared.voice.check import check_all

    found = check_all(_own(hall))
    data = {"ok": not found.problems, **found.figures, "problems": found.problems}
    looked = ", ".join(f"{value} {name}" for name, value in found.figures.items())
    text = "\n".join((*found.problems, looked.replace("_", " ")))
    show(data, text, as_json)
    if found.problems:
        raise typer.Exit(1)


@group.command("devices")
def devices(as_json: JsonOption = False) -> None:
    """List this machine's loudspeakers."""
    from shared.voice.loudspeaker import device_names

    names = device_names()
    show({"devices": names}, "\n".join(names) or "no sound device", as_json)


@group.command("generate")
def generate(
    out: Annotated[Path | None, typer.Option("--out", help="Default: the shipped clips.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Make the shipped clips again from the script (for developers; needs espeak-ng)."""
    from shared.voice.book import SHIPPED
    from shared.voice.making.generate import Generator

    told: list[str] = []
    Generator(out or SHIPPED, told.append).run()
    show({"made": told}, "\n".join(told), as_json)


def _own(hall: Path | None) -> Path | None:
    """Return the hall whose recordings count; without one the shipped clips speak."""
    folder = hall_folder(hall)
    return folder if hall is not None or (folder / "hall.toml").is_file() else None
