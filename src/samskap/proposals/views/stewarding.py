"""Looking after signatures: lists on paper, checking, scans."""

from mimetypes import guess_type
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from samskap.base.keyset import page_for
from samskap.base.limits import keys_in
from samskap.base.rates import count
from samskap.base.seen import seen
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.proposals import cards
from samskap.proposals.actions import on_paper
from samskap.proposals.errors import NotYoursToSteward
from samskap.proposals.forms.on_paper import CheckForm, ListForm
from samskap.proposals.models import PaperList, Proposal
from samskap.proposals.permissions import may_steward
from samskap.proposals.queries.counting import count_of
from samskap.proposals.queries.proposals import to_check
from samskap.proposals.queries.rules import rules_of
from samskap.proposals.views.finding import stewarded_proposal


@signed_in
def signatures(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show who signed, and take what is said of those who were chosen."""
    found = stewarded_proposal(request, pk)
    form = CheckForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        chosen = keys_in(request.POST.getlist("chosen"))
        many = say_of(found, chosen, form.cleaned_data["says"], request)
        words = ngettext("%(count)s signature.", "%(count)s signatures.", many)
        messages.success(request, _("Saved.") + " " + words % {"count": many})
        return redirect("proposals:signatures", found.pk)
    page = page_for(request, to_check(found), order=("turn", "pk"), size=50)
    if page.items:
        seen(request, "proposals.signatures")
    facts = {
        "proposal": found,
        "page": page,
        "form": form,
        "validity": cards.validity_chart(count_of(found)),
        "may_check": found.is_open,
    }
    return render(request, "proposals/signatures.html", facts)


def say_of(proposal: Proposal, chosen: list[int], says: str, request: SignedInRequest) -> int:
    """Do what was chosen with some signatures; say how many there were."""
    plain: dict[str, Any] = {"proposal": proposal, "keys": chosen, "by": request.user}
    if says == CheckForm.DEATH:
        return on_paper.flag_death(**plain)
    if says == CheckForm.TAKE_OFF:
        return on_paper.take_off(**plain)
    return on_paper.check(validity=says, **plain)


@signed_in
def lists(request: SignedInRequest, pk: int) -> HttpResponse:
    """Register a list on paper, and see those that are registered."""
    found = stewarded_proposal(request, pk)
    form = ListForm(request.POST or None, request.FILES or None, proposal=found)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        said = form.cleaned_data
        registered = on_paper.register_list(
            proposal=found,
            name=said["name"],
            lines=said["read"],
            keep_until=said["keep_until"],
            scan=said["scan"],
            is_checked=said["is_checked"],
            by=request.user,
        )
        many = len(said["read"])
        words = ngettext("%(count)s line is kept.", "%(count)s lines are kept.", many)
        messages.success(request, f"“{registered.name}”: " + words % {"count": many})
        return redirect("proposals:lists", found.pk)
    facts = {
        "proposal": found,
        "form": form,
        "lists": found.lists.all(),
        "takes_paper": rules_of(found.municipality).scheme.takes_paper and found.is_open,
    }
    return render(request, "proposals/lists.html", facts)


@signed_in
@require_safe
def scan(request: SignedInRequest, pk: int) -> HttpResponse:
    """Hand the scan of a list to those who look after signatures; it is written down who looked."""
    if not may_steward(request.user, request.municipality):
        raise NotYoursToSteward
    found = get_object_or_404(PaperList.objects.of(request.municipality), pk=pk)
    if not found.scan or not found.scan.storage.exists(found.scan.name):
        raise Http404
    seen(request, "proposals.scan")
    kind, name = guess_type(found.scan.name)[0], found.scan.name.rsplit("/", 1)[-1]
    with found.scan.open() as file:
        answer = HttpResponse(file.read(), content_type=kind or "application/octet-stream")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
