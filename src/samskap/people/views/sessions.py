"""Where somebody is signed in, and signing out there."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from samskap.people import actions, queries
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.people.models import Session
from samskap.people.sessions import hashed


@never_cache
@signed_in
def sessions(request: SignedInRequest) -> HttpResponse:
    """List the browsers in which somebody is signed in."""
    here = hashed(request.session.session_key)
    page = {"open": queries.open_sessions(request.user, here=here)}
    return render(request, "people/sessions.html", page)


@signed_in
@require_POST
def end_session(request: SignedInRequest, key: str) -> HttpResponse:
    """Sign out in one of them."""
    session = get_object_or_404(Session, pk=key, person=request.user)
    actions.end_session(session=session, by=request.user)
    messages.success(request, _("You are signed out there."))
    if key == hashed(request.session.session_key):
        request.session.flush()
        return redirect("/")
    return redirect("people:sessions")


@signed_in
@require_POST
def end_others(request: SignedInRequest) -> HttpResponse:
    """Sign out everywhere but here."""
    here = hashed(request.session.session_key)
    ended = actions.end_sessions(of=request.user, by=request.user, but=here)
    said = ngettext(
        "You are signed out in %(n)d other browser.",
        "You are signed out in %(n)d other browsers.",
        ended,
    )
    messages.success(request, said % {"n": ended})
    return redirect("people:sessions")
