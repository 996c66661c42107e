"""Contesting a placement, answering, and placing by the clock."""

from django.db import transaction
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.base.memory import remember
from samskap.initiatives.actions import publish_rung
from samskap.initiatives.models import Initiative
from samskap.insight import queries
from samskap.insight.dominance import dominance_document
from samskap.insight.errors import NotYoursToAnswer, ObjectionIsAnswered, SayWhy
from samskap.insight.models import Contest, Placing
from samskap.insight.permissions import LEAST_LEVEL, may_answer_contest
from samskap.kernels.ladder import Placement
from samskap.ledger import actions as ledger
from samskap.notices.actions import tell
from samskap.people.models import Person
from samskap.people.permissions import require_level


@transaction.atomic
def contest(*, initiative: Initiative, by: Person, reason: str) -> Contest:
    """Object to where an initiative stands, with a reason. The placement stays as it is.

    Refuses with SignInNeeded or SayWhy.
    """
    require_level(by, LEAST_LEVEL)
    if not reason.strip():
        raise SayWhy
    placement = queries.placement_of(initiative)
    objection = Contest.objects.create(
        municipality=initiative.municipality,
        initiative=initiative,
        formula=placement.formula,
        rung=placement.rung.value,
        reason=reason,
        by=by,
    )
    ledger.touch(initiative.account)
    remember("insight.contested", by=by.pseudonym_key, about=objection, within=initiative)
    return objection


@transaction.atomic
def answer_contest(*, contest: Contest, by: Person, answer: str) -> Contest:
    """Answer an objection; whoever made it hears.

    The first answer stands; who sees it otherwise objects anew.
    Refuses with NotYoursToAnswer, SayWhy or ObjectionIsAnswered.
    """
    if not may_answer_contest(by, contest.initiative):
        raise NotYoursToAnswer
    if not answer.strip():
        raise SayWhy
    contest.answer, contest.answered_by, contest.answered_at = answer, by, timezone.now()
    # Two may press the button at once; the database lets the first one answer.
    answered = Contest.objects.filter(pk=contest.pk, answered_at=None).update(
        answer=answer, answered_by=by, answered_at=contest.answered_at
    )
    if not answered:
        raise ObjectionIsAnswered
    ledger.touch(contest.initiative.account)
    remember(
        "insight.contest_answered", by=by.pseudonym_key, about=contest, within=contest.initiative
    )
    if contest.by:
        tell(
            person=contest.by,
            municipality=contest.municipality,
            kind="insight.contest_answered",
            label=format_lazy(
                _("Your objection about “{title}” has been answered."),
                title=contest.initiative.title,
            ),
            text=answer,
            path=contest.initiative.get_absolute_url(),
        )
    return contest


def shown_rung(placement: Placement) -> str:
    """The rung for lists: nothing where there is too little evidence."""
    return placement.rung.value if placement.enough_evidence else ""


@transaction.atomic
def keep_placing(initiative: Initiative) -> Placing:
    """Place an initiative afresh; keep rung and curve for lists and pictures, and its voices."""
    placement = queries.placement_of(initiative)
    placing, _is_new = Placing.objects.update_or_create(
        initiative=initiative,
        defaults={
            "municipality_id": initiative.municipality_id,
            "version": initiative.account.version,
            "formula": placement.formula,
            "rung": placement.rung.value,
            "cci": placement.cci,
            "history": queries.curve_of(initiative),
            "placed_at": timezone.now(),
            "dominance": dominance_document(initiative),
        },
    )
    publish_rung(
        initiative=initiative,
        rung=shown_rung(placement),
        is_provisional=placement.provisional,
    )
    return placing


def forget(person: Person) -> None:
    """Take the name off objections and answers; called in the transaction that deletes an account.

    The objection itself stays beside the placement, as a reasoned doubt about a public figure.
    """
    Contest.objects.filter(by=person).update(by=None)
    Contest.objects.filter(answered_by=person).update(answered_by=None)
