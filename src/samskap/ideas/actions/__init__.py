"""Changing ideas: give, support, ask, answer, withdraw."""

from samskap.ideas.actions.answering import answer, answer_given
from samskap.ideas.actions.asking import ask, is_open
from samskap.ideas.actions.forgetting import forget
from samskap.ideas.actions.giving import give_idea, withdraw
from samskap.ideas.actions.supporting import stop_supporting, support

__all__ = [
    "answer",
    "answer_given",
    "ask",
    "forget",
    "give_idea",
    "is_open",
    "stop_supporting",
    "support",
    "withdraw",
]
