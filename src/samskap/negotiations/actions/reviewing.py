"""Reviews: looking at what was promised, each quarter unless the table says otherwise."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.base.addresses import address
from samskap.kernels.deadlines import months_later
from samskap.negotiations.actions.holding import happened, held, tell_table
from samskap.negotiations.errors import NoReviewAhead, NotYoursToLead, SayWhatYouSaw
from samskap.negotiations.models import Negotiation, Review
from samskap.negotiations.permissions import may_lead
from samskap.negotiations.queries.promises import kept_at
from samskap.people.models import Person


def plan_review(negotiation: Negotiation, on: date | None = None) -> Review:
    """Plan the next review, where none is planned: so many months from today."""
    ahead: Review | None = negotiation.reviews.filter(held_on=None).first()
    if ahead is not None:
        return ahead
    day = on or months_later(timezone.localdate(), negotiation.review_months)
    return Review.objects.create(
        municipality=negotiation.municipality, negotiation=negotiation, due_on=day
    )


@transaction.atomic
def move_review(*, negotiation: Negotiation, by: Person, on: date) -> Review:
    """Choose another day for the next review.

    Refuses with NotYoursToLead, IsOver or NoReviewAhead.
    """
    negotiation = held(negotiation)
    if not may_lead(by, negotiation):
        raise NotYoursToLead
    review: Review | None = negotiation.reviews.filter(held_on=None).first()
    if review is None:
        raise NoReviewAhead
    review.due_on = on
    review.save()
    happened("review_moved", review, negotiation, by=by.pseudonym_key)
    return review


@transaction.atomic
def hold_review(*, negotiation: Negotiation, by: Person, words: str) -> Review:
    """Write down how the promises stand today and what all saw; the next review is planned.

    Refuses with NotYoursToLead, IsOver, NoReviewAhead or SayWhatYouSaw.
    """
    negotiation = held(negotiation)
    if not may_lead(by, negotiation):
        raise NotYoursToLead
    review: Review | None = negotiation.reviews.filter(held_on=None).first()
    if review is None:
        raise NoReviewAhead
    if not words.strip():
        raise SayWhatYouSaw
    stands = kept_at(negotiation)
    review.held_on, review.words, review.written_by = timezone.localdate(), words.strip(), by
    review.due, review.kept, review.late = stands.due, stands.kept, stands.late
    review.released, review.running = stands.released, stands.running
    review.save()
    plan_review(negotiation)
    happened("review_held", review, negotiation, by=by.pseudonym_key)
    tell_table(
        negotiation,
        kind="review",
        label=format_lazy(
            _("What was promised has been reviewed: {matter}"), matter=negotiation.matter
        ),
        text=review.words,
        path=address("negotiations:reviews", negotiation.initiative.slug),
        but=by,
    )
    return review
