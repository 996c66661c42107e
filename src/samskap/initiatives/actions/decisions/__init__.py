"""Deciding: opening a question, giving a voice, closing it; or recording what others decided."""

from samskap.initiatives.actions.decisions.alone import decide_alone
from samskap.initiatives.actions.decisions.closing import close_decision, withdraw_decision
from samskap.initiatives.actions.decisions.opening import open_decision
from samskap.initiatives.actions.decisions.together import decide_together
from samskap.initiatives.actions.decisions.voicing import change_voice, give_voice

__all__ = [
    "change_voice",
    "close_decision",
    "decide_alone",
    "decide_together",
    "give_voice",
    "open_decision",
    "withdraw_decision",
]
