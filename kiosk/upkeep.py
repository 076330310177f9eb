"""What staff have set at a kiosk, and what they did there that could not be told yet: two files."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from kiosk.lockout import write_whole
from kiosk.modes import LOUDEST, USUAL_VOLUME
from shared.domain.errors import Unavailable
from shared.domain.events import KioskTended
from shared.log import logger
from shared.usecases.context import Context
from shared.usecases.tend import tell_tended


@dataclass(frozen=True)
class Settings:
    """`closed`: no number is given out here. `volume` in percent, where each visit begins."""

    closed: bool = False
    volume: int = USUAL_VOLUME


class Upkeep:
    """The files of one kiosk in the hall's folder. Any thread may call it, one at a time."""

    def __init__(self, ctx: Context, kiosk: str) -> None:
        self._ctx = ctx
        self.kiosk = kiosk
        self._settings = ctx.config.folder / f"kiosk-{kiosk}.json"
        self._untold = ctx.config.folder / f"kiosk-{kiosk}.untold"
        self.tries = ctx.config.folder / f"kiosk-{kiosk}.tries"

    def settings(self) -> Settings:
        """Return what staff have set; what cannot be read is as it was delivered."""
        try:
            kept = json.loads(self._settings.read_text(encoding="utf-8"))
            volume = max(0, min(LOUDEST, int(kept["volume"])))
            return Settings(bool(kept["closed"]), volume)
        except FileNotFoundError:
            return Settings()
        except (OSError, ValueError, KeyError, TypeError) as error:
            logger.error("%s cannot be read: %r", self._settings, error)
            return Settings()

    def keep(self, settings: Settings) -> None:
        """Keep what staff have set; Unavailable when the folder cannot be written."""
        _write(self._settings, json.dumps(asdict(settings)))

    def tell(self, act: str, detail: str = "") -> None:
        """Tell what staff did; while the database is away it is kept here and told later."""
        self.tell_kept()
        event = KioskTended(self.kiosk, act, detail)
        if not self._untold.exists():
            try:
                tell_tended(self._ctx, [event])
                return
            except Unavailable as error:
                logger.error("kiosk %s: %s is told later: %s", self.kiosk, act, error.message)
        late = KioskTended(self.kiosk, act, detail, self._ctx.clock().isoformat())
        try:
            with self._untold.open("a", encoding="utf-8") as kept:
                kept.write(json.dumps(vars(late), ensure_ascii=False) + "\n")
        except OSError as error:
            logger.error("kiosk %s: %s (%s) is told nowhere: %s", self.kiosk, act, detail, error)

    def tell_kept(self) -> None:
        """Tell what could not be told before, as far as the database takes it."""
        if not self._untold.exists():
            return
        try:
            lines = self._untold.read_text(encoding="utf-8").splitlines()
            tell_tended(self._ctx, [KioskTended(**json.loads(line)) for line in lines])
            self._untold.unlink()
        except (Unavailable, OSError) as error:
            logger.debug("what staff did is still untold: %s", error)
        except (ValueError, TypeError) as error:
            logger.error("%s is damaged and set aside: %r", self._untold, error)
            self._untold.replace(self._untold.with_suffix(".damaged"))


def _write(file: Path, text: str) -> None:
    try:
        write_whole(file, text)
    except OSError as error:
        raise Unavailable(f"{file} cannot be written: {error}", "see to the disk") from error
