"""Choosing how one hears: signed in, or by the link in a letter."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from samskap.notices import actions, queries, sms, unsubscribing
from samskap.notices.forms import LimitsForm
from samskap.notices.models import Limits
from samskap.people.decorators import SignedInRequest, signed_in


@signed_in
def limits(request: SignedInRequest) -> HttpResponse:
    """Choose when e-mail is sent, how many at most, and how one hears of each subject."""
    chosen = queries.limits_of(request.user)
    form = LimitsForm(request.POST or None, instance=chosen, ways=queries.ways_of(request.user))
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data
        actions.choose_limits(
            by=request.user, mail=words["mail"], mails_a_week=words["mails_a_week"]
        )
        actions.choose_wishes(by=request.user, ways=form.ways())
        messages.success(request, _("Your choice is saved."))
        return redirect("notices:list")
    facts = {"form": form, "limits": chosen, "has_sms": sms.is_set_up()}
    return render(request, "notices/limits.html", facts)


@csrf_exempt  # a mail program presses this button (RFC 8058); the signed token is the permission
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """End all e-mail to whoever got the link, or all but one a week, without signing in."""
    is_weekly = request.POST.get("instead") == Limits.Mail.WEEKLY
    if request.method == "POST":
        actions.unsubscribe(
            token=token, mail=Limits.Mail.WEEKLY if is_weekly else Limits.Mail.NEVER
        )
    else:
        unsubscribing.person_of(token)
    facts = {"is_done": request.method == "POST", "is_weekly": is_weekly}
    return render(request, "notices/unsubscribe.html", facts)
