"""The pages of the call: open it, close it, register, write down for others."""

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samskap.base.modules import Panel
from samskap.base.rates import count
from samskap.base.text import plain
from samskap.committees.actions import calling
from samskap.committees.errors.committee import NotYoursToKeep
from samskap.committees.errors.team import CallIsClosed
from samskap.committees.forms.call import (
    CallForm,
    EnterForm,
    RegisterForm,
)
from samskap.committees.models import Call, Committee, Registration
from samskap.committees.permissions import (
    may_enter_for_others,
    may_keep,
    may_register,
    may_see_registrations,
)
from samskap.committees.queries.team import (
    call_of,
)
from samskap.committees.views.finding import ask, committee_at, kept_at
from samskap.design.asking import Asking, posted
from samskap.ledger.hands import MYSELF, hand, paper_hand
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.people.models import Person


@signed_in
def open_call(request: SignedInRequest, slug: str) -> HttpResponse:
    """Invite everybody to register."""
    committee = kept_at(request, slug)
    return ask(
        request,
        committee=committee,
        form=CallForm(posted(request)),
        asking=Asking(
            title=_("Invite people to the committee"),
            lead=_("Everybody can register: on the web, on paper or by telephone."),
            submit=_("Open the call"),
            thanks=_("The call is open. Tell people about it."),
        ),
        act=lambda told: calling.open_call(committee=committee, by=request.user, **told),
        to=committee.get_absolute_url(),
    )


@signed_in
@require_POST
def close_call(request: SignedInRequest, slug: str) -> HttpResponse:
    """Close the call that is open."""
    committee = committee_at(request, slug)
    call: Call = get_object_or_404(committee.calls, closed_at=None)
    count(request, "post")
    calling.close_call(call=call, by=request.user)
    messages.success(request, _("The call is closed."))
    return redirect("committees:registrations", slug)


def called_at(request: SignedInRequest, slug: str) -> Call:
    """The newest call of a committee; 404 where there is none."""
    committee = committee_at(request, slug)
    call = call_of(committee)
    if call is None:
        raise Http404
    call.committee, call.municipality = committee, committee.municipality
    return call


@signed_in
def register(request: SignedInRequest, slug: str) -> HttpResponse:
    """Register for oneself."""
    call = called_at(request, slug)
    if not may_register(request.user, call):
        raise CallIsClosed
    here, by = request.municipality, request.user
    now: dict[str, Any] = {"public_id": uuid4()}
    now |= {"birth_year": by.born_on.year if by.born_on else None}
    now |= {"area": None if by.has_protected_address else by.home_id}
    return ask(
        request,
        committee=call.committee,
        form=RegisterForm(posted(request), call=call, initial=now),
        asking=Asking(
            title=_("Register for “%(committee)s”") % {"committee": call.committee.title},
            lead=plain(call.text, 400),
            submit=_("I would like to take part"),
            thanks=_("You are registered. You hear from us when members are chosen."),
        ),
        act=lambda told: calling.register(
            call=call, hand=hand(key=MYSELF.key, by=by, municipality=here), **told
        ),
        to=call.committee.get_absolute_url(),
    )


@signed_in
def enter(request: SignedInRequest, slug: str) -> HttpResponse:
    """Write down a registration that came on paper or by telephone."""
    call = called_at(request, slug)
    if not may_enter_for_others(request.user, call.committee):
        raise NotYoursToKeep(committee=call.committee.title)

    def act(told: dict[str, Any]) -> Registration:
        who = {name: told.pop(name) for name in ("name", "reach", "channel")}
        giver = paper_hand(by=request.user, municipality=request.municipality, **who)
        return calling.register(call=call, hand=giver, **told)

    return ask(
        request,
        committee=call.committee,
        form=EnterForm(posted(request), call=call, initial={"public_id": uuid4()}),
        asking=Asking(
            title=_("Write down a registration"),
            lead=_("For somebody who registered on paper, by telephone or at a meeting."),
            submit=_("Write it down"),
            thanks=_("It is written down, and counts like any other."),
        ),
        act=act,
        to=call.committee.get_absolute_url(),
    )


def call_part(request: MunicipalityRequest, committee: Committee) -> Panel | None:
    """The call on the page of its committee, and one’s own registration."""
    call = call_of(committee)
    keeps = may_keep(request.user, committee)
    if call is None and not (keeps and committee.is_living):
        return None
    mine = None
    if isinstance(request.user, Person) and call is not None:
        mine = call.registrations.filter(giver__person=request.user, withdrawn_at=None).first()
    sees = call is not None and may_see_registrations(request.user, committee)
    is_open = call is not None and call.is_open
    if not (is_open or mine or keeps or sees):
        return None
    facts = {
        "call": call,
        "is_open": is_open,
        "mine": mine,
        "keeps": keeps,
        "sees": sees,
        "may_call": keeps and committee.is_living and (call is None or call.closed_at is not None),
        "may_enter": call is not None
        and call.closed_at is None
        and may_enter_for_others(request.user, committee),
        "registered": call.registrations.filter(withdrawn_at=None).count()
        if sees and call is not None
        else None,
    }
    return Panel(template="committees/parts/call.html", facts=facts, order=5)
