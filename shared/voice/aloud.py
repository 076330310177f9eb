"""One call or text made into sound, for the command line and for trials."""

import threading
import time
from dataclasses import dataclass
from pathlib import Path

from shared.domain.errors import BadInput, Unavailable
from shared.domain.ticket import TicketNumber
from shared.voice.book import Book, open_book
from shared.voice.loudspeaker import Loudspeaker
from shared.voice.pcm import RATE, Pcm
from shared.voice.reading import Reader, read_readings
from shared.voice.sinks import SoundLost
from shared.voice.sound_file import write_wav
from shared.voice.spoken import Clip, Language, Pieces, call, named


@dataclass(frozen=True)
class Told:
    """Something said: the keys of its clips, and its sound."""

    keys: tuple[str, ...]
    pcm: Pcm

    @property
    def seconds(self) -> float:
        """How long it takes."""
        return len(self.pcm) / RATE

    def write(self, path: Path) -> None:
        """Write it as a WAV file."""
        write_wav(path, self.pcm)

    def play(self) -> None:
        """Play it on this machine; Unavailable without a sound device."""
        sink = Loudspeaker()
        try:
            sink.open()
            sink.sound(self.pcm, time.time(), threading.Event())
        except SoundLost as error:
            raise Unavailable(str(error), "plug a loudspeaker in, or write a file: --out") from None
        finally:
            sink.close()


@dataclass(frozen=True)
class Aloud:
    """A voice in one language, with the recordings of a hall if it has any."""

    book: Book
    reader: Reader
    language: Language

    @classmethod
    def open(cls, hall_folder: Path | None, language: str) -> "Aloud":
        """Open the clips; BadInput for a language the voice does not speak."""
        book = open_book(hall_folder)
        return cls(book, Reader(book, read_readings()), named(language))

    def call(self, number: TicketNumber, window: int) -> Told:
        """Say one call."""
        return self._told(call(number, window, self.language))

    def text(self, text: str) -> Told:
        """Say a text; BadInput when there is nothing in it to say."""
        pieces = self.reader.pieces(text, self.language)
        if not pieces:
            raise BadInput(f"there is nothing to say in “{text}”", "write words or numbers")
        return self._told(pieces)

    def _told(self, pieces: Pieces) -> Told:
        keys = tuple(piece.key for piece in pieces if isinstance(piece, Clip))
        return Told(keys, self.book.render(pieces))
