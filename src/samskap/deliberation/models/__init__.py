"""What is asked, what people state, who takes part, and how they vote."""

from samskap.deliberation.models.deliberation import Deliberation, Moderation, State, Writers
from samskap.deliberation.models.map import Drawing, Outcome
from samskap.deliberation.models.participant import Channel, Participant, Vote
from samskap.deliberation.models.statement import Standing, Statement, StatementText

__all__ = [
    "Channel",
    "Deliberation",
    "Drawing",
    "Moderation",
    "Outcome",
    "Participant",
    "Standing",
    "State",
    "Statement",
    "StatementText",
    "Vote",
    "Writers",
]
