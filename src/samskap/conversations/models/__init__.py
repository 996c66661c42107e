"""The tables of conversations."""

from samskap.conversations.models.comment import Column, Comment, State, Wording
from samskap.conversations.models.thread import Thread

__all__ = ["Column", "Comment", "State", "Thread", "Wording"]
