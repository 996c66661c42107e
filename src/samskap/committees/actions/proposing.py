"""Proposing a committee: for an initiative that is there, or with one of its own."""

from collections.abc import Iterable
from datetime import datetime
from itertools import count
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import get_language

from samskap.base.memory import remember
from samskap.committees.actions.steps import locked
from samskap.committees.errors.committee import (
    HasACommittee,
    NoElectedBody,
    NotYoursToKeep,
    NotYoursToPropose,
    SayWhy,
    TitleIsMissing,
)
from samskap.committees.models import Committee, State, Step
from samskap.committees.permissions import may_keep, may_propose
from samskap.initiatives.actions.raising import LETTERS, raise_initiative
from samskap.initiatives.models import Initiative, Topic
from samskap.ledger import actions as ledger
from samskap.ledger.hands import Hand
from samskap.municipalities.models import Municipality
from samskap.organisations.models import Organisation
from samskap.people.models import Person

TAKEN = frozenset(
    "propose council leading standing-meetings registrations members hours".split()
)  # addresses of the house itself


@transaction.atomic
def propose(
    *,
    municipality: Municipality,
    hand: Hand,
    title: str,
    purpose: str,
    body: Organisation,
    initiative: Initiative | None = None,
    parents: Iterable[Organisation] = (),
    theme: Topic | None = None,
    facilitator: Person | None = None,
    secretary: Person | None = None,
    language: str = "",
    public_id: UUID | None = None,
    at: datetime | None = None,
) -> Committee:
    """Propose a task committee; its first step says why. A second press proposes nothing more.

    purpose     why it is needed; the dream of its initiative where it has none yet
    initiative  the one it is for; without, one is raised by the same hand
    public_id   chosen by the form, so that a button pressed twice proposes once

    Refuses with NotYoursToPropose, TitleIsMissing, NoElectedBody or HasACommittee.
    """
    by = hand.by
    if not may_propose(by, municipality):
        raise NotYoursToPropose
    if not title.strip() or not purpose.strip():
        raise TitleIsMissing
    parents = list(parents)
    for one in (body, *parents):
        _must_be_elected(one, municipality)
    # One at a time in each municipality: addresses stay free, and the second press waits here.
    Municipality.objects.select_for_update(no_key=True).get(pk=municipality.pk)
    known = Committee.objects.of(municipality).filter(public_id=public_id or uuid4())
    before: Committee | None = known.first()
    if before is not None:
        return before
    language = language or get_language() or municipality.default_language
    if initiative is None:
        initiative = raise_initiative(
            municipality=municipality,
            by=by,
            hand=hand,
            dream=purpose,
            title=title,
            language=language,
            at=at,
        )
    elif Committee.objects.filter(initiative=initiative).exists():
        raise HasACommittee(initiative=initiative.title)
    at = at or timezone.now()
    committee = Committee(
        municipality=municipality,
        initiative=initiative,
        public_id=public_id or uuid4(),
        title=title.strip()[:120],
        language=language,
        theme=theme,
        body=body,
        facilitator=facilitator,
        secretary=secretary,
        proposed_at=at,
        proposed_by=by,
    )
    committee.slug = _free_slug(committee)
    committee.save(force_insert=True)
    committee.parents.set(parents)
    initiative.facilitators.add(*filter(None, (facilitator, secretary)))
    Step.objects.create(
        municipality=municipality,
        committee=committee,
        after=State.PROPOSED,
        reason=purpose.strip(),
        by=by,
        at=at,
    )
    remember("committees.proposed", by=by.pseudonym_key, about=committee, within=initiative)
    ledger.touch(initiative.account)
    return committee


@transaction.atomic
def describe(
    *,
    committee: Committee,
    by: Person,
    title: str,
    theme: Topic | None,
    parents: Iterable[Organisation],
    facilitator: Person | None,
    secretary: Person | None,
    result: str = "",
) -> Committee:
    """Change what a committee is called, where it belongs and who helps it; its address stays.

    Refuses with NotYoursToKeep, TitleIsMissing or NoElectedBody.
    """
    committee = locked(committee)
    if not may_keep(by, committee):
        raise NotYoursToKeep(committee=committee.title)
    if not title.strip():
        raise TitleIsMissing
    parents = list(parents)
    for one in parents:
        _must_be_elected(one, committee.municipality)
    committee.title, committee.theme = title.strip()[:120], theme
    committee.facilitator, committee.secretary = facilitator, secretary
    committee.result = result.strip()
    committee.save()
    committee.parents.set(parents)
    committee.initiative.facilitators.add(*filter(None, (facilitator, secretary)))
    remember(
        "committees.described",
        by=by.pseudonym_key,
        about=committee,
        within=committee.initiative,
    )
    ledger.touch(committee.initiative.account)
    return committee


@transaction.atomic
def tell_result(*, committee: Committee, by: Person, result: str) -> Committee:
    """Say in a few words what came of a committee. Refuses with NotYoursToKeep or SayWhy."""
    committee = locked(committee)
    if not may_keep(by, committee):
        raise NotYoursToKeep(committee=committee.title)
    if not result.strip():
        raise SayWhy
    committee.result = result.strip()
    committee.save(update_fields=["result"])
    remember(
        "committees.result_told",
        by=by.pseudonym_key,
        about=committee,
        within=committee.initiative,
    )
    ledger.touch(committee.initiative.account)
    return committee


def _must_be_elected(body: Organisation, municipality: Municipality) -> None:
    """Refuse what is no elected body of this municipality."""
    if body.municipality_id != municipality.pk or body.kind not in Organisation.ELECTED_KINDS:
        raise NoElectedBody(name=body.name)


def _free_slug(committee: Committee) -> str:
    """An address that no other committee here has."""
    wish = slugify(committee.title.lower().translate(LETTERS))[:70].strip("-") or "committee"
    alike = Committee.objects.of(committee.municipality).filter(slug__startswith=wish)
    taken = TAKEN | set(alike.values_list("slug", flat=True))
    names = (wish if number == 1 else f"{wish}-{number}" for number in count(1))
    return next(name for name in names if name not in taken)
