"""Pages of ideas, split by what one does there."""

from samskap.ideas.views.answering import answer
from samskap.ideas.views.asking import ask, question
from samskap.ideas.views.giving import give, give_answer, paper
from samskap.ideas.views.merging import answer_objection, merge, object_to, undo_merge
from samskap.ideas.views.on_paper import count_once, on_paper, take_off, tell_apart
from samskap.ideas.views.reading import idea, ideas_of
from samskap.ideas.views.supporting import stop_supporting, support, withdraw

__all__ = [
    "answer",
    "answer_objection",
    "ask",
    "count_once",
    "give",
    "give_answer",
    "idea",
    "ideas_of",
    "merge",
    "object_to",
    "on_paper",
    "paper",
    "question",
    "stop_supporting",
    "support",
    "take_off",
    "tell_apart",
    "undo_merge",
    "withdraw",
]
