"""The pages of those who registered: who they are, how they suit, and what is chosen."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from samskap.base.keyset import page_for
from samskap.base.rates import count
from samskap.base.seen import seen
from samskap.committees.actions import by_lot, calling, choosing
from samskap.committees.errors.committee import NotYoursToKeep
from samskap.committees.forms.call import (
    AssessForm,
    ChooseForm,
)
from samskap.committees.models import Registration
from samskap.committees.models.team import Way
from samskap.committees.permissions import (
    may_choose,
    may_keep,
    may_see_registrations,
    may_withdraw,
)
from samskap.committees.queries.by_lot import lot_of
from samskap.committees.queries.composition import composition_of
from samskap.committees.queries.team import (
    call_of,
    declared_givers,
    members_of,
    registrations_of,
)
from samskap.committees.views.call import called_at
from samskap.committees.views.finding import ask, committee_at
from samskap.design.asking import Asking, posted
from samskap.people.decorators import SignedInRequest, signed_in


@signed_in
@require_safe
def show_registrations(request: SignedInRequest, slug: str) -> HttpResponse:
    """Show who registered, against the seats; for those who keep the committee and who choose."""
    committee = committee_at(request, slug)
    if not may_see_registrations(request.user, committee):
        raise NotYoursToKeep(committee=committee.title)
    page = page_for(request, registrations_of(committee), order=("registered_at", "pk"), size=50)
    if page.items:
        seen(request, "committees.registrations")
    declared = declared_givers(committee)
    call = call_of(committee)
    facts = {
        "committee": committee,
        "call": call,
        "page": page,
        "rows": [row_of(each, declared) for each in page.items],
        "composition": composition_of(committee, members_of(committee)),
        "keeps": may_keep(request.user, committee),
        "is_by_lot": call is not None and call.way == Way.LOT,
        "lot": lot_of(call) if call is not None else None,
    }
    return render(request, "committees/registrations.html", facts)


@signed_in
@require_POST
def draw(request: SignedInRequest, slug: str) -> HttpResponse:
    """Start the lot among those who registered, or seat those whom it has drawn."""
    call = called_at(request, slug)
    count(request, "post")
    if lot_of(call) is None:
        return redirect(by_lot.start(call=call, by=request.user))
    seated = by_lot.seat_drawn(call=call, by=request.user)
    messages.success(
        request,
        ngettext(
            "%(count)s member is seated by lot.", "%(count)s members are seated by lot.", seated
        )
        % {"count": seated},
    )
    return redirect("committees:registrations", slug)


def row_of(registration: Registration, declared: set[int]) -> dict[str, Any]:
    """A registration as those who choose see it."""
    giver = registration.giver
    choices = list(registration.choices.all())
    return {
        "registration": registration,
        "name": giver.person.shown_name if giver.person else giver.name or _("A former resident"),
        "has_declared": registration.giver_id in declared,
        "choices": choices,
        "outcome": choices[0].get_outcome_display() if choices else "",
        "asked": list(zip(registration.call.questions, registration.answers, strict=False)),
    }


def registration_at(request: SignedInRequest, pk: int) -> Registration:
    """The registration that an address names; 404 for whoever may not know of it."""
    found = Registration.objects.of(request.municipality).select_related(
        "giver__person",
        "call",
        "suits",
        "area",
        "committee__municipality",
        "committee__body",
        "committee__initiative__account",
    )
    registration: Registration = get_object_or_404(found, pk=pk)
    registration.call.committee = registration.committee
    is_own = registration.giver.person_id == request.user.pk
    if not is_own and not may_see_registrations(request.user, registration.committee):
        raise Http404
    return registration


@signed_in
@require_safe
def show_registration(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show one registration to whoever gave it, to those who keep the committee and who choose."""
    registration = registration_at(request, pk)
    committee = registration.committee
    is_own = registration.giver.person_id == request.user.pk
    if not is_own:
        seen(request, "committees.registrations", about=registration.giver.person)
    declared = committee.declarations.filter(giver=registration.giver).first()
    is_waiting = registration.withdrawn_at is None
    facts = {
        "committee": committee,
        "row": row_of(registration, declared_givers(committee)),
        "declaration": declared,
        "assess_form": AssessForm(registration=registration)
        if is_waiting and may_keep(request.user, committee)
        else None,
        "choose_form": ChooseForm(registration=registration)
        if is_waiting and may_choose(request.user, registration.call)
        else None,
        "may_withdraw": may_withdraw(request.user, registration),
        "sees_all": may_see_registrations(request.user, committee),
    }
    return render(request, "committees/registration.html", facts)


@signed_in
def assess(request: SignedInRequest, pk: int) -> HttpResponse:
    """Write down how somebody suits a seat."""
    registration = registration_at(request, pk)
    if not may_keep(request.user, registration.committee):
        raise NotYoursToKeep(committee=registration.committee.title)
    return ask(
        request,
        committee=registration.committee,
        form=AssessForm(posted(request), registration=registration),
        asking=Asking(
            title=_("How they suit a seat"), submit=_("Write it down"), thanks=_("It is saved.")
        ),
        act=lambda told: calling.assess(registration=registration, by=request.user, **told),
        to=reverse("committees:registration", args=[pk]),
    )


@signed_in
def choose(request: SignedInRequest, pk: int) -> HttpResponse:
    """Choose about one registration."""
    registration = registration_at(request, pk)
    if not may_choose(request.user, registration.call):
        raise NotYoursToKeep(committee=registration.committee.title)
    return ask(
        request,
        committee=registration.committee,
        form=ChooseForm(posted(request), registration=registration),
        asking=Asking(
            title=_("Choose"),
            submit=_("Put the choice on record"),
            thanks=_("The choice is on record, and the person hears of it."),
        ),
        act=lambda told: choosing.choose(registration=registration, by=request.user, **told),
        to=reverse("committees:registration", args=[pk]),
    )


@signed_in
@require_POST
def withdraw(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take a registration back."""
    registration = registration_at(request, pk)
    count(request, "post")
    calling.withdraw(registration=registration, by=request.user)
    messages.success(request, _("The registration is taken back."))
    return redirect(registration.committee)
