"""Changing notices: tell, read, wish, stop. Letters leave by `sending`, digests by the clock."""

from samskap.notices.actions.digests import BATCH, letters_left, write_digests_of
from samskap.notices.actions.phones import forget_phone, keep_phone
from samskap.notices.actions.telling import catch_up, forget, mark_read, tell
from samskap.notices.actions.wishing import choose_limits, choose_wishes, unsubscribe

__all__ = [
    "BATCH",
    "catch_up",
    "choose_limits",
    "choose_wishes",
    "forget",
    "forget_phone",
    "keep_phone",
    "letters_left",
    "mark_read",
    "tell",
    "unsubscribe",
    "write_digests_of",
]
