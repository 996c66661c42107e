"""What committees hold about one person, for whom they wait, and how long they keep it."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from samskap.base.personal import IN_OFFICE, OF_ANOTHER, Held, Keeping
from samskap.committees.models import Choice, Committee, Declaration, Member, Registration
from samskap.committees.personal_answer import held as held_of_the_answer
from samskap.committees.personal_work import held as held_of_the_work

held = (
    Held(
        model="committees.Committee",
        title=_("Committees you facilitate, keep the minutes of, or proposed"),
        by=("facilitator", "secretary", "proposed_by"),
        shows=("municipality", "title", "state", "proposed_at"),
    ),
    Held(
        model="committees.Step",
        title=_("Steps you took with a committee"),
        by=("by",),
        shows=("municipality", "committee", "before", "after", "reason", "at"),
        stays={"reason": IN_OFFICE},
    ),
    Held(
        model="committees.Charter",
        title=_("Charters you wrote, or wrote the adoption of"),
        by=("by", "adopted_by"),
        shows=("municipality", "committee", "version", "at", "adopted_on"),
    ),
    Held(
        model="committees.CharterReading",
        title=_("Charters you have read"),
        by=("by", "member__person"),
        shows=("municipality", "charter", "at"),
        reads=("charter__committee",),
    ),
    Held(
        model="committees.Member",
        title=_("Committees you sit in, or have sat in"),
        by=("person", "giver__person"),
        shows=(
            *("municipality", "committee", "role", "is_chair", "is_substitute", "way"),
            *("chosen_because", "perspectives", "sex", "birth_year", "area", "since", "until"),
            "left_because",
        ),
    ),
    Held(
        model="committees.Member",
        title=_("Members you wrote down"),
        by=("chosen_by",),
        shows=("municipality", "committee", "role", "since"),
    ),
    Held(
        model="committees.Declaration",
        title=_("What you declared before you were appointed"),
        by=("giver__person",),
        shows=("municipality", "committee", "is_open", "interests", "at"),
    ),
    Held(
        model="committees.Declaration",
        title=_("Declarations you wrote down for others"),
        by=("by",),
        shows=("municipality", "committee", "at"),
    ),
    Held(
        model="committees.Call",
        title=_("Calls you opened"),
        by=("opened_by",),
        shows=("municipality", "committee", "text", "opened_at", "closes_on"),
    ),
    Held(
        model="committees.Registration",
        title=_("Committees you registered for"),
        by=("giver__person",),
        shows=(
            *("municipality", "committee", "role", "words", "answers", "perspectives", "sex"),
            *("birth_year", "area", "suits", "assessment", "registered_at", "withdrawn_at"),
        ),
    ),
    Held(
        model="committees.Registration",
        title=_("Registrations you wrote down or assessed"),
        by=("entered_by", "assessed_by"),
        shows=("municipality", "committee", "registered_at"),
    ),
    Held(
        model="committees.Choice",
        title=_("What was chosen about you, and why"),
        by=("registration__giver__person",),
        shows=("municipality", "outcome", "seat", "way", "reason", "at"),
    ),
    Held(
        model="committees.Choice",
        title=_("Choices you wrote down"),
        by=("by",),
        shows=("municipality", "outcome", "way", "at"),
        leaves_out={"registration": OF_ANOTHER},
    ),
    *held_of_the_work,
    *held_of_the_answer,
)


TOLD: dict[str, object] = {
    "words": "",
    "answers": [],
    "perspectives": [],
    "sex": "",
    "birth_year": None,
    "area": None,
    "assessment": "",
}
"""What somebody told of themselves when they registered, as it is when it is blanked."""


def awaited(keys: Collection[int]) -> set[int]:
    """Of some people those who sit in a committee that is not over, or help it."""
    sitting = Member.objects.filter(person__in=keys, until=None)
    living = sitting.filter(committee__in=Committee.objects.living())
    found = set(living.order_by().values_list("person", flat=True))
    for way in ("facilitator", "secretary"):
        helping = Committee.objects.living().filter(**{f"{way}__in": keys})
        found |= set(helping.order_by().values_list(way, flat=True))
    return found


def still_there(giver: str, committee: str) -> Exists:
    """Whether somebody sits in the committee, or stands ready to."""
    there = Member.objects.filter(giver=OuterRef(giver), committee=OuterRef(committee), until=None)
    return Exists(there)


def registrations_of_others(before: datetime) -> QuerySet[Registration]:
    """What those told who are not in the committee, in calls that closed before a moment."""
    empty = Q(**TOLD)
    closed = Registration.objects.filter(call__closed_at__lt=before).exclude(empty)
    return closed.exclude(still_there("giver", "committee"))


def declarations_of_others(before: datetime) -> QuerySet[Declaration]:
    """What binds those who are not in the committee, declared before a moment."""
    told = Declaration.objects.filter(at__lt=before).exclude(interests="")
    return told.exclude(still_there("giver", "committee"))


def old_reasons(before: datetime) -> QuerySet[Choice]:
    """Reasons of choices from before a moment."""
    return Choice.objects.filter(at__lt=before).exclude(reason="")


keeps = (
    Keeping(
        key="committees.registrations",
        title=_("What those told who registered for a committee and are not in it"),
        why=_("A seat may become free while the committee is at work."),
        days=365,
        least=30,
        most=730,
        rows=registrations_of_others,
        blanks=TOLD,
    ),
    Keeping(
        key="committees.interests",
        title=_("What binds those who are not in a committee any more"),
        why=_("To be able to show that nobody was bound who took part."),
        days=365,
        least=30,
        most=1460,
        rows=declarations_of_others,
        blanks={"interests": ""},
    ),
    Keeping(
        key="committees.reasons",
        title=_("Why somebody was chosen for a committee, or not"),
        why=_("The elected body answers for its choices as long as it sits."),
        days=1460,
        least=365,
        most=3650,
        rows=old_reasons,
        blanks={"reason": ""},
    ),
)
