"""What can be refused, said so that a person knows what to do."""


class HallError(Exception):
    """Something the hall refuses; `message` says what happened, `hint` what a person can do.

    `public` is the sentence for people at a screen, `said(…)` so that it can be said in every
    language; empty: none is needed.
    """

    def __init__(self, message: str, hint: str = "", public: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.public = public


class BadInput(HallError):
    """The caller named something that is not there or cannot be: nothing was changed."""


class Refused(HallError):
    """The request is understood, but a rule of the hall forbids it now: nothing was changed."""


class Unavailable(HallError):
    """The database or a file cannot be reached or written just now: nothing was changed."""
