"""Deciding about proposed changes, by the rule of the text and by nobody else."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from samskap.base.memory import key_of, remember
from samskap.drafting.actions.shared import (
    Clash,
    held,
    new_paragraph,
    put_together,
    reason_given,
    some_words,
    word,
)
from samskap.drafting.errors import (
    ChangeIsDecided,
    ItNoLongerFits,
    NotYoursToDecide,
    OwnProposal,
    PartnersAreAsked,
    PartnersSaidYes,
    WaitsForTheBody,
)
from samskap.drafting.models import Change, Document, Paragraph, Wording
from samskap.drafting.permissions import may_decide, may_put_to_partners, needs_another_writer
from samskap.drafting.queries.texts import wording_now
from samskap.initiatives.actions.decisions import open_decision
from samskap.initiatives.actions.moving import locked
from samskap.initiatives.models import Decision
from samskap.ledger import actions as ledger
from samskap.ledger.hands import answering_side
from samskap.ledger.models import Contribution, FateStatus, Side
from samskap.people.models import Person

What, State = Change.What, Change.State
FATE_OF = {
    State.ACCEPTED: FateStatus.USED,
    State.ACCEPTED_CHANGED: FateStatus.PARTLY_USED,
    State.REJECTED: FateStatus.NOT_USED,
}


@transaction.atomic
def decide_change(
    *,
    change: Change,
    by: Person,
    state: str,
    answer: str = "",
    text: str = "",
    base_version: int | None = None,
    at: datetime | None = None,
) -> Change | Clash:
    """Accept a change, accept it changed, or say no; whoever proposed it hears why.

    text          how the paragraph reads, where it is accepted with changes
    base_version  the version that whoever decides has read, else the one it was proposed on; a
                  clash where somebody worded the same words since

    Refuses with TextIsClosed, NotYoursToDecide, OwnProposal, ChangeIsDecided, SayWhy,
    PartnersSaidYes, WordsAreMissing, ItNoLongerFits or WaitsForTheBody.
    """
    change = held_change(change)
    if not may_decide(by, change):
        raise OwnProposal if needs_another_writer(by, change) else NotYoursToDecide
    if not change.is_open:
        raise ChangeIsDecided
    if state == State.REJECTED and change.document.rule == Document.Rule.PARTNERS:
        raise PartnersSaidYes
    reasons = answer.strip() if state == State.ACCEPTED else reason_given(answer)
    wording: Wording | None = None
    if state == State.ACCEPTED:
        wording = _take_in(change, _as_it_fits(change), by=by, at=at)
    elif state == State.ACCEPTED_CHANGED:
        said = some_words(text)
        if change.paragraph is not None and change.base is not None:
            read = base_version or change.base.version
            together = put_together(change.paragraph, said, base_version=read)
            if isinstance(together, Clash):
                return together
            said = together
        wording = _take_in(change, said, by=by, at=at, is_whole=False)
    side = answering_side(by, change.document.initiative.municipality)
    return _answer(change, state, reasons, wording=wording, by=by, side=side, at=at)


@transaction.atomic
def put_to_partners(
    *,
    change: Change,
    by: Person,
    text: str = "",
    closes_on: date | None = None,
) -> Decision:
    """Ask the partners about a change, by the rule of their agreement. Their decision moves it.

    text  how the paragraph should read, where the question is about other words than proposed

    Refuses with TextIsClosed, NotYoursToDecide, ChangeIsDecided, PartnersAreAsked, and as
    `open_decision` does.
    """
    locked(change.document.initiative)  # decisions hold the initiative first, and so do we
    change = held_change(change)
    if change.decision_id:
        raise PartnersAreAsked
    if not may_put_to_partners(by, change):
        raise NotYoursToDecide
    if not change.is_open:
        raise ChangeIsDecided
    said = text.strip()
    change.put_text = said if said != change.text else ""
    document = change.document
    change.decision = open_decision(
        initiative=document.initiative,
        by=by,
        title=_("Change to “%(title)s”") % {"title": document.title[:120]},
        text=question_of(change),
        proposals=[change.contribution_id],
        closes_on=closes_on,
    )
    change.save(update_fields=["decision", "put_text"])
    return change.decision


def question_of(change: Change) -> str:
    """What the partners are asked, in full: the paragraph as it is and as it should be."""
    now = wording_now(change.paragraph).text if change.paragraph else ""
    proposed = change.put_text or change.text
    parts = [
        *([_("Now:"), now] if now else [_("A new paragraph.")]),
        *([_("Proposed:"), proposed] if proposed else [_("The paragraph is taken out.")]),
        *([_("Why:"), change.reason] if change.reason else []),
    ]
    return "\n\n".join(parts)


def hear_decision(decision: Decision, by: Person, at: datetime) -> None:
    """Let a decision of the partners move the change that it is about; in their transaction.

    What no longer fits the text stays open, and so does what an elected body has: the partners have
    said yes, and the writers put it into words. What the partners took back from the table can be
    put to them again.
    """
    found = Change.objects.filter(decision=decision, state=State.OPEN).first()
    if found is None:
        return
    change = with_all(found)
    if decision.lapsed_because == Decision.Lapse.WITHDRAWN:
        change.decision = None
        change.save(update_fields=["decision"])
        return
    # On the public side, unless that had no part in the decision.
    side = Side.NON_PUBLIC if decision.non_public_share == 1 else Side.PUBLIC
    if decision.status == Decision.Status.LAPSED:
        reasons = decision.reasons or decision.get_lapsed_because_display()
        _answer(change, State.REJECTED, reasons, wording=None, by=by, side=side, at=at)
        return
    try:
        text = _as_it_fits(change, change.put_text)
        wording = _take_in(change, text, by=by, at=at, is_whole=not change.put_text)
    except (ItNoLongerFits, WaitsForTheBody):
        return
    state = State.ACCEPTED_CHANGED if change.put_text else State.ACCEPTED
    _answer(change, state, decision.reasons, wording=wording, by=by, side=side, at=at)


def held_change(change: Change) -> Change:
    """Hold the text of a change, and read the change anew."""
    document = held(change.document)
    fresh = with_all(change)
    fresh.document = document
    if fresh.paragraph is not None:
        fresh.paragraph.document = document
    return fresh


def with_all(change: Change) -> Change:
    """A change with all that deciding about it needs."""
    found: Change = Change.objects.select_related(
        "document__initiative__account",
        "document__initiative__municipality",
        "paragraph__document__initiative",
        "contribution__giver__person",
        "contribution__account",
        "base",
        "after",
        "decision",
    ).get(pk=change.pk)
    return found


def _as_it_fits(change: Change, text: str = "") -> str:
    """How a change reads on the wording that holds now; empty where it takes the paragraph out.

    Refuses with ItNoLongerFits.
    """
    proposed = text or change.text
    if change.paragraph is None or change.base is None:
        return proposed
    now = wording_now(change.paragraph)
    if change.paragraph.removed_at or (change.what == What.REMOVE and now.pk != change.base_id):
        raise ItNoLongerFits
    if change.what == What.REMOVE and not text:
        return ""
    together = put_together(change.paragraph, proposed, base_version=change.base.version)
    if isinstance(together, Clash):
        raise ItNoLongerFits
    return together


def _take_in(
    change: Change, text: str, *, by: Person, at: datetime | None, is_whole: bool = True
) -> Wording:
    """Write the wording that comes of a change, with the change as its cause."""
    if change.paragraph is None:
        kind = change.kind or Paragraph.Kind.TEXT
        change.paragraph = new_paragraph(change.document, kind=kind, after=change.after)
    return word(
        change.paragraph,
        text,
        why=change.reason,
        by=by,
        contribution=change.contribution,
        causes=[change.contribution, *Contribution.objects.filter(pk__in=change.rests_on)],
        is_whole=is_whole,
        at=at,
    )


def _answer(
    change: Change,
    state: str,
    answer: str,
    *,
    wording: Wording | None,
    by: Person,
    side: Side,
    at: datetime | None,
) -> Change:
    """Write down what became of a change, for its giver too."""
    change.state, change.answer, change.became = state, answer, wording
    change.decided_by, change.decided_at = by, at or timezone.now()
    change.save()
    ledger.settle(
        contribution=change.contribution,
        status=FATE_OF[State(state)],
        reason=answer,
        decision_key=key_of(change.decision or change),
        side=side,
        by=by,
        at=at,
    )
    within = change.document.initiative
    remember("drafting.decided", by=by.pseudonym_key, about=change, within=within)
    return change
