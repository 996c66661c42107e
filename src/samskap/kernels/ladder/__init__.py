"""Placing an initiative on the ladder of co-creation, on evidence and with every reason.

Count the ledger with `tally(rows)` – or make a `Tally` from sums that a database keeps – and give
it to `place` with the decisions, what was adopted and the facts. What comes back is codes and
numbers; the pages write the sentences. `document` reads and writes the open data of an initiative,
so that anyone can count again.

- *rung*: 0 … 4, or self-organised, which stands beside the ladder
- *side*: public or non-public
- *unit*: what makes contributions of different kinds comparable
- *joint*: 1 when two sides share something equally, 0 when one side has it alone
- *cap*: a fact that keeps an initiative down, whatever else holds

Source: the samskabelsesstige, S4:57–65. It announces three steps and describes four; we count four.
"""

from samskap.kernels.ladder.conditions import Condition
from samskap.kernels.ladder.counting import (
    ANSWER_WITHIN,
    AnswerCount,
    Cell,
    PhaseTally,
    Tally,
    tally,
)
from samskap.kernels.ladder.describing import describe
from samskap.kernels.ladder.document import (
    FORMAT,
    Document,
    Evidence,
    differences,
    evidence_as_document,
    evidence_from,
    placement_as_document,
    recompute,
)
from samskap.kernels.ladder.events import (
    Adoption,
    AdoptionCount,
    Decision,
    Facts,
    FormalDecision,
    Row,
)
from samskap.kernels.ladder.over_time import IndexAt, cci_over_time
from samskap.kernels.ladder.placement import FORMULA, Placement, Terms, place
from samskap.kernels.ladder.strictness import Defaults, Strictness
from samskap.kernels.ladder.units import INPUT_KINDS, KINDS, WORK, Kind, units_of
from samskap.kernels.ladder.words import (
    Beneficiary,
    Cap,
    ConditionCode,
    Mode,
    Pending,
    Phase,
    Rung,
    Side,
)

__all__ = [
    "ANSWER_WITHIN",
    "FORMAT",
    "FORMULA",
    "INPUT_KINDS",
    "KINDS",
    "WORK",
    "Adoption",
    "AdoptionCount",
    "AnswerCount",
    "Beneficiary",
    "Cap",
    "Cell",
    "Condition",
    "ConditionCode",
    "Decision",
    "Defaults",
    "Document",
    "Evidence",
    "Facts",
    "FormalDecision",
    "IndexAt",
    "Kind",
    "Mode",
    "Pending",
    "Phase",
    "PhaseTally",
    "Placement",
    "Row",
    "Rung",
    "Side",
    "Strictness",
    "Tally",
    "Terms",
    "cci_over_time",
    "describe",
    "differences",
    "evidence_as_document",
    "evidence_from",
    "place",
    "placement_as_document",
    "recompute",
    "tally",
    "units_of",
]
