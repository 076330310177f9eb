"""Why a slip did not come out, or may not have: a kind that every screen can put into words."""

from enum import StrEnum


class SlipTrouble(StrEnum):
    """What stood in a slip's way; NONE where nothing did, or nobody knows."""

    NONE = ""
    PAPER = "paper"  # no paper
    COVER = "cover"  # the cover is open
    KNIFE = "knife"  # the knife is stuck
    MOUTH = "mouth"  # paper is stuck in the presenter
    OFFLINE = "offline"  # it was switched offline
    FAULT = "fault"  # another error of the printer's own
    AWAY = "away"  # its port cannot be reached or takes nothing
    SILENT = "silent"  # it took the slip and said nothing
    LATE = "late"  # nobody printed it in time, or the worker stopped in the middle
