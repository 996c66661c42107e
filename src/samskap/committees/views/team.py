"""The pages of the team: who sits there and against which seats; put in, declare, leave."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samskap.base.modules import Panel
from samskap.base.rates import count
from samskap.base.seen import seen
from samskap.committees.actions import choosing
from samskap.committees.actions.declaring import declare
from samskap.committees.errors.committee import NotYoursToKeep
from samskap.committees.errors.team import NotYoursToEnd, OnlyMembersConfirm
from samskap.committees.forms.team import DeclareForm, ElectForm, LeaveForm, TakeOverForm
from samskap.committees.models import Committee, Declaration, Member
from samskap.committees.models.team import Role
from samskap.committees.permissions import is_member, may_keep, may_take_steps
from samskap.committees.queries.charter import charter_in_force
from samskap.committees.queries.composition import composition_of
from samskap.committees.queries.team import declared_givers, members_of
from samskap.committees.views.finding import ask, committee_at, member_at
from samskap.design.asking import Asking, posted
from samskap.ledger.hands import giver_for
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.people.models import Person


def team_facts(request: MunicipalityRequest, committee: Committee) -> dict[str, Any]:
    """The members by role, as the reader may see them."""
    members = members_of(committee)
    sitting = [one for one in members if one.until is None and not one.is_substitute]
    by_role = [
        {"title": title, "members": [one for one in sitting if one.role == role]}
        for role, title in (
            (Role.RESIDENT, _("Residents")),
            (Role.POLITICIAN, _("Elected representatives")),
            (Role.PROFESSIONAL, _("Professionals")),
        )
    ]
    reader = request.user.pk if isinstance(request.user, Person) else 0
    return {
        "members": members,
        "by_role": [each for each in by_role if each["members"]],
        "substitutes": [one for one in members if one.until is None and one.is_substitute],
        "left": [one for one in members if one.until is not None],
        "mine": next((one for one in members if one.person_id == reader and not one.until), None),
        "keeps": may_keep(request.user, committee),
        "seats_people": may_take_steps(request.user, committee),
    }


def team_part(request: MunicipalityRequest, committee: Committee) -> Panel:
    """Who sits there, on the page of the committee."""
    facts = team_facts(request, committee)
    composition = composition_of(committee, facts["members"])
    facts["missing"] = composition.missing if facts["by_role"] else []
    facts["seats"] = len(composition.seats)
    return Panel(template="committees/parts/team.html", facts=facts, order=20)


@require_safe
def show_team(request: MunicipalityRequest, slug: str) -> HttpResponse:
    """Show the members against the seats and profiles of the charter."""
    committee = committee_at(request, slug)
    facts = team_facts(request, committee)
    charter = charter_in_force(committee)
    reads = is_member(request.user, committee) or may_keep(request.user, committee)
    declared = declared_givers(committee)
    if reads:
        seen(request, "committees.interests")
    facts |= {
        "committee": committee,
        "composition": composition_of(committee, facts["members"]),
        "balances": charter.balances_sexes if charter else False,
        "sees_all": reads,
        "undeclared": [
            one for one in facts["members"] if not one.until and one.giver_id not in declared
        ],
        "interests": interests_of(committee, facts["members"]) if reads else [],
    }
    return render(request, "committees/team.html", facts)


def interests_of(committee: Committee, members: list[Member]) -> list[dict[str, Any]]:
    """What each member who sits there has declared last, for those in the room."""
    told: dict[int, Declaration] = {}
    for declaration in committee.declarations.order_by("at", "pk"):
        told[declaration.giver_id] = declaration
    return [
        {"name": one.shown_name, "declaration": told[one.giver_id]}
        for one in members
        if one.until is None and one.giver_id in told
    ]


@signed_in
def elect(request: SignedInRequest, slug: str) -> HttpResponse:
    """Write down whom the elected body has put in the committee."""
    committee = committee_at(request, slug)
    if not may_take_steps(request.user, committee):
        raise NotYoursToKeep(committee=committee.title)
    return ask(
        request,
        committee=committee,
        form=ElectForm(posted(request), committee=committee),
        asking=Asking(
            title=_("Put somebody in the committee"),
            lead=_("Elected representatives and professionals. Residents register in the call."),
            submit=_("Put them in"),
            thanks=_("They are in the committee, and asked to declare what binds them."),
        ),
        act=lambda told: choosing.elect(committee=committee, by=request.user, **told),
        to=reverse("committees:team", args=[slug]),
    )


@signed_in
def declare_mine(request: SignedInRequest, slug: str) -> HttpResponse:
    """Declare what binds one, and that one is not locked to a solution."""
    committee = committee_at(request, slug)
    by = request.user
    giver = giver_for(by, request.municipality)
    is_in = committee.members.filter(person=by, until=None).exists()
    if not is_in and not committee.registrations.filter(giver=giver).exists():
        raise OnlyMembersConfirm
    last = committee.declarations.filter(giver=giver).first()
    now = {"is_open": last.is_open, "interests": last.interests} if last else {}
    return ask(
        request,
        committee=committee,
        form=DeclareForm(posted(request), initial=now),
        asking=Asking(
            title=_("Declare what binds you"),
            lead=_("Everybody says where they stand before we begin. A stake is no shame."),
            submit=_("Declare it"),
            thanks=_("Thank you. It is declared."),
        ),
        act=lambda told: declare(committee=committee, giver=giver, by=by, **told),
        to=committee.get_absolute_url(),
    )


@signed_in
def declare_for(request: SignedInRequest, pk: int) -> HttpResponse:
    """Write down what a member without an account declares."""
    member = member_at(request, pk)
    committee = member.committee
    if not may_keep(request.user, committee):
        raise NotYoursToKeep(committee=committee.title)
    return ask(
        request,
        committee=committee,
        form=DeclareForm(posted(request)),
        asking=Asking(
            title=_("What %(member)s declares") % {"member": member.shown_name},
            lead=_("In their own words, as they told you."),
            submit=_("Write it down"),
            thanks=_("It is written down."),
        ),
        act=lambda told: declare(committee=committee, giver=member.giver, by=request.user, **told),
        to=reverse("committees:team", args=[committee.slug]),
    )


@signed_in
def leave(request: SignedInRequest, pk: int) -> HttpResponse:
    """Leave the committee, or write down that a member has left."""
    member = member_at(request, pk)
    committee, by = member.committee, request.user
    if member.person_id != by.pk and not may_keep(by, committee):
        raise NotYoursToEnd
    return ask(
        request,
        committee=committee,
        form=LeaveForm(posted(request)),
        asking=Asking(
            title=_("%(member)s leaves the committee") % {"member": member.shown_name},
            lead=_("That they sat there stays on record, and a substitute can take over."),
            submit=_("Leave the committee"),
            thanks=_("It is written down. Thank you for the time in the committee."),
        ),
        act=lambda told: choosing.leave(member=member, by=by, **told),
        to=reverse("committees:team", args=[committee.slug]),
    )


@signed_in
def take_over(request: SignedInRequest, pk: int) -> HttpResponse:
    """Let a substitute take over a seat."""
    member = member_at(request, pk)
    committee = member.committee
    if not may_take_steps(request.user, committee):
        raise NotYoursToKeep(committee=committee.title)
    return ask(
        request,
        committee=committee,
        form=TakeOverForm(posted(request), committee=committee),
        asking=Asking(
            title=_("%(member)s takes over a seat") % {"member": member.shown_name},
            submit=_("Let them take over"),
            thanks=_("They are a member now, and hear of it."),
        ),
        act=lambda told: choosing.take_over(substitute=member, by=request.user, **told),
        to=reverse("committees:team", args=[committee.slug]),
    )


@signed_in
@require_POST
def let_lead(request: SignedInRequest, pk: int) -> HttpResponse:
    """Let a member lead the meetings."""
    member = member_at(request, pk)
    count(request, "post")
    choosing.let_lead(member=member, by=request.user)
    messages.success(request, _("They lead the meetings now."))
    return redirect("committees:team", member.committee.slug)
