"""Changing ideas: give, support, write down, ask, answer, merge, withdraw."""

from samskap.ideas.actions.answering import answer, answer_given, as_they_go_on
from samskap.ideas.actions.asking import ask, is_open
from samskap.ideas.actions.forgetting import forget
from samskap.ideas.actions.giving import give_idea, take_in, withdraw
from samskap.ideas.actions.merging import merge, undo_merge
from samskap.ideas.actions.objecting import answer_objection, object_to
from samskap.ideas.actions.on_paper import (
    count_once,
    take_off,
    tell_apart,
    write_down_count,
    write_down_names,
)
from samskap.ideas.actions.supporting import stop_supporting, support

__all__ = [
    "answer",
    "answer_given",
    "answer_objection",
    "as_they_go_on",
    "ask",
    "count_once",
    "forget",
    "give_idea",
    "is_open",
    "merge",
    "object_to",
    "stop_supporting",
    "support",
    "take_in",
    "take_off",
    "tell_apart",
    "undo_merge",
    "withdraw",
    "write_down_count",
    "write_down_names",
]
