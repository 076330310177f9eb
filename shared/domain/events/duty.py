"""What the duty manager and the helpers do: alarms taken and met, evacuations, helpers' keys."""

from dataclasses import dataclass


@dataclass(frozen=True)
class EvacuationBegan:
    """Everybody is to leave: what boards, LEDs, voice and kiosks say until it ends."""

    text: str
    text_en: str
    by: str


@dataclass(frozen=True)
class EvacuationEnded:
    """The hall may be used again."""

    by: str


@dataclass(frozen=True)
class AlarmTaken:
    """Somebody goes; `subject` names the alarm within its `kind`."""

    kind: str
    subject: str
    by: str


@dataclass(frozen=True)
class AlarmMet:
    """Somebody is there, or has dealt with it."""

    kind: str
    subject: str
    by: str


@dataclass(frozen=True)
class AlarmEscalated:
    """Nobody took it in time; it goes to the duty manager."""

    kind: str
    subject: str


@dataclass(frozen=True)
class HelperKeyMade:
    """A helper was given the address of a page of their own; `digest` is of its key."""

    digest: str
    helper: str
    by: str


@dataclass(frozen=True)
class HelperKeyEnded:
    """A helper's page is closed for good."""

    digest: str
    helper: str
    by: str
