"""The five levels of 好差评 and what a pad's key stands for."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from shared.domain.errors import BadInput


class Score(IntEnum):
    """Satisfaction, 5 best; the five levels of national practice (好差评)."""

    VERY_BAD = 1
    BAD = 2
    FAIR = 3
    GOOD = 4
    VERY_GOOD = 5

    @property
    def words(self) -> str:
        """The words printed under the face."""
        return ("非常不满意", "不满意", "基本满意", "满意", "非常满意")[self - 1]

    @classmethod
    def parse(cls, value: int) -> "Score":
        """Read 1–5; BadInput otherwise."""
        try:
            return cls(value)
        except ValueError:
            raise BadInput(
                f"{value} is not a rating",
                "ratings are 5 非常满意, 4 满意, 3 基本满意, 2 不满意, 1 非常不满意",
            ) from None


class RatingSource(StrEnum):
    """Where a rating was given."""

    PAD = "pad"
    DESK = "desk"
    PHONE = "phone"
    KIOSK = "kiosk"


@dataclass(frozen=True)
class PadKeys:
    """What the keys of an evaluation pad mean: key code → score, and the complaint key.

    `ask_s` is how many seconds a question stays open, and how long after its end a service may
    still be asked about (ours): a later press belongs to nobody that can be named.
    """

    scores: tuple[tuple[int, Score], ...] = (
        (0, Score.VERY_GOOD),
        (1, Score.GOOD),
        (2, Score.FAIR),
        (3, Score.BAD),
        (4, Score.VERY_BAD),
    )
    complaint: int | None = 7
    ask_s: int = 120

    def score(self, code: int) -> Score | None:
        """Return the score of a key, None for a key that rates nothing."""
        return dict(self.scores).get(code)
