"""Sharing an initiative with another municipality: asking, answering and ending it."""

from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.base.memory import remember
from samskap.initiatives.actions.moving import ask_leave, locked, must_be_open
from samskap.initiatives.errors.sharing import (
    AskedAlready,
    NotAPlaceHere,
    NotShared,
    NotThisMunicipality,
    NotYoursToShare,
    SharedAnswerStands,
    SharedNoNeedsAReason,
)
from samskap.initiatives.errors.states import SayWhy
from samskap.initiatives.models import Initiative, Sharing
from samskap.initiatives.permissions.sharing import may_answer_for, may_end
from samskap.initiatives.queries.partnership import carriers_of
from samskap.ledger.actions import touch
from samskap.municipalities.models import Municipality
from samskap.notices.actions import tell
from samskap.people.models import Person, Role
from samskap.people.queries import people_with_role
from samskap.places.models import Area


@transaction.atomic
def share(
    *, initiative: Initiative, municipality: Municipality, by: Person, message: str
) -> Sharing:
    """Ask another municipality of the house to take part in an initiative.

    Nothing is shown there before it has said yes.
    Refuses with NotYoursToChange, NotOpen, NotThisMunicipality or AskedAlready.
    """
    initiative = locked(initiative)
    ask_leave(initiative, by)
    must_be_open(initiative)
    if municipality.pk == initiative.municipality_id or not municipality.is_set_up:
        raise NotThisMunicipality
    asked = Sharing.objects.of(municipality).filter(initiative=initiative)
    if (asked.waiting() | asked.taking_part()).exists():
        raise AskedAlready(municipality=municipality.name)
    sharing = Sharing.objects.create(
        municipality=municipality,
        initiative=initiative,
        message=message.strip(),
        by=by,
        answer_due_on=timezone.localdate() + timedelta(days=municipality.answer_days),
    )
    _happened("initiatives.sharing_asked", sharing, by)
    for person in people_with_role(municipality, Role.Name.FACILITATOR, Role.Name.LEADER):
        tell(
            person=person,
            municipality=municipality,
            kind="initiatives.sharing_asked",
            label=format_lazy(
                _("{home} asks you to take part in “{initiative}”."),
                home=initiative.municipality.name,
                initiative=initiative.title,
            ),
            text=sharing.message,
            path=reverse("initiatives:answer_sharing", args=[sharing.pk]),
        )
    return sharing


@transaction.atomic
def answer_sharing(
    *,
    sharing: Sharing,
    by: Person,
    accepted: bool,
    answer: str = "",
    areas: Iterable[Area] = (),
) -> Sharing:
    """Answer for the municipality that was asked, and say where in it the initiative is.

    Refuses with NotYoursToShare, SharedAnswerStands, SharedNoNeedsAReason or NotAPlaceHere.
    """
    sharing = _held(sharing)
    asked = sharing.municipality
    if not may_answer_for(by, asked):
        raise NotYoursToShare(municipality=asked.name)
    if not sharing.is_waiting:
        raise SharedAnswerStands
    if not accepted and not answer.strip():
        raise SharedNoNeedsAReason
    places = list(areas)
    if any(area.municipality_id != asked.pk for area in places):
        raise NotAPlaceHere(municipality=asked.name)

    sharing.accepted, sharing.answer = accepted, answer.strip()
    sharing.answered_at, sharing.answered_by = timezone.now(), by
    sharing.save()
    if accepted:
        sharing.areas.set(places)
    _happened("initiatives.sharing_answered", sharing, by)
    words = (
        _("{municipality} takes part in “{initiative}”.")
        if accepted
        else _("{municipality} does not take part in “{initiative}” now. You can read why.")
    )
    _tell_home(sharing, format_lazy(words, **_names(sharing)), text=sharing.answer, but=by)
    return sharing


@transaction.atomic
def end_sharing(*, sharing: Sharing, by: Person, reason: str) -> Sharing:
    """Take the question back, or stop taking part; from either end, with a reason.

    Refuses with NotYoursToShare, NotShared or SayWhy.
    """
    sharing = _held(sharing)
    if not may_end(by, sharing):
        raise NotYoursToShare(municipality=sharing.municipality.name)
    if not (sharing.is_waiting or sharing.is_taking_part):
        raise NotShared(municipality=sharing.municipality.name)
    if not reason.strip():
        raise SayWhy
    sharing.ended_at, sharing.ended_because = timezone.now(), reason.strip()
    sharing.save(update_fields=["ended_at", "ended_because"])
    _happened("initiatives.sharing_ended", sharing, by)
    words = _("{municipality} no longer takes part in “{initiative}”. You can read why.")
    _tell_home(sharing, format_lazy(words, **_names(sharing)), text=sharing.ended_because, but=by)
    return sharing


def _held(sharing: Sharing) -> Sharing:
    """Hold the initiative, so that two who answer come one after the other; then read anew."""
    initiative = locked(sharing.initiative)
    fresh: Sharing = Sharing.objects.select_related("municipality").get(pk=sharing.pk)
    fresh.initiative = initiative
    return fresh


def _happened(what: str, sharing: Sharing, by: Person) -> None:
    """Remember it at both ends, so that lists and pages made before are made anew."""
    initiative = sharing.initiative
    remember(what, by=by.pseudonym_key, about=sharing, within=initiative)
    remember(
        what,
        by=by.pseudonym_key,
        about=sharing,
        within=initiative,
        municipality_id=initiative.municipality_id,
    )
    touch(initiative.account)


def _names(sharing: Sharing) -> dict[str, str]:
    """What the sentences about it say."""
    return {"municipality": sharing.municipality.name, "initiative": sharing.initiative.title}


def _tell_home(sharing: Sharing, label: str | Promise, *, text: str, but: Person) -> None:
    """Tell those who carry the initiative, but whoever did it."""
    initiative = sharing.initiative
    for person in carriers_of(initiative):
        if person.pk != but.pk:
            tell(
                person=person,
                municipality=initiative.municipality,
                kind="initiatives.sharing",
                label=label,
                text=text,
                path=reverse("initiatives:across", args=[initiative.slug]),
            )
