"""Pages of notices, split by what one does there."""

from samskap.notices.views.catching_up import caught_up, since
from samskap.notices.views.phones import forget_phone, phone, phone_code
from samskap.notices.views.reading import list_notices, open_notice, read_all
from samskap.notices.views.wishing import limits, unsubscribe

__all__ = [
    "caught_up",
    "forget_phone",
    "limits",
    "list_notices",
    "open_notice",
    "phone",
    "phone_code",
    "read_all",
    "since",
    "unsubscribe",
]
