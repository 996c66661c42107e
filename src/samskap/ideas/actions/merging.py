"""Letting ideas go on as one, and taking them apart again. All that was given to them is kept."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, Sum
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.base.memory import remember
from samskap.conversations.actions.threads import rename
from samskap.ideas.errors import (
    IdeaCarriesOthers,
    IdeaIsMerged,
    IdeaIsWithdrawn,
    InitiativeTakesNoMore,
    MergedAgainSince,
    MergeIsAdopted,
    MergeIsAnswered,
    MergeIsTooOld,
    MergeIsUndone,
    NothingToMerge,
    NotOfOneInitiative,
    NotYoursToMerge,
    SayWhyTheyBelongTogether,
)
from samskap.ideas.models import Idea, Merge, Objection, PaperSupport, Part, Support
from samskap.ideas.permissions import may_merge
from samskap.ideas.talk import KIND
from samskap.initiatives.models import Initiative
from samskap.ledger import actions as ledger
from samskap.ledger.models import ANSWERS, Adoption, Fate, FateStatus, Standing
from samskap.notices.actions import tell
from samskap.people.models import Person

UNDO_WITHIN = timedelta(days=30)
SUPPORTS: tuple[tuple[Any, str], ...] = ((Support, "person"), (PaperSupport, "key"))


@transaction.atomic
def merge(
    *,
    ideas: Sequence[Idea],
    into: Idea,
    by: Person,
    reason: str,
    title: str = "",
    text: str = "",
    language: str = "",
) -> Merge:
    """Let ideas go on as one of them, under its address; every author is told.

    title, text, language   a new wording for all of them; what is left empty stays as it is

    Supports move to the one that goes on, and whoever supported several counts once. The promise of
    an answer is kept by the oldest date. The rows of the ledger stay as they are.

    Refuses with NotYoursToMerge, InitiativeTakesNoMore, NothingToMerge, NotOfOneInitiative,
    IdeaIsWithdrawn, IdeaIsMerged, IdeaCarriesOthers or SayWhyTheyBelongTogether.
    """
    initiative = into.initiative
    if not may_merge(by, initiative):
        raise NotYoursToMerge
    if not initiative.is_open:
        raise InitiativeTakesNoMore(initiative=initiative)
    ledger.lock(initiative.account_id)  # support, answers and other merges wait here
    keys = {idea.pk for idea in ideas} - {into.pk}
    parts = list(_ideas(pk__in=keys))
    into = _ideas(pk=into.pk).get()
    _refuse_parts(parts, into)
    if not reason.strip():
        raise SayWhyTheyBelongTogether
    joined: Merge = Merge.objects.create(
        municipality_id=into.municipality_id,
        initiative=initiative,
        into=into,
        reason=reason.strip(),
        by=by,
        due_before=into.contribution.standing.answer_due_on,
    )
    if title.strip():
        joined.title_before, joined.text_before = into.title, into.text
        joined.language_before = into.language
        joined.save()
        _word(into, title.strip(), text.strip() or into.text, language or into.language)
    for part in parts:
        Part.objects.create(municipality_id=into.municipality_id, merge=joined, idea=part)
        _move_supports(part, into)
    Idea.objects.filter(pk__in=keys).update(merged_into=into)
    Idea.objects.filter(pk=into.pk).update(joined=F("joined") + len(parts))
    _count_supports(into)
    _keep_the_oldest_promise(into, parts)
    ledger.touch(initiative.account)
    remember("ideas.merged", by=by.pseudonym_key, about=joined, within=initiative)
    for author, own in _authors([into, *parts]).items():
        if author.pk != by.pk:
            tell(
                person=author,
                municipality=initiative.municipality,
                kind="ideas.merged",
                label=format_lazy(
                    _("“{own}” goes on together with others, as “{title}”."),
                    own=own,
                    title=into.title,
                ),
                text=format_lazy(
                    _("{reason} You are named as one who gave it. You can object on its page."),
                    reason=joined.reason,
                ),
                path=into.get_absolute_url(),
            )
    return joined


@transaction.atomic
def undo_merge(*, merge: Merge, by: Person, reason: str) -> Merge:
    """Let ideas stand by themselves again, with their words, their supports and their promises.

    Refuses with NotYoursToMerge, MergeIsUndone, MergedAgainSince, MergeIsAdopted, MergeIsAnswered,
    MergeIsTooOld or SayWhyTheyBelongTogether.
    """
    initiative = merge.initiative
    if not may_merge(by, initiative):
        raise NotYoursToMerge
    ledger.lock(initiative.account_id)
    merge = merges_of(initiative).get(pk=merge.pk)
    if refusal := why_not_undone(merge):
        raise refusal
    if not reason.strip():
        raise SayWhyTheyBelongTogether
    ideas = take_apart(merge, by=by, reason=reason.strip())
    for author, own in _authors(ideas).items():
        if author.pk != by.pk:
            tell(
                person=author,
                municipality=initiative.municipality,
                kind="ideas.merge_undone",
                label=format_lazy(_("“{own}” stands by itself again."), own=own),
                text=reason.strip(),
                path=merge.into.get_absolute_url(),
            )
    return merge


def merges_of(initiative: Initiative) -> Any:
    """Merges of an initiative with all that it takes to undo one."""
    return Merge.objects.filter(initiative=initiative).select_related(
        "into__contribution__standing"
    )


def why_not_undone(merge: Merge) -> Exception | None:
    """The refusal that meets whoever would undo a merge now; None where it can be undone."""
    since = {"contribution": merge.into.contribution_id, "at__gte": merge.at}
    if merge.undone_at:
        return MergeIsUndone()
    later = Merge.objects.filter(into=merge.into_id, undone_at=None, pk__gt=merge.pk)
    if later.exists():
        return MergedAgainSince()
    if Adoption.objects.filter(**since).exists():
        return MergeIsAdopted()
    if Fate.objects.filter(status__in=ANSWERS, **since).exists():
        return MergeIsAnswered()
    if timezone.now() - merge.at > UNDO_WITHIN:
        return MergeIsTooOld(days=UNDO_WITHIN.days)
    return None


def take_apart(merge: Merge, *, by: Person | None, reason: str = "") -> list[Idea]:
    """Undo a merge, whoever asks for it and whenever; return the ideas that stand alone again."""
    into = merge.into
    parts = list(_ideas(went_into__merge=merge, merged_into=into))
    if merge.is_reworded:
        _word(into, merge.title_before, merge.text_before, merge.language_before)
    Idea.objects.filter(pk__in=[part.pk for part in parts]).update(merged_into=None)
    Idea.objects.filter(pk=into.pk).update(joined=F("joined") - len(parts))
    for part in parts:
        _move_back(part, into)
        _count_supports(part)
    _count_supports(into)
    _give_back_the_promise(merge)
    now = timezone.now()
    merge.title_before = merge.text_before = merge.language_before = ""
    merge.undone_at, merge.undone_by, merge.undone_because = now, by, reason
    merge.save()
    Objection.objects.filter(merge=merge, answered_at=None).update(
        answer=reason, answered_by=by, answered_at=now
    )
    ledger.touch(merge.initiative.account)
    pseudonym = by.pseudonym_key if by else None
    remember("ideas.merge_undone", by=pseudonym, about=merge, within=merge.initiative)
    return [into, *parts]


def take_all_apart(idea: Idea, *, by: Person) -> None:
    """Let everything that goes on as a part of an idea stand by itself, what came last first."""
    for one in merges_of(idea.initiative).filter(into=idea, undone_at=None).order_by("-pk"):
        take_apart(one, by=by)


def _ideas(**which: object) -> Any:
    """Ideas with all that a merge reads and writes."""
    return Idea.objects.filter(**which).select_related(
        "contribution__standing", "contribution__giver__person", "initiative"
    )


def _refuse_parts(parts: list[Idea], into: Idea) -> None:
    """Refuse ideas that cannot go on as one."""
    if not parts:
        raise NothingToMerge
    for idea in (into, *parts):
        if idea.initiative_id != into.initiative_id:
            raise NotOfOneInitiative
        if idea.withdrawn_at:
            raise IdeaIsWithdrawn
        if idea.merged_into_id:
            raise IdeaIsMerged(idea=idea.title)
    for part in parts:
        if part.joined:
            raise IdeaCarriesOthers(idea=part.title)


def _word(idea: Idea, title: str, text: str, language: str) -> None:
    """Put an idea into other words, wherever its title is shown."""
    idea.title, idea.text, idea.language = title, text, language
    idea.save(update_fields=["title", "text", "language"])
    Standing.objects.filter(pk=idea.contribution_id).update(caption=title)
    rename(initiative=idea.initiative, kind=KIND, key=idea.pk, label=title)


def _move_supports(part: Idea, into: Idea) -> None:
    """Let those who support a part support the one that goes on, who does already only once."""
    for model, who in SUPPORTS:
        there = model.objects.filter(idea=into).values(who)
        moving = model.objects.filter(idea=part).exclude(**{f"{who}__in": there})
        moving.update(idea=into, came_from=part)


def _move_back(part: Idea, into: Idea) -> None:
    """Let supports go back where they came from."""
    for model, who in SUPPORTS:
        there = model.objects.filter(idea=part).values(who)
        moving = model.objects.filter(idea=into, came_from=part)
        moving.exclude(**{f"{who}__in": there}).update(idea=part, came_from=None)


def _count_supports(idea: Idea) -> None:
    """Count those who support an idea anew, on the web and on paper; the account is held."""
    paper = PaperSupport.objects.filter(idea=idea).aggregate(people=Sum("people", default=0))
    people = Support.objects.filter(idea=idea).count() + paper["people"]
    Idea.objects.filter(pk=idea.pk).update(supports=people)


def _keep_the_oldest_promise(into: Idea, parts: list[Idea]) -> None:
    """Let the one that goes on be answered by the first day that anybody was promised."""
    standings = [idea.contribution.standing for idea in (into, *parts)]
    due = [one.answer_due_on for one in standings if one.answer_due_on and not one.answered_at]
    if due and standings[0].answered_at is None:
        Standing.objects.filter(pk=into.contribution_id).update(answer_due_on=min(due))


def _give_back_the_promise(merge: Merge) -> None:
    """Let the one that went on be answered by its own day again.

    Whoever heard something of it since was told another day, or saw one, and that day holds. Nobody
    waits for an answer to what was taken back.
    """
    into = merge.into.contribution
    heard_since = Fate.objects.filter(contribution=into, at__gte=merge.at).exists()
    if into.standing.answered_at is None and not (heard_since and merge.due_before):
        promised = Standing.objects.filter(pk=into.pk).exclude(status=FateStatus.WITHDRAWN)
        promised.update(answer_due_on=merge.due_before)


def _authors(ideas: Sequence[Idea]) -> dict[Person, str]:
    """Who gave some ideas, each once, with the title of theirs."""
    titles: dict[Person, str] = {}
    for idea in ideas:
        person = idea.contribution.giver.person
        if person is not None:
            titles.setdefault(person, idea.title)
    return titles
