"""The tables of conversations."""

from samskap.conversations.models.comment import Column, Comment, State, Wording
from samskap.conversations.models.moderation import Appeal, Ground, Report, Verdict
from samskap.conversations.models.rules import Rules
from samskap.conversations.models.thread import Thread

__all__ = [
    "Appeal",
    "Column",
    "Comment",
    "Ground",
    "Report",
    "Rules",
    "State",
    "Thread",
    "Verdict",
    "Wording",
]
