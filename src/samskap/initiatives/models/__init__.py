"""The tables of initiatives, split by noun."""

from samskap.initiatives.models.commitment import Commitment
from samskap.initiatives.models.deadline import Deadline
from samskap.initiatives.models.decision import Decision, Voice
from samskap.initiatives.models.formal import FormalDecision, Recommendation
from samskap.initiatives.models.frame import Frame, FrameReading
from samskap.initiatives.models.initiative import (
    Initiative,
    Invitation,
    ScrapEntry,
    StateChange,
    Topic,
)
from samskap.initiatives.models.partnership import Agreement, Partner, Signature
from samskap.initiatives.models.reminder import Reminder
from samskap.initiatives.models.sharing import Sharing
from samskap.initiatives.models.statement import Statement

__all__ = [
    "Agreement",
    "Commitment",
    "Deadline",
    "Decision",
    "FormalDecision",
    "Frame",
    "FrameReading",
    "Initiative",
    "Invitation",
    "Partner",
    "Recommendation",
    "Reminder",
    "ScrapEntry",
    "Sharing",
    "Signature",
    "StateChange",
    "Statement",
    "Topic",
    "Voice",
]
