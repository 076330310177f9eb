"""Who sits at which window, who is away, who stands in (004 服务双岗制, 去向留言制)."""

from shared.usecases.posts.consent import ask_leave, consent_leave
from shared.usecases.posts.empty import Empty, empty_now, ring_empty
from shared.usecases.posts.leaving import both_away, change_leave, come_back, leave
from shared.usecases.posts.queries import (
    PostNow,
    agreed_leaves,
    posts_between,
    posts_now,
    responsible_at,
)
from shared.usecases.posts.seats import sign_in, sign_out
from shared.usecases.posts.shown import Shown, shown_now
from shared.usecases.posts.standing_in import hand_over, replace_partner, take_over

__all__ = [
    "Empty",
    "PostNow",
    "Shown",
    "agreed_leaves",
    "ask_leave",
    "both_away",
    "change_leave",
    "come_back",
    "consent_leave",
    "empty_now",
    "hand_over",
    "leave",
    "posts_between",
    "posts_now",
    "replace_partner",
    "responsible_at",
    "ring_empty",
    "shown_now",
    "sign_in",
    "sign_out",
    "take_over",
]
