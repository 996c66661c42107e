"""The tables of negotiations."""

from samskap.negotiations.models.negotiation import Negotiation, Review
from samskap.negotiations.models.party import Behind, Party, Spokesperson
from samskap.negotiations.models.table import Assent, Option, Pledge, Position, Stance

__all__ = [
    "Assent",
    "Behind",
    "Negotiation",
    "Option",
    "Party",
    "Pledge",
    "Position",
    "Review",
    "Spokesperson",
    "Stance",
]
