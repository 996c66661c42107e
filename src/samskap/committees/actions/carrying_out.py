"""Saying who carries out an adopted recommendation, and by when."""

from datetime import date, datetime

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from samskap.base.memory import remember
from samskap.committees.actions.steps import locked, move
from samskap.committees.errors.answer import NotAdopted, PlannedAlready
from samskap.committees.errors.committee import NotYoursToKeep
from samskap.committees.models import Committee, Realisation, State
from samskap.committees.permissions import may_take_steps
from samskap.committees.queries.answer import is_adopted
from samskap.initiatives.actions.commitments import offer_commitment
from samskap.initiatives.models import Commitment, Partner, Recommendation
from samskap.people.models import Person

MOST = 200  # letters of what is promised


@transaction.atomic
def plan(
    *,
    committee: Committee,
    recommendation: Recommendation,
    partner: Partner,
    due_on: date,
    by: Person,
    at: datetime | None = None,
) -> Realisation:
    """Let a partner promise to carry out an adopted recommendation by a day.

    The promise is a commitment of the initiative: its people accept it, and say when it is kept.
    The first one takes an answered committee to being carried out.

    Refuses with NotYoursToKeep, NotAdopted, PlannedAlready, and as offer_commitment does.
    """
    committee = locked(committee)
    if not may_take_steps(by, committee):
        raise NotYoursToKeep(committee=committee.title)
    is_ours = recommendation.formal_decision.initiative_id == committee.initiative_id
    if not is_ours or not is_adopted(recommendation):
        raise NotAdopted
    running = committee.realisations.filter(recommendation=recommendation)
    if running.exclude(commitment__status=Commitment.Status.RELEASED).exists():
        raise PlannedAlready
    commitment = offer_commitment(
        partner=partner, what=recommendation.text[:MOST], due_on=due_on, by=by, at=at
    )
    planned = Realisation.objects.create(
        municipality=committee.municipality,
        committee=committee,
        recommendation=recommendation,
        commitment=commitment,
        planned_by=by,
        planned_at=commitment.offered_at,
    )
    remember(
        "committees.realisation_planned",
        by=by.pseudonym_key,
        about=planned,
        within=committee.initiative,
    )
    if committee.state == State.ANSWERED:
        with translation.override(committee.language):
            reason = _("Somebody has promised to carry out recommendation {number}.").format(
                number=recommendation.number
            )
        move(committee=committee, to=State.IMPLEMENTING, reason=reason, by=by, at=at)
    return planned
