"""Letting go of what somebody said of a committee, when their account is deleted."""

from samskap.committees.models import AfterAnswer, Effects, MeetingsHeld, Realisation
from samskap.ledger.models import Giver
from samskap.people.models import Person


def forget_after_answer(person: Person) -> None:
    """Take name and words from what somebody said; their scores count on, nobody’s any more."""
    for giver in Giver.objects.filter(person=person):
        forget_giver_after_answer(giver)
    Realisation.objects.filter(planned_by=person).update(planned_by=None)
    Effects.objects.filter(by=person).update(by=None)
    AfterAnswer.objects.filter(by=person).update(by=None)
    MeetingsHeld.objects.filter(by=person).update(by=None)


def forget_giver_after_answer(giver: Giver) -> None:
    """Blank what a member wrote in their own words."""
    AfterAnswer.objects.filter(member__giver=giver).update(words="")
