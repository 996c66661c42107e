"""Pages of the desk, split by what one does there."""

from samskap.desk.views.answering import answer, answers, hand_over, put_off
from samskap.desk.views.desk import desk
from samskap.desk.views.setting_up import (
    new_wording,
    settings,
    throw_wording_away,
    wording,
    wordings,
)

__all__ = [
    "answer",
    "answers",
    "desk",
    "hand_over",
    "new_wording",
    "put_off",
    "settings",
    "throw_wording_away",
    "wording",
    "wordings",
]
