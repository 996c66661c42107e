"""Keeping what members say: the six effects before and after, and how they saw the answer."""

from collections.abc import Mapping

from django.db import transaction

from samskap.base.memory import remember
from samskap.committees.actions.steps import locked
from samskap.committees.errors.answer import NotAskedNow, NotYoursToSay, SaidAlready
from samskap.committees.models import AfterAnswer, Committee, Effects, Member
from samskap.committees.permissions import may_say_for
from samskap.committees.queries.effects import is_weighed_now, round_now
from samskap.people.models import Person


@transaction.atomic
def say_effects(*, member: Member, scores: Mapping[str, int], by: Person) -> Effects:
    """Keep what one member says of the six effects, once in each round.

    scores  of each of `Effects.QUESTIONS`, 1 … 5

    Refuses with NotYoursToSay, NotAskedNow or SaidAlready.
    """
    committee = _held(member, by)
    now = round_now(committee)
    if now is None:
        raise NotAskedNow
    if Effects.objects.filter(member=member, round=now).exists():
        raise SaidAlready
    said: Effects = Effects.objects.create(
        municipality=committee.municipality,
        committee=committee,
        member=member,
        round=now,
        role=member.role,
        by=by,
        **{question: scores[question] for question in Effects.QUESTIONS},
    )
    remember(
        "committees.effects_said",
        by=by.pseudonym_key,
        about=said,
        within=committee.initiative,
    )
    return said


@transaction.atomic
def weigh_answer(
    *, member: Member, scores: Mapping[str, int], words: str = "", by: Person
) -> AfterAnswer:
    """Keep how one member saw the answer of the elected body, once.

    scores  of each of `AfterAnswer.QUESTIONS`, 1 … 5

    Refuses with NotYoursToSay, NotAskedNow or SaidAlready.
    """
    committee = _held(member, by)
    if not is_weighed_now(committee):
        raise NotAskedNow
    if AfterAnswer.objects.filter(committee=committee, member=member).exists():
        raise SaidAlready
    said: AfterAnswer = AfterAnswer.objects.create(
        municipality=committee.municipality,
        committee=committee,
        member=member,
        words=words.strip(),
        by=by,
        **{question: scores[question] for question in AfterAnswer.QUESTIONS},
    )
    remember(
        "committees.answer_weighed",
        by=by.pseudonym_key,
        about=said,
        within=committee.initiative,
    )
    return said


def _held(member: Member, by: Person) -> Committee:
    """Hold the committee, so that a second press waits here, and ask leave."""
    committee = locked(member.committee)
    if not may_say_for(by, member):
        raise NotYoursToSay(committee=committee.title)
    return committee
