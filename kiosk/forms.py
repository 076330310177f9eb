"""What can be asked for at the kiosk, and the questions each of these asks, one per screen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class Menu(StrEnum):
    """The two doors on the home page."""

    HELP = "help_menu"
    REPORT = "report_menu"


class Form(StrEnum):
    """What is asked for; the code of its register."""

    HELP = "help"
    AGENCY = "agency"
    VISIT = "home_visit"
    COMPLAINT = "complaint"
    STUCK = "cannot_be_done"


class Question(StrEnum):
    """One question. The first four are a choice, whose answers the register declares."""

    NEED = "need"
    GROUP = "group"
    GROUND = "ground"
    CAUSE = "cause"
    ITEM = "item"
    PHONE = "phone"
    TICKET = "ticket"


OTHER_WAYS = "other_ways"
"""The answer of the second door that is no form: other ways to complain."""

MENUS: Mapping[Menu, tuple[str, ...]] = MappingProxyType(
    {
        Menu.HELP: (Form.HELP, Form.AGENCY, Form.VISIT),
        Menu.REPORT: (Form.COMPLAINT, Form.STUCK, OTHER_WAYS),
    }
)

QUESTIONS: Mapping[Form, tuple[Question, ...]] = MappingProxyType(
    {
        Form.HELP: (Question.NEED,),
        Form.AGENCY: (Question.ITEM, Question.PHONE),
        Form.VISIT: (Question.GROUP, Question.ITEM, Question.PHONE),
        Form.COMPLAINT: (Question.GROUND, Question.TICKET),
        Form.STUCK: (Question.CAUSE, Question.ITEM, Question.PHONE),
    }
)

FIXED: Mapping[Form, Mapping[str, str]] = MappingProxyType(
    {
        Form.HELP: {},
        Form.AGENCY: {"asked": "yes"},
        Form.VISIT: {"channel": "kiosk"},
        Form.COMPLAINT: {"method": "onsite"},
        Form.STUCK: {"channel": "kiosk"},
    }
)
"""What the touch itself says: the applicant asked (003 第一条（三）), at a kiosk, on the spot."""

LEAST_DIGITS, MOST_DIGITS = 7, 12
"""Of a telephone number: one of the town without its area code, one with it."""
TICKET_SIGNS = 5


@dataclass(frozen=True)
class Draft:
    """What has been answered so far, in order; "" for a question that was passed over."""

    form: Form
    answers: tuple[tuple[Question, str], ...] = field(default=(), repr=False)

    @property
    def question(self) -> Question | None:
        """The next question, None when all are answered."""
        every = QUESTIONS[self.form]
        return every[len(self.answers)] if len(self.answers) < len(every) else None

    def with_answer(self, answer: str) -> "Draft":
        """Return the draft with its next question answered."""
        if self.question is None:
            raise ValueError(f"{self.form} has no more questions")
        return Draft(self.form, (*self.answers, (self.question, answer)))

    @property
    def fields(self) -> dict[str, str]:
        """What goes into the register; the ticket is looked up by the hall."""
        given = {str(q): a for q, a in self.answers if a and q is not Question.TICKET}
        return {**FIXED[self.form], **given}

    @property
    def ticket(self) -> str:
        """The number of today it is about, "" for none."""
        return dict(self.answers).get(Question.TICKET, "")


def may_skip(form: Form, question: Question) -> bool:
    """Whether a question may be passed over: the register of home visits needs a telephone."""
    match question:
        case Question.ITEM | Question.TICKET:
            return True
        case Question.PHONE:
            return form is not Form.VISIT
        case Question.NEED | Question.GROUP | Question.GROUND | Question.CAUSE:
            return False


def typed_more(question: Question, typed: str, sign: str) -> str:
    """Return what is typed after one more key; a key that does not fit changes nothing."""
    if question is Question.TICKET:
        fits = sign.isdigit() if typed else sign.isalpha()
        return typed + sign if fits and len(typed) < TICKET_SIGNS else typed
    return typed + sign if sign.isdigit() and len(typed) < MOST_DIGITS else typed


def is_enough(question: Question, typed: str) -> bool:
    """Whether what is typed can be an answer."""
    return len(typed) >= (2 if question is Question.TICKET else LEAST_DIGITS)


def spaced(question: Question, typed: str) -> str:
    """Return what is typed as people read it: mobile numbers in three groups."""
    if question is Question.TICKET or not typed.startswith("1"):
        return typed
    return " ".join(part for part in (typed[:3], typed[3:7], typed[7:]) if part)
