"""Telling more about an initiative after it was raised, and leading it."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from samskap.base.memory import remember
from samskap.initiatives.actions.moving import ask_leave, locked
from samskap.initiatives.errors.initiative import (
    NotYoursToChange,
    PhotoSaysNothing,
    WordsAreAgreed,
)
from samskap.initiatives.models import Initiative, Topic
from samskap.initiatives.models.initiative import State
from samskap.initiatives.permissions.initiative import may_take_the_lead
from samskap.ledger.actions import touch
from samskap.people.models import Person
from samskap.places.models import Area

OWN_WORDS = frozenset({"dream", "first_solution", "helpers"})
FACTS = OWN_WORDS | frozenset(
    "title language societal_goal field what_is_new displacement displacement_says"
    " is_preprogrammed own_goal photo photo_says".split()
)


@transaction.atomic
def describe(
    *,
    initiative: Initiative,
    by: Person,
    topics: Iterable[Topic] | None = None,
    areas: Iterable[Area] | None = None,
    **facts: Any,
) -> Initiative:
    """Change what is told about an initiative; only what is named changes.

    facts  names among FACTS. The three answers stay as they are once the problem is agreed on
    Refuses with NotYoursToChange, WordsAreAgreed or PhotoSaysNothing.
    """
    if unknown := set(facts) - FACTS:
        raise TypeError(f"an initiative does not tell {', '.join(sorted(unknown))}")
    initiative = locked(initiative)
    ask_leave(initiative, by)
    changed = {name for name, value in facts.items() if getattr(initiative, name) != value}
    if changed & OWN_WORDS and initiative.state not in (State.IDEA, State.DEFINING):
        raise WordsAreAgreed
    for name in changed:
        setattr(initiative, name, facts[name])
    if initiative.photo and not initiative.photo_says.strip():
        raise PhotoSaysNothing
    initiative.save()
    if topics is not None:
        initiative.topics.set(topics)
    if areas is not None:
        initiative.areas.set(areas)
    remember("initiatives.described", by=by.pseudonym_key, about=initiative, within=initiative)
    touch(initiative.account)
    return initiative


@transaction.atomic
def take_the_lead(*, initiative: Initiative, by: Person) -> None:
    """Become one of those who lead the joint process. Refuses with NotYoursToChange."""
    if not may_take_the_lead(by, initiative.municipality):
        raise NotYoursToChange(initiative=initiative.title)
    initiative.facilitators.add(by)
    remember("initiatives.lead_taken", by=by.pseudonym_key, about=initiative, within=initiative)
    touch(initiative.account)


@transaction.atomic
def leave_the_lead(*, initiative: Initiative, by: Person) -> None:
    """Hand back the lead of the joint process; whoever does not have it changes nothing."""
    if not initiative.facilitators.filter(pk=by.pk).exists():
        return
    initiative.facilitators.remove(by)
    remember("initiatives.lead_left", by=by.pseudonym_key, about=initiative, within=initiative)
    touch(initiative.account)
