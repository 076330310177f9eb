"""Who of the staff may do what: use case → roles. Machines of the hall and its server may all."""

from collections.abc import Mapping

from shared.domain.staff import StaffRole as R

_WINDOW = frozenset({R.WINDOW, R.HELPER, R.AGENT, R.DUTY_MANAGER})
_HELP = frozenset({R.HELPER, R.AGENT, R.WINDOW, R.DUTY_MANAGER})
_DUTY = frozenset({R.DUTY_MANAGER})
_HEADS = frozenset({R.DUTY_MANAGER, R.HEAD})
_ADMIN = frozenset({R.ADMIN})
_DUTY_OR_ADMIN = _DUTY | _ADMIN
_ALL = frozenset(R)

PERMISSIONS: Mapping[str, frozenset[R]] = {
    # a window and its tickets
    "call_next": _WINDOW,
    "call_ticket": _WINDOW,
    "resume": _WINDOW,
    "start": _WINDOW,
    "recall": _WINDOW,
    "no_show": _WINDOW,
    "park": _WINDOW,
    "finish": _WINDOW,
    "transfer": _WINDOW,
    "ask_rating": _WINDOW,
    "return_to_line": _WINDOW,
    "void": _DUTY,
    # posts and whereabouts (004 服务双岗制, 去向留言制)
    "sign_in": _WINDOW,
    "sign_out": _WINDOW,
    "leave": _WINDOW,
    "ask_leave": _WINDOW | _HEADS,
    "consent_leave": _DUTY,
    "change_leave": _WINDOW,
    "come_back": _WINDOW,
    "hand_over": _WINDOW,
    "take_over": _WINDOW,
    "replace_partner": _DUTY,
    "both_away": _DUTY,
    # the green channel and its helpers
    "grant": _HELP,
    "revoke": _DUTY,
    "take_alert": _HELP,
    "meet": _HELP,
    # alarms of every kind, helpers' pages, evacuation
    "take_alarm": _HELP,
    "meet_alarm": _HELP,
    "open_page": _DUTY_OR_ADMIN,
    "close_page": _DUTY_OR_ADMIN,
    "begin_evacuation": _DUTY_OR_ADMIN,
    "end_evacuation": _DUTY_OR_ADMIN,
    # the hall as a whole
    "close_day": _DUTY_OR_ADMIN,
    "reopen_day": _DUTY_OR_ADMIN,
    "close_queue": _DUTY_OR_ADMIN,
    "open_queue": _DUTY_OR_ADMIN,
    # registers: each step names its own roles besides
    "open_case": _ALL,
    "advance_case": _ALL,
    "print_case": _ALL,
    # personal fields: taken in, given out, destroyed
    "import_cases": _DUTY_OR_ADMIN,
    "disclose": _DUTY_OR_ADMIN,
    "purge": _DUTY_OR_ADMIN,
    "forget_on_request": _DUTY_OR_ADMIN,
    # the set-up
    "replace_catalog": _ADMIN,
    "import_guides": _ADMIN,
    "load_calendar": _ADMIN,
    "set_day": _ADMIN,
    "backup_hall": _ADMIN,
    "keep_staff": _ADMIN,
    "set_password": _ADMIN,
    "disable_staff": _ADMIN,
    "unlock_staff": _DUTY_OR_ADMIN,
    "change_password": _ALL,
}
"""What is not here nobody of the staff needs leave for: machines do it, or it only looks."""
