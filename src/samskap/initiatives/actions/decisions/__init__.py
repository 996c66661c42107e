"""Deciding: opening a question, giving a voice, closing it; or recording who decided alone."""

from samskap.initiatives.actions.decisions.alone import decide_alone
from samskap.initiatives.actions.decisions.closing import close_decision, withdraw_decision
from samskap.initiatives.actions.decisions.opening import open_decision
from samskap.initiatives.actions.decisions.voicing import change_voice, give_voice

__all__ = [
    "change_voice",
    "close_decision",
    "decide_alone",
    "give_voice",
    "open_decision",
    "withdraw_decision",
]
