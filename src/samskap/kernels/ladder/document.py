"""The open data of one initiative: reading its evidence, writing its placement, counting again.

Format “samskap-initiative/2”, one JSON object. Moments are ISO 8601 with a time zone; numbers of
units are JSON numbers or decimals as text. Keys not named here may stand beside and are not read.

    format           "samskap-initiative/2"
    formula          "ladder 1.2": the formula that the published placement was counted by
    rows             the ledger, any order; each {
        at             moment
        phase          define, design, implement or drive
        side           public or non_public
        actor_kind     text, such as resident or association
        party          an organisation: text that says which rows are of the same one; null where
                       people gave for themselves (null when left out)
        kind           text, such as idea, comment or work
        units          number, not below zero
        independent    true when given freely (false when left out)
        beneficiary    self, other or community (community when left out)
        is_input       true when it asks for an answer (false when left out)
        answered_at    when the public side answered; moment or null (null when left out)
        fate           text ("" when left out) }
    other_parties    how many independent parties of the non-public side no `party` stands for:
                     people, with everybody of one household or one mandate giver as one
    decisions        each {at, phase, mode, nonpublic_share}; the share, 0 … 1, only for joint_vote
    adoptions        each {at, phase, by_nonpublic}
    facts            {problem_locked_at, solution_locked_at, hearing_opened_at: moment or null,
                     own_goal, active_agreement_with_public, preprogrammed, displacement: true
                     or false}
    formal_decision  null or {pending, recommended, adopted}
    strictness       the municipality's own thresholds, {} or left out for the formula's
    placement        what was published, as `placement_as_document` writes it; may be left out

“samskap-initiative/1” is read too. It had a text under `party` in every row, which beside times
could show who lives together, and no `other_parties`.

Documents of every formula since “ladder 1.0” are counted by the rule that published them: the
arithmetic has been the same since, and what an answer is stands in the rows as `answered_at`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from dataclasses import fields as fields_of
from datetime import datetime
from fractions import Fraction
from typing import Any

from samskap.kernels.errors import KernelError, WrongDocument
from samskap.kernels.ladder.counting import tally
from samskap.kernels.ladder.describing import describe
from samskap.kernels.ladder.events import Adoption, Decision, Facts, FormalDecision, Row
from samskap.kernels.ladder.numbers import as_decimal
from samskap.kernels.ladder.placement import EARLIER_FORMULAS, FORMULA, Placement, place
from samskap.kernels.ladder.reading import Reader
from samskap.kernels.ladder.strictness import Strictness
from samskap.kernels.ladder.words import Beneficiary, Mode, Phase, Side

__all__ = [
    "FORMAT",
    "Document",
    "Evidence",
    "describe",
    "differences",
    "evidence_as_document",
    "evidence_from",
    "placement_as_document",
    "recompute",
]

FORMAT = "samskap-initiative/2"
FORMAT_WITH_EVERY_PARTY = "samskap-initiative/1"

Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything that a placement is counted from, and what was published, if it was.

    rows           the ledger; "" as party where no label stands for it
    other_parties  independent non-public parties that no label stands for
    formula        the formula that the published placement was counted by
    """

    rows: tuple[Row, ...]
    decisions: tuple[Decision, ...]
    adoptions: tuple[Adoption, ...]
    facts: Facts
    strictness: Strictness
    published: Mapping[str, Any] | None
    other_parties: int = 0
    formula: str = FORMULA


def evidence_from(document: object) -> Evidence:
    """Read the open data of one initiative.

    document  what `json.load` returned

    Raises WrongDocument, which names the place in the document and what should stand there.
    """
    top = Reader("", document)
    form = top.one_of("format", FORMAT, FORMAT_WITH_EVERY_PARTY)
    formula = top.one_of("formula", FORMULA, *EARLIER_FORMULAS)
    rows = tuple(_row(item, every_party=form != FORMAT) for item in top.objects("rows"))
    facts = top.object("facts")
    formal = top.object_or_none("formal_decision")
    strictness = top.object("strictness") if top.has("strictness") else None
    published = top.object_or_none("placement") if top.has("placement") else None
    return Evidence(
        rows=rows,
        decisions=tuple(_decision(item) for item in top.objects("decisions")),
        adoptions=tuple(
            Adoption(item.moment("at"), item.word("phase", Phase), item.yes_or_no("by_nonpublic"))
            for item in top.objects("adoptions")
        ),
        facts=Facts(
            problem_locked_at=facts.moment_or_none("problem_locked_at"),
            solution_locked_at=facts.moment_or_none("solution_locked_at"),
            own_goal=facts.yes_or_no("own_goal"),
            active_agreement_with_public=facts.yes_or_no("active_agreement_with_public"),
            formal=None if formal is None else _formal_decision(formal),
            hearing_opened_at=facts.moment_or_none("hearing_opened_at"),
            preprogrammed=facts.yes_or_no("preprogrammed"),
            displacement=facts.yes_or_no("displacement"),
        ),
        strictness=Strictness() if strictness is None else _strictness(strictness),
        published=None if published is None else published.content,
        other_parties=_other_parties(top, rows) if form == FORMAT else 0,
        formula=formula,
    )


def recompute(document: object) -> Placement:
    """Place the initiative of a document again, from its evidence alone.

    Raises WrongDocument as `evidence_from` does.
    """
    evidence = evidence_from(document)
    counted = place(
        tally(evidence.rows, other_parties=evidence.other_parties),
        evidence.decisions,
        evidence.adoptions,
        evidence.facts,
        evidence.strictness,
    )
    return replace(counted, formula=evidence.formula)


def differences(placement: Placement, published: Mapping[str, Any]) -> tuple[str, ...]:
    """Name what a recomputed placement says otherwise than the published one, key by key."""
    counted = placement_as_document(placement)
    keys = [*counted, *(key for key in published if key not in counted)]
    return tuple(key for key in keys if counted.get(key) != published.get(key))


def placement_as_document(placement: Placement) -> Document:
    """Write a placement as JSON can hold it; the same placement always gives the same document."""
    return {
        "formula": placement.formula,
        "rung": placement.rung.value,
        "provisional": placement.provisional,
        "pending": [pending.value for pending in placement.pending],
        "enough_evidence": placement.enough_evidence,
        "data_quality": placement.data_quality,
        "rung_by_phase": {
            phase.value: None if rung is None else rung.value
            for phase, rung in placement.rung_by_phase.items()
        },
        "conditions": [
            {
                "code": condition.code.value,
                "rung": condition.rung.value,
                "phase": None if condition.phase is None else condition.phase.value,
                "held": condition.held,
                "facts": {
                    name: fact.isoformat() if isinstance(fact, datetime) else fact
                    for name, fact in condition.facts.items()
                },
            }
            for condition in placement.conditions
        ],
        "caps": [cap.value for cap in placement.caps],
        "rung_before_caps": placement.rung_before_caps.value,
        "next_rung": None if placement.next_rung is None else placement.next_rung.value,
        "lifts": [
            {"code": lift.code.value, "phase": None if lift.phase is None else lift.phase.value}
            for lift in placement.lifts
        ],
        "cci": placement.cci,
        "terms": {phase.value: asdict(terms) for phase, terms in placement.terms.items()},
    }


def evidence_as_document(evidence: Evidence) -> Document:
    """Write evidence in the format that `evidence_from` reads, without losing a digit."""
    facts = {field.name: getattr(evidence.facts, field.name) for field in fields_of(Facts)}
    formal = facts.pop("formal")
    return {
        "format": FORMAT,
        "formula": evidence.formula,
        "rows": [
            {name: _plain(value) for name, value in row._asdict().items()}
            | {"party": row.party or None}
            for row in evidence.rows
        ],
        "other_parties": evidence.other_parties,
        "decisions": [
            {name: _plain(value) for name, value in asdict(decision).items()}
            for decision in evidence.decisions
        ],
        "adoptions": [
            {name: _plain(value) for name, value in asdict(adoption).items()}
            for adoption in evidence.adoptions
        ],
        "facts": {name: _plain(value) for name, value in facts.items()},
        "formal_decision": None if formal is None else asdict(formal),
        "strictness": asdict(evidence.strictness),
        "placement": None if evidence.published is None else dict(evidence.published),
    }


def _plain(value: object) -> object:
    """Write one value as JSON can hold it."""
    if isinstance(value, datetime):
        return value.isoformat()
    if value is None or isinstance(value, bool | int | float):
        return value
    return str(as_decimal(value) if isinstance(value, Fraction) else value)


def _row(item: Reader, *, every_party: bool) -> Row:
    """Read one row of the ledger; in the first format every row has a party."""
    has_party = every_party or (item.has("party") and item.content["party"] is not None)
    return Row(
        at=item.moment("at"),
        phase=item.word("phase", Phase),
        side=item.word("side", Side),
        actor_kind=item.text("actor_kind"),
        party=item.text("party") if has_party else "",
        kind=item.text("kind"),
        units=item.number("units"),
        independent=item.has("independent") and item.yes_or_no("independent"),
        beneficiary=(
            item.word("beneficiary", Beneficiary)
            if item.has("beneficiary")
            else Beneficiary.COMMUNITY
        ),
        is_input=item.has("is_input") and item.yes_or_no("is_input"),
        answered_at=item.moment_or_none("answered_at") if item.has("answered_at") else None,
        fate=item.text("fate") if item.has("fate") else "",
    )


def _other_parties(top: Reader, rows: Iterable[Row]) -> int:
    """Read how many parties no label stands for: no more than there are rows without one."""
    others = top.whole_number("other_parties")
    could_be = sum(
        row.side == Side.NON_PUBLIC and row.independent and bool(row.units) and not row.party
        for row in rows
    )
    if others > could_be:
        top.refuse("other_parties", f"at most {could_be}, the rows given freely without a party")
    return others


def _decision(item: Reader) -> Decision:
    """Read one decision."""
    at, phase, mode = item.moment("at"), item.word("phase", Phase), item.word("mode", Mode)
    share = None
    if mode is Mode.JOINT_VOTE:
        share = item.number("nonpublic_share")
        if share > 1:
            item.refuse("nonpublic_share", "a share from 0 to 1")
    return Decision(at, phase, mode, share)


def _formal_decision(item: Reader) -> FormalDecision:
    """Read what the elected body did."""
    pending = item.yes_or_no("pending")
    recommended, adopted = item.whole_number("recommended"), item.whole_number("adopted")
    if adopted > recommended:
        item.refuse("adopted", "at most as many as were recommended")
    return FormalDecision(pending, recommended, adopted)


def _strictness(item: Reader) -> Strictness:
    """Read a municipality's own thresholds."""
    known = {field.name for field in fields_of(Strictness)}
    for name in item.content:
        if name not in known:
            raise WrongDocument(f"strictness.{name} is not one of {', '.join(sorted(known))}")
    asked = {
        name: item.whole_number(name) if name == "parties" else float(item.number(name))
        for name in item.content
    }
    try:
        return Strictness(**asked)  # type: ignore[arg-type]  # whole_number for the whole one
    except KernelError as wrong:
        raise WrongDocument(f"strictness: {wrong}") from wrong
