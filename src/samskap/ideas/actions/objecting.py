"""Objecting to a merge, and answering an objection."""

from django.db import transaction
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.base.memory import remember
from samskap.ideas.errors import NotYoursToMerge, NotYoursToObject, ObjectionIsAnswered
from samskap.ideas.models import Merge, Objection
from samskap.ideas.permissions import may_merge, may_object
from samskap.notices.actions import tell
from samskap.people.models import Person


@transaction.atomic
def object_to(*, merge: Merge, by: Person, text: str) -> Objection:
    """Say, as one of the authors, that one’s idea should stand by itself.

    Refuses with NotYoursToObject.
    """
    if not may_object(by, merge):
        raise NotYoursToObject
    objection: Objection = Objection.objects.create(
        municipality_id=merge.municipality_id, merge=merge, by=by, text=text.strip()
    )
    initiative = merge.initiative
    remember("ideas.objected", by=by.pseudonym_key, about=objection, within=initiative)
    hearers = {*initiative.facilitators.filter(is_active=True), merge.by} - {None, by}
    for person in hearers:
        assert person is not None  # noqa: S101 - for the types alone
        tell(
            person=person,
            municipality=initiative.municipality,
            kind="ideas.objected",
            label=format_lazy(
                _("An author objects to what “{title}” was put together from."),
                title=merge.into.title,
            ),
            text=objection.text,
            path=merge.into.get_absolute_url(),
            names=by,
        )
    return objection


@transaction.atomic
def answer_objection(*, objection: Objection, by: Person, answer: str) -> Objection:
    """Say why the ideas stay together. Whoever agrees with the objection undoes the merge instead.

    Refuses with NotYoursToMerge or ObjectionIsAnswered.
    """
    merge = objection.merge
    if not may_merge(by, merge.initiative):
        raise NotYoursToMerge
    waiting = Objection.objects.filter(pk=objection.pk, answered_at=None)
    said = {"answer": answer.strip(), "answered_by": by, "answered_at": timezone.now()}
    if not waiting.update(**said):
        raise ObjectionIsAnswered
    remember(
        "ideas.objection_answered",
        by=by.pseudonym_key,
        about=objection,
        within=merge.initiative,
    )
    if objection.by:
        tell(
            person=objection.by,
            municipality=merge.initiative.municipality,
            kind="ideas.objection_answered",
            label=format_lazy(
                _("Your objection about “{title}” has an answer."), title=merge.into.title
            ),
            text=answer.strip(),
            path=merge.into.get_absolute_url(),
        )
    return objection
