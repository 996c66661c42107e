"""Measures: what the municipality does because of a proposal, kept or late."""

from datetime import date

from django.db import transaction
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.people.models import Person
from samskap.proposals.actions.moving import locked, move, must_stand_at, tell_proposer
from samskap.proposals.errors import GiveReasons, NotYoursToSteward
from samskap.proposals.models import Measure, Proposal, State
from samskap.proposals.permissions import may_steward
from samskap.proposals.queries.rules import today_in


@transaction.atomic
def add_measure(*, proposal: Proposal, what: str, due_on: date, by: Person) -> Measure:
    """Say what is done because of a decision, and by when; the proposers hear of it.

    The proposers are informed of decisions and of the measures that follow (kommuneloven § 12-1).

    Refuses with NotYoursToSteward or NotNow.
    """
    proposal = _to_follow(proposal, by)
    measure: Measure = Measure.objects.create(
        municipality=proposal.municipality, proposal=proposal, what=what.strip(), due_on=due_on
    )
    tell_proposer(
        proposal,
        format_lazy(
            _("Because of “{title}”: {what}."), title=proposal.title, what=measure.what.rstrip(".")
        ),
    )
    return measure


@transaction.atomic
def finish_measure(*, measure: Measure, says: str, by: Person, on: date | None = None) -> Measure:
    """Say that a measure is done, and how it went; the last one ends the case.

    Refuses with NotYoursToSteward or NotNow.
    """
    proposal = _to_follow(measure.proposal, by)
    measure = proposal.measures.get(pk=measure.pk)
    if measure.done_on is None:
        measure.done_on = on or today_in(proposal.municipality)
        measure.says = says.strip()
        measure.save(update_fields=["done_on", "says"])
        label = format_lazy(_("Done because of your proposal: {what}."), what=measure.what)
        tell_proposer(proposal, label, measure.says)
        if not proposal.measures.filter(done_on=None).exists():
            move(proposal, State.FOLLOWED_UP, by=by)
    return measure


@transaction.atomic
def follow_up(*, proposal: Proposal, reason: str, by: Person) -> Proposal:
    """Say that nothing more follows, and why.

    Refuses with NotYoursToSteward, NotNow or GiveReasons.
    """
    proposal = _to_follow(proposal, by)
    if not reason.strip():
        raise GiveReasons
    move(proposal, State.FOLLOWED_UP, by=by, reason=reason)
    return proposal


def _to_follow(proposal: Proposal, by: Person) -> Proposal:
    """Hold a proposal for whoever follows what came of it, once the proposers are informed."""
    if not may_steward(by, proposal.municipality):
        raise NotYoursToSteward
    proposal = locked(proposal)
    must_stand_at(proposal, State.INFORMED)
    return proposal
