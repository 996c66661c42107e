"""What every step of a proposal has in common: a locked row, a record, a memory, a notice."""

from collections.abc import Collection
from datetime import datetime

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.base.memory import remember
from samskap.ledger import actions as ledger
from samskap.notices.actions import tell
from samskap.people.models import Person
from samskap.proposals.errors import NotNow
from samskap.proposals.models import OVER, Proposal, Rules, State, Step
from samskap.proposals.queries.counting import valid_of
from samskap.proposals.queries.proposals import proposals_in
from samskap.proposals.queries.rules import threshold_of


def locked(proposal: Proposal) -> Proposal:
    """Let whoever comes second wait here, and then see how things really stand."""
    Proposal.objects.select_for_update(no_key=True).get(pk=proposal.pk)
    now: Proposal = proposals_in(proposal.municipality).get(pk=proposal.pk)
    return now


def held(proposal: Proposal) -> Proposal:
    """The same as `locked` for whoever only signs: with no more than signing reads."""
    rows = Proposal.objects.select_for_update(of=("self",), no_key=True)
    now: Proposal = rows.select_related("municipality", "initiative__account", "proposer").get(
        pk=proposal.pk
    )
    return now


def must_stand_at(proposal: Proposal, *states: str) -> None:
    """Refuse a step that does not follow from where the proposal stands."""
    if proposal.state not in states:
        raise NotNow(state=proposal.get_state_display())


def move(
    proposal: Proposal,
    to: str,
    *,
    by: Person | None,
    reason: str = "",
    at: datetime | None = None,
    ends: Collection[str] = OVER,
) -> Step:
    """Write the new state, the step on record, and one memory; nothing moves silently.

    by    None for the clock
    ends  states in which nobody needs the signatures any more
    """
    at = at or timezone.now()
    before, proposal.state = proposal.state, State(to)
    if to in ends and proposal.closed_at is None:
        proposal.closed_at = at
    proposal.save()
    step = Step.objects.create(
        municipality=proposal.municipality,
        proposal=proposal,
        before=before,
        after=to,
        reason=reason.strip(),
        by=by,
        at=at,
    )
    remember(
        "proposals.step_taken",
        by=by.pseudonym_key if by else None,
        about=proposal,
        within=proposal.initiative,
    )
    if proposal.initiative is not None:
        ledger.touch(proposal.initiative.account)
    return step


def settle_threshold(
    proposal: Proposal, *, rules: Rules | None = None, at: datetime | None = None
) -> None:
    """Let a proposal that is open stand where its valid signatures put it; the row is held.

    The reason on record is how many of how many.
    """
    if not proposal.is_open:
        return
    valid, needed = valid_of(proposal), threshold_of(proposal, rules).signatures
    now = State.THRESHOLD_MET if valid >= needed else State.COLLECTING
    if now == proposal.state:
        return
    move(proposal, now, by=None, reason=f"{valid} / {needed}", at=at)
    if now == State.THRESHOLD_MET and proposal.proposer:
        label = format_lazy(
            _("“{title}” has enough signatures. You can submit it."), title=proposal.title
        )
        tell_proposer(proposal, label)


def tell_proposer(
    proposal: Proposal, label: str | Promise, text: str | Promise = "", path: str = ""
) -> bool:
    """Tell whoever made it, where they have an account; say whether that could be done."""
    if proposal.proposer is None or not proposal.proposer.is_active:
        return False
    tell(
        person=proposal.proposer,
        municipality=proposal.municipality,
        kind="proposals.step",
        label=label,
        text=text,
        path=path or proposal.get_absolute_url(),
    )
    return True
