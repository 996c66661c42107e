"""Asking to join, answering, looking after, and leaving."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from samskap.base.keyset import page_for
from samskap.base.rates import count
from samskap.organisations import actions, queries
from samskap.organisations.errors import NotYoursToLookAfter
from samskap.organisations.forms import AddMemberForm, JoinForm
from samskap.organisations.models import JoinRequest, Membership
from samskap.organisations.permissions import may_let_in, may_look_after
from samskap.organisations.views.organisations import organisation_or_404
from samskap.people.actions import account_for
from samskap.people.decorators import SignedInRequest, signed_in

MOST_REQUESTS = 50  # shown at once, the oldest first


@require_GET
@signed_in
def mine(request: SignedInRequest) -> HttpResponse:
    """List where the reader belongs, for whom they may speak, and what they asked."""
    today = timezone.localdate()
    memberships = list(queries.memberships_of(request.user, request.municipality))
    facts = {
        "memberships": [
            {"it": membership, "speaks": membership.speaks_on(today)} for membership in memberships
        ],
        "requests": list(queries.requests_by(request.user, request.municipality)),
    }
    return render(request, "organisations/mine.html", facts)


@signed_in
def join(request: SignedInRequest, slug: str) -> HttpResponse:
    """Ask to join an organisation."""
    organisation = organisation_or_404(request, slug)
    if request.method == "POST":
        count(request, "post")
    form = JoinForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        actions.ask_to_join(
            organisation=organisation, by=request.user, words=form.cleaned_data["words"]
        )
        messages.success(request, _("You have asked. You hear from us when you get an answer."))
        return redirect(organisation)
    return render(request, "organisations/join.html", {"form": form, "organisation": organisation})


@signed_in
def members(request: SignedInRequest, slug: str) -> HttpResponse:
    """List who belongs and who asks to, for those who look after the organisation."""
    organisation = organisation_or_404(request, slug)
    if request.method == "POST":
        count(request, "post")
    if not may_let_in(request.user, organisation):
        raise NotYoursToLookAfter(organisation=organisation)
    form = AddMemberForm(request.POST or None) if organisation.is_public else None
    if form and form.is_valid():
        email = form.cleaned_data["email"]
        with transaction.atomic():
            person = account_for(email=email)
            actions.add_member(organisation=organisation, person=person, by=request.user)
        messages.success(request, _("%(email)s was added.") % {"email": email})
        return redirect("organisations:members", slug=organisation.slug)
    today = timezone.localdate()
    page = page_for(request, queries.members_of(organisation), order=("pk",), size=50)
    facts = {
        "organisation": organisation,
        "form": form,
        "page": page,
        "members": [
            {
                "it": membership,
                "speaks": membership.speaks_on(today),
                "will_speak": membership.may_speak
                and membership.mandate_from is not None
                and membership.mandate_from > today,
            }
            for membership in page.items
        ],
        "requests": list(queries.requests_to(organisation)[:MOST_REQUESTS]),
        "may_look_after": may_look_after(request.user, organisation),
    }
    return render(request, "organisations/members.html", facts)


# ── Answering ────────────────────────────────────────────────────────────────


def _request_or_404(request: SignedInRequest, request_id: int) -> JoinRequest:
    """Find a request to join of this municipality."""
    count(request, "post")
    found: JoinRequest = get_object_or_404(
        JoinRequest.objects.of(request.municipality).select_related("organisation"), pk=request_id
    )
    return found


@require_POST
@signed_in
def accept(request: SignedInRequest, request_id: int) -> HttpResponse:
    """Let in someone who asked."""
    asked = _request_or_404(request, request_id)
    membership = actions.accept(request=asked, by=request.user)
    messages.success(
        request,
        _("%(person)s now belongs to %(organisation)s.")
        % {"person": membership.person, "organisation": membership.organisation},
    )
    return redirect("organisations:members", slug=asked.organisation.slug)


@require_POST
@signed_in
def decline(request: SignedInRequest, request_id: int) -> HttpResponse:
    """Say no to someone who asked."""
    asked = _request_or_404(request, request_id)
    actions.decline(request=asked, by=request.user)
    messages.success(request, _("You said no. The person is told."))
    return redirect("organisations:members", slug=asked.organisation.slug)


@require_POST
@signed_in
def take_back(request: SignedInRequest, request_id: int) -> HttpResponse:
    """Ask no longer."""
    asked = _request_or_404(request, request_id)
    actions.take_back_request(request=asked, by=request.user)
    messages.success(request, _("Your request is taken back."))
    return redirect(asked.organisation)


# ── Looking after, and leaving ───────────────────────────────────────────────


def membership_or_404(request: SignedInRequest, membership_id: int) -> Membership:
    """Find a membership of this municipality that has not ended."""
    here = Membership.objects.of(request.municipality).filter(ended_at=None)
    found: Membership = get_object_or_404(
        here.select_related("organisation__municipality", "person"), pk=membership_id
    )
    return found


@require_POST
@signed_in
def let_look_after(request: SignedInRequest, membership_id: int) -> HttpResponse:
    """Let a member look after the organisation, or no longer."""
    membership = membership_or_404(request, membership_id)
    count(request, "post")
    looks_after = request.POST.get("looks_after") != "no"
    actions.let_look_after(membership=membership, by=request.user, looks_after=looks_after)
    facts = {"person": membership.person, "organisation": membership.organisation}
    if looks_after:
        messages.success(request, _("%(person)s now looks after %(organisation)s.") % facts)
    else:
        messages.success(request, _("%(person)s no longer looks after %(organisation)s.") % facts)
    return _back(request, membership)


@require_POST
@signed_in
def end_membership(request: SignedInRequest, membership_id: int) -> HttpResponse:
    """End that somebody belongs, or leave oneself."""
    membership = membership_or_404(request, membership_id)
    count(request, "post")
    actions.end_membership(membership=membership, by=request.user)
    facts = {"person": membership.person, "organisation": membership.organisation}
    messages.success(request, _("%(person)s no longer belongs to %(organisation)s.") % facts)
    return _back(request, membership)


def _back(request: SignedInRequest, membership: Membership) -> HttpResponse:
    """Go back to the members, or to one’s own page where they are not one’s own to see."""
    if may_let_in(request.user, membership.organisation):
        return redirect("organisations:members", slug=membership.organisation.slug)
    return redirect("organisations:mine")
