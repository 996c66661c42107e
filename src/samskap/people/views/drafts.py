"""What somebody wrote before signing in: looked over, published with one press, or thrown away."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from samskap.people import actions, queries
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.people.drafts import FIELD


@never_cache
@signed_in
@require_safe
def drafts(request: SignedInRequest) -> HttpResponse:
    """List what waits to be published."""
    mine = queries.drafts_of(request.user, request.municipality)
    return render(request, "people/drafts.html", {"drafts": list(mine)})


@never_cache
@signed_in
@require_safe
def draft(request: SignedInRequest, key: UUID) -> HttpResponse:
    """Show one as its writer wrote it, with a form that sends it where it was meant to go."""
    mine = queries.drafts_of(request.user, request.municipality)
    one = get_object_or_404(mine, key=key)
    return render(request, "people/draft.html", {"draft": one, "field": FIELD})


@signed_in
@require_POST
def throw_away(request: SignedInRequest, key: UUID) -> HttpResponse:
    """Throw one away."""
    mine = queries.drafts_of(request.user, request.municipality)
    actions.throw_away(draft=get_object_or_404(mine, key=key), by=request.user)
    messages.success(request, _("It is thrown away."))
    return redirect("people:me")
