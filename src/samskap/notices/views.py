"""The pages of notices."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from samskap.base.keyset import page_for
from samskap.notices import actions, queries, unsubscribing
from samskap.notices.forms import LimitsForm
from samskap.people.decorators import SignedInRequest, own_path, signed_in


@signed_in
def list_notices(request: SignedInRequest) -> HttpResponse:
    """List what one has been told, newest first."""
    told = queries.notices_of(request.user, request.municipality)
    page = page_for(request, told, order=("-pk",), size=20)
    return render(request, "notices/list.html", {"page": page})


@signed_in
@require_POST
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


@signed_in
def limits(request: SignedInRequest) -> HttpResponse:
    """Choose when e-mail is sent, and how many at most."""
    form = LimitsForm(request.POST or None, instance=queries.limits_of(request.user))
    if request.method == "POST" and form.is_valid():
        actions.choose_limits(by=request.user, **form.cleaned_data)
        messages.success(request, _("Your limits are saved."))
        return redirect("notices:list")
    return render(request, "notices/limits.html", {"form": form})


@csrf_exempt  # a mail program presses this button (RFC 8058); the signed token is the permission
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """End all e-mail to whoever got the link, without signing in."""
    if request.method == "POST":
        actions.unsubscribe(token=token)
    else:
        unsubscribing.person_of(token)
    return render(request, "notices/unsubscribe.html", {"is_done": request.method == "POST"})
