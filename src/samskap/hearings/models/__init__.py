"""The tables of hearings."""

from samskap.hearings.models.hearing import (
    ANSWERABLE,
    OVER,
    PUBLIC,
    TAKES_IN,
    Hearing,
    Paper,
    State,
)
from samskap.hearings.models.recipient import CONSIDERED, REQUIRED, Recipient
from samskap.hearings.models.statement import Answer, HearingStatement

__all__ = [
    "ANSWERABLE",
    "CONSIDERED",
    "OVER",
    "PUBLIC",
    "REQUIRED",
    "TAKES_IN",
    "Answer",
    "Hearing",
    "HearingStatement",
    "Paper",
    "Recipient",
    "State",
]
