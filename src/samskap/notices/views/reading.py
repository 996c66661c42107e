"""Reading what one has been told."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samskap.base.keyset import page_for
from samskap.notices import actions, queries
from samskap.people.decorators import SignedInRequest, own_path, signed_in


@signed_in
def list_notices(request: SignedInRequest) -> HttpResponse:
    """List what one has been told, newest first."""
    told = queries.notices_of(request.user, request.municipality)
    page = page_for(request, told, order=("-pk",), size=20)
    return render(request, "notices/list.html", {"page": page})


@require_safe  # a link, so that it opens like one; all that it changes is that this is read
@signed_in
def open_notice(request: SignedInRequest, notice_id: int) -> HttpResponse:
    """Mark a notice as read, and go to what it is about."""
    mine = queries.notices_of(request.user, request.municipality)
    notice = get_object_or_404(mine, pk=notice_id)
    actions.mark_read(by=request.user, municipality=request.municipality, notice=notice)
    return redirect(own_path(request, notice.path))


@signed_in
@require_POST
def read_all(request: SignedInRequest) -> HttpResponse:
    """Mark every notice as read."""
    actions.mark_read(by=request.user, municipality=request.municipality)
    messages.success(request, _("All notices are marked as read."))
    return redirect("notices:list")
