"""Notices, the letters that carry them out of the house, and what a person wishes to hear."""

from samskap.notices.models.letter import Letter, LetterQuerySet
from samskap.notices.models.limits import MAILS_A_WEEK, CaughtUp, Limits, Wish
from samskap.notices.models.notice import Notice, NoticeQuerySet

__all__ = [
    "MAILS_A_WEEK",
    "CaughtUp",
    "Letter",
    "LetterQuerySet",
    "Limits",
    "Notice",
    "NoticeQuerySet",
    "Wish",
]
