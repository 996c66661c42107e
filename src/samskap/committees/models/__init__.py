"""The tables of committees, split by noun."""

from samskap.committees.models.call import Call, Choice, Registration
from samskap.committees.models.charter import Charter, CharterReading
from samskap.committees.models.committee import Committee, State, Step
from samskap.committees.models.team import Declaration, Member, Seat

__all__ = [
    "Call",
    "Charter",
    "CharterReading",
    "Choice",
    "Committee",
    "Declaration",
    "Member",
    "Registration",
    "Seat",
    "State",
    "Step",
]
