"""What a pad with a screen and the hub say to each other; docs/hardware/pads.md is the schema."""

from typing import Annotated, Literal, TypeAlias

from msgspec import Meta, Struct

Id = Annotated[str, Meta(min_length=1, max_length=40)]
Hex = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
Words = Annotated[str, Meta(max_length=200)]
Code = Annotated[int, Meta(ge=0, le=255)]
Percent = Annotated[int, Meta(ge=0, le=100)]

PHOTO_LIMIT = 256 * 1024
"""Bytes of a photo (JPEG or PNG) at most."""

LONGEST_S = 3600
"""Seconds a question is open at most, as far as a pad knows."""


class Staff(Struct, frozen=True, omit_defaults=True):
    """Who serves at the window; `party_member` shows the mark of members 党员 beside the name.

    Raises ValueError when the photo is longer than PHOTO_LIMIT.
    """

    name: Words = ""
    post: Words = ""
    number: Words = ""
    party_member: bool = False
    photo: bytes = b""

    def __post_init__(self) -> None:
        if len(self.photo) > PHOTO_LIMIT:
            raise ValueError(f"a photo of {len(self.photo)} bytes is too big for a pad")


class Idle(Struct, frozen=True, tag_field="state", tag="idle", omit_defaults=True):
    """Nobody is served; None: nothing is known about who sits there."""

    staff: Staff | None = None


class Serving(Struct, frozen=True, tag_field="state", tag="serving", omit_defaults=True):
    """A ticket is at the window."""

    ticket: Words
    staff: Staff | None = None


class Away(Struct, frozen=True, tag_field="state", tag="away", omit_defaults=True):
    """The window is not served for a while; the message says so to visitors."""

    message: Words
    staff: Staff | None = None


Scene: TypeAlias = Idle | Serving | Away


class Face(Struct, frozen=True):
    """One of the faces: the code it submits, 1–5 with 5 best, and the words under it."""

    code: Code
    score: Annotated[int, Meta(ge=1, le=5)]
    words: Words


class _Message(Struct, frozen=True, tag_field="type", tag=str.lower, omit_defaults=True):
    pass


class Challenge(_Message, frozen=True):
    """Host: the first line of every connection."""

    nonce: Hex


class Login(_Message, frozen=True):
    """Pad: who it is, a nonce of its own, and the proof that it knows the hall's key."""

    pad: Id
    nonce: Hex
    proof: Hex


class Welcome(_Message, frozen=True):
    """Host: the pad is let in; the proof shows that the host knows the key, too."""

    proof: Hex


class Refused(_Message, frozen=True):
    """Host: the pad is not let in, and why; the connection is closed."""

    why: Words


class Show(_Message, frozen=True):
    """Host: what the screen shows between questions."""

    id: Id
    window: int
    name: Words
    scene: Scene


class Rate(_Message, frozen=True):
    """Host: ask the visitor; `request` names the question, open for so many seconds."""

    id: Id
    request: Id
    ticket: Words
    seconds: Annotated[int, Meta(ge=1, le=LONGEST_S)]
    faces: Annotated[tuple[Face, ...], Meta(min_length=1, max_length=5)]
    complaint: Code | None = None


class Close(_Message, frozen=True):
    """Host: the question is over, whoever looks at it now."""

    id: Id
    request: Id


class Thanks(_Message, frozen=True):
    """Host: the rating is stored."""

    id: Id
    request: Id


class Operate(_Message, frozen=True):
    """Host: do something with the pad itself; `value` is a percentage where one is wanted."""

    id: Id
    action: Literal["restart", "identify", "brightness", "volume"]
    value: Percent | None = None


class Submit(_Message, frozen=True):
    """Pad: a face or the complaint key; `request` is empty when no question was open."""

    id: Id
    code: Code
    request: Annotated[str, Meta(max_length=40)] = ""


class Ack(_Message, frozen=True):
    """Both: the message with this id has arrived and been dealt with."""

    id: Id


class Heartbeat(_Message, frozen=True):
    """Both: still there."""


HostMessage: TypeAlias = (
    Challenge | Welcome | Refused | Show | Rate | Close | Thanks | Operate | Ack | Heartbeat
)
PadMessage: TypeAlias = Login | Submit | Ack | Heartbeat
