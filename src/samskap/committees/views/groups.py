"""The pages of working groups, of meetings with others, and of what is written together."""

from uuid import uuid4

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samskap.committees.actions import groups as actions
from samskap.committees.errors.work import NotYoursToWork
from samskap.committees.forms.groups import (
    AlongForm,
    DialogueForm,
    EndForm,
    GroupForm,
    MaterialForm,
)
from samskap.committees.models import Committee, Group, Member
from samskap.committees.permissions import may_work
from samskap.committees.queries.hours import meetings_to_write
from samskap.committees.queries.trying import groups_in
from samskap.committees.views.finding import ask
from samskap.committees.views.recommendations import worked_at
from samskap.design.asking import Asking, posted
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.decorators import SignedInRequest, signed_in


def seats_of(committee: Committee) -> QuerySet[Member]:
    """Those who sit in a committee, with their names."""
    return committee.members.sitting().select_related("person", "giver").order_by("role", "pk")


def group_at(request: MunicipalityRequest, pk: int) -> Group:
    """The group that an address names; 404 where there is none here."""
    found: Group = get_object_or_404(groups_in(request.municipality), pk=pk)
    return found


def run_at(request: SignedInRequest, pk: int) -> Group:
    """A group of a committee in which the reader works. Refuses with NotYoursToWork."""
    found = group_at(request, pk)
    if not may_work(request.user, found.committee):
        raise NotYoursToWork(committee=found.committee.title)
    return found


def group_page(request: MunicipalityRequest, pk: int) -> HttpResponse:
    """Show what a group works out, and who is in it; of others only how many they are."""
    found = group_at(request, pk)
    works = may_work(request.user, found.committee)
    places = found.places.filter(until=None).select_related(
        "giver__person", "member__person", "member__giver"
    )
    form = AlongForm(posted(request)) if works and found.ended_at is None else None
    if request.method == "POST" and form is not None and form.is_valid():
        actions.invite_along(group=found, by=request.user, **form.cleaned_data)  # type: ignore[arg-type]
        return redirect(found)
    if request.method == "POST" and form is None:
        raise NotYoursToWork(committee=found.committee.title)
    shown = list(places)
    facts = {
        "group": found,
        "committee": found.committee,
        "members": [one.member for one in shown if one.member is not None],
        "others": [one for one in shown if one.member is None],
        "works": works,
        "form": form,
        "dialogues": found.dialogues.select_related("event").order_by("event__starts_at"),
        "material": found.material.select_related("idea").order_by("-pk"),
    }
    return render(request, "committees/work/group.html", facts)


@signed_in
def make(request: SignedInRequest, slug: str) -> HttpResponse:
    """Make a working group."""
    committee = worked_at(request, slug)
    return ask(
        request,
        committee=committee,
        form=GroupForm(posted(request), seats=seats_of(committee), initial={"public_id": uuid4()}),
        asking=Asking(
            title=_("Make a working group"),
            lead=_("Some of you work out one part, and invite others who know about it."),
            submit=_("Make the group"),
            thanks=_("The group is there. Now invite others along on its page."),
        ),
        act=lambda told: actions.make_group(committee=committee, by=request.user, **told),
        to=reverse("committees:work", args=[slug]),
    )


@signed_in
def end(request: SignedInRequest, pk: int) -> HttpResponse:
    """End a group, and say what came out of it."""
    found = run_at(request, pk)
    return ask(
        request,
        committee=found.committee,
        form=EndForm(posted(request)),
        asking=Asking(
            title=_("End “%(group)s”") % {"group": found.name},
            submit=_("End the group"),
            thanks=_("The group has ended. Thank those who worked along."),
        ),
        act=lambda told: actions.end_group(group=found, by=request.user, **told),
        to=found.get_absolute_url(),
    )


@signed_in
def dialogue(request: SignedInRequest, slug: str) -> HttpResponse:
    """Say whom the committee invited to one of its meetings, and how many came."""
    committee = worked_at(request, slug)
    return ask(
        request,
        committee=committee,
        form=DialogueForm(
            posted(request),
            events=meetings_to_write(committee),
            groups=Group.objects.filter(committee=committee),
        ),
        asking=Asking(
            title=_("A meeting with others"),
            lead=_("A world café, a visit, a dialogue meeting: whom did you invite?"),
            submit=_("Write it down"),
            thanks=_("It is written down."),
        ),
        act=lambda told: actions.write_down_dialogue(committee=committee, by=request.user, **told),
        to=reverse("committees:work", args=[slug]),
    )


@signed_in
def material(request: SignedInRequest, slug: str) -> HttpResponse:
    """Give the initiative what members wrote together."""
    committee = worked_at(request, slug)
    return ask(
        request,
        committee=committee,
        form=MaterialForm(
            posted(request),
            seats=seats_of(committee),
            groups=Group.objects.filter(committee=committee),
        ),
        asking=Asking(
            title=_("What you wrote together"),
            lead=_("Knowledge or a draft. Everybody can read it, and see what becomes of it."),
            submit=_("Give it"),
            thanks=_("Thank you! Everybody can read it, and talk about it."),
        ),
        act=lambda told: actions.write_material(
            committee=committee,
            by=request.user,
            language=get_language() or committee.language,
            **told,
        ),
        to=reverse("committees:work", args=[slug]),
    )
