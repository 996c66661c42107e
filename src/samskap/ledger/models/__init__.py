"""The tables of the ledger: accounts, contributions, what stands beside them, their fate."""

from samskap.ledger.models.account import Account, Party, Phase, PhaseSum, Side, Sum
from samskap.ledger.models.contribution import ActorKind, Beneficiary, Channel, Contribution, Giver
from samskap.ledger.models.fate import ANSWERS, Adoption, Fate, FateStatus, Standing

__all__ = [
    "ANSWERS",
    "Account",
    "ActorKind",
    "Adoption",
    "Beneficiary",
    "Channel",
    "Contribution",
    "Fate",
    "FateStatus",
    "Giver",
    "Party",
    "Phase",
    "PhaseSum",
    "Side",
    "Standing",
    "Sum",
]
