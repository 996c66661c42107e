"""The tables of proposals."""

from samskap.proposals.models.proposal import (
    ANSWERED,
    BEFORE,
    NOT_ADMITTED,
    OPEN,
    OVER,
    VERDICTS,
    WITH_COUNCIL,
    Measure,
    Proposal,
    State,
    Step,
)
from samskap.proposals.models.rules import Rules
from samskap.proposals.models.signature import PaperList, Signature, Validity

__all__ = [
    "ANSWERED",
    "BEFORE",
    "NOT_ADMITTED",
    "OPEN",
    "OVER",
    "VERDICTS",
    "WITH_COUNCIL",
    "Measure",
    "PaperList",
    "Proposal",
    "Rules",
    "Signature",
    "State",
    "Step",
    "Validity",
]
