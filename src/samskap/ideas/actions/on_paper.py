"""Support on paper: names or a count, written down for those who gave it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from samskap.base.memory import remember
from samskap.ideas.actions.supporting import end_support
from samskap.ideas.errors import (
    IdeaIsWithdrawn,
    InitiativeTakesNoMore,
    ListIsCounted,
    NobodyOnTheList,
    NotYoursToEnter,
)
from samskap.ideas.models import Idea, PaperSupport
from samskap.ideas.paper import OnPaper, key_of_list
from samskap.ideas.permissions import may_enter_for_others, may_see_names
from samskap.ideas.queries import is_counted
from samskap.ledger import actions as ledger
from samskap.ledger.hands import Hand
from samskap.ledger.models import ActorKind, Channel, Contribution, FateStatus, Giver
from samskap.people.models import Person


@dataclass(frozen=True, kw_only=True)
class WrittenDown:
    """How many names were new, and how many stood there already."""

    new: int
    known: int


@transaction.atomic
def write_down_names(
    *,
    idea: Idea,
    names: Sequence[OnPaper],
    by: Person,
    channel: str = Channel.PAPER,
    reference: str = "",
    at: datetime | None = None,
) -> WrittenDown:
    """Write down the names of those who support an idea on paper or by telephone.

    A name with the same contact counts once for an idea, however often it stands on lists.

    Refuses with NotYoursToEnter, IdeaIsWithdrawn, InitiativeTakesNoMore or NobodyOnTheList.
    """
    _refuse_paper(idea, by)
    if not names:
        raise NobodyOnTheList
    idea = _held(idea, by)  # two who type the same list wait for each other
    of_key = {one.key: one for one in names}
    known = set(
        PaperSupport.objects.filter(idea=idea, key__in=of_key).values_list("key", flat=True)
    )
    new = {key: one for key, one in of_key.items() if key not in known}
    if new:
        givers = _givers_of(list(new.values()), idea)
        _write_down(idea, givers, by, channel, at, keys=list(new), reference=reference)
    return WrittenDown(new=len(new), known=len(names) - len(new))


@transaction.atomic
def write_down_count(
    *,
    idea: Idea,
    people: int,
    reference: str,
    by: Person,
    channel: str = Channel.PAPER,
    at: datetime | None = None,
) -> PaperSupport:
    """Write down how many support an idea on one list, whose names stay on the paper.

    Refuses with NotYoursToEnter, IdeaIsWithdrawn, InitiativeTakesNoMore, NobodyOnTheList or
    ListIsCounted.
    """
    _refuse_paper(idea, by)
    if people < 1 or not reference.strip():
        raise NobodyOnTheList
    idea = _held(idea, by)
    if is_counted(idea, reference):
        raise ListIsCounted(reference=reference)
    giver = Giver.objects.create(municipality_id=idea.municipality_id)
    keys = [key_of_list(reference, idea.pk)]
    [support] = _write_down(
        idea, [giver], by, channel, at, keys=keys, people=people, reference=reference
    )
    return support


@transaction.atomic
def take_off(*, support: PaperSupport, by: Person, reason: str = "") -> None:
    """Take a name, or a counted list, off again; the name is forgotten.

    A name that also stands on what goes on as one with the idea is taken off there too.

    Refuses with NotYoursToEnter.
    """
    idea = support.idea
    if not may_see_names(by, idea.initiative):
        raise NotYoursToEnter
    ledger.lock(idea.initiative.account_id)
    for found in _wherever_it_stands(support).select_related("contribution"):
        giver_id = found.contribution.giver_id
        end_support(found, by=by, reason=reason)
        _forget_name(giver_id)
        remember("ideas.taken_off", by=by.pseudonym_key, about=idea, within=idea.initiative)


def count_once(*, support: PaperSupport, by: Person) -> None:
    """Say that a name on paper is somebody who supports it on the web too: it counts once.

    Refuses with NotYoursToEnter.
    """
    take_off(support=support, by=by, reason=_("The same person supports it on the web."))


@transaction.atomic
def tell_apart(*, support: PaperSupport, by: Person) -> None:
    """Say that a name on paper is another person than whoever looks like it on the web.

    Refuses with NotYoursToEnter.
    """
    if not may_see_names(by, support.idea.initiative):
        raise NotYoursToEnter
    ledger.lock(support.idea.initiative.account_id)
    _wherever_it_stands(support).update(is_told_apart=True)
    remember(
        "ideas.told_apart",
        by=by.pseudonym_key,
        about=support.idea,
        within=support.idea.initiative,
    )


def _wherever_it_stands(support: PaperSupport) -> QuerySet[PaperSupport]:
    """A support, and the same name on ideas that go on as one with its idea; the account is held.

    While they do, only one of them counts; when they are taken apart, each counts by itself.
    """
    goes_on = Idea.objects.filter(paper_supporters=support.pk).values(
        now=Coalesce("merged_into", "pk")
    )
    same_name = Q(key=support.key, people=1) & (
        Q(idea__in=goes_on) | Q(idea__merged_into__in=goes_on)
    )
    return PaperSupport.objects.filter(Q(pk=support.pk) | same_name)


def _refuse_paper(idea: Idea, by: Person) -> None:
    """Refuse whoever may not write down, and ideas that take no support."""
    if not may_enter_for_others(by, idea.initiative):
        raise NotYoursToEnter
    if idea.withdrawn_at:
        raise IdeaIsWithdrawn
    if not idea.initiative.is_open:
        raise InitiativeTakesNoMore(initiative=idea.initiative)


def _held(idea: Idea, by: Person) -> Idea:
    """Hold the account, and look again: the idea may have gone on as a part of another."""
    ledger.lock(idea.initiative.account_id)
    found = Idea.objects.select_related("initiative__account", "initiative__municipality")
    now: Idea = found.get(pk=idea.pk)
    if now.merged_into_id:
        now = found.get(pk=now.merged_into_id)
    _refuse_paper(now, by)
    return now


def _givers_of(names: Sequence[OnPaper], idea: Idea) -> list[Giver]:
    """The hands behind some names: known where name and contact were written down before."""
    contacts = {one.contact for one in names if one.contact}
    before = Giver.objects.filter(
        municipality=idea.municipality_id, person=None, reach__in=contacts
    )
    known = {(giver.name, giver.reach): giver for giver in before.order_by("-pk")}
    givers = [
        known.get((one.name, one.contact))
        or Giver(municipality_id=idea.municipality_id, name=one.name, reach=one.contact)
        for one in names
    ]
    Giver.objects.bulk_create(giver for giver in givers if giver.pk is None)
    return givers


def _write_down(
    idea: Idea,
    givers: Sequence[Giver],
    by: Person,
    channel: str,
    at: datetime | None,
    *,
    keys: Sequence[str],
    people: int = 1,
    reference: str,
) -> list[PaperSupport]:
    """Write down supports that came in together, with their ledger rows, and count them.

    keys    what each is known again by, one for each giver
    people  how many stand behind each
    """
    rows = ledger.give_alike(
        account=idea.initiative.account,
        hands=[
            Hand(
                by=by,
                giver=giver,
                actor_kind=ActorKind.RESIDENT,
                channel=Channel(channel),
                entered_on_behalf=True,
            )
            for giver in givers
        ],
        phase=idea.initiative.phase,
        kind="support",
        amount=people,
        is_independent=False,
        caption=idea.title,
        path=idea.get_absolute_url(),
        at=at,
    )
    supports: list[PaperSupport] = PaperSupport.objects.bulk_create(
        PaperSupport(
            municipality_id=idea.municipality_id,
            idea=idea,
            contribution=row,
            key=key,
            people=people,
            reference=reference,
            at=row.at,
        )
        for row, key in zip(rows, keys, strict=True)
    )
    more = people * len(supports)
    Idea.objects.filter(pk=idea.pk).update(supports=F("supports") + more)
    remember("ideas.support_written_down", by=by.pseudonym_key, about=idea, within=idea.initiative)
    return supports


def _forget_name(giver_id: int) -> None:
    """Blank a name on paper behind which nothing stands any more."""
    given = Contribution.objects.filter(giver=giver_id)
    if not given.exclude(standing__status=FateStatus.WITHDRAWN).exists():
        Giver.objects.filter(pk=giver_id, person=None).update(name="", reach="")
