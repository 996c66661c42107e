"""Administrators’ page: the rules of proposals here."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from samskap.base.rates import count
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.proposals import cards
from samskap.proposals.actions.rules import set_rules
from samskap.proposals.errors import NotYoursToSetUp
from samskap.proposals.forms.rules import RulesForm
from samskap.proposals.models import Proposal
from samskap.proposals.permissions import may_set_rules
from samskap.proposals.queries.rules import council_of, rules_of, threshold_of


@signed_in
def settings(request: SignedInRequest) -> HttpResponse:
    """Choose how many must sign, in which time, and when the election period ends."""
    here = request.municipality
    if not may_set_rules(request.user, here):
        raise NotYoursToSetUp
    rules = rules_of(here)
    form = RulesForm(request.POST or None, rules=rules)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        set_rules(municipality=here, by=request.user, **form.chosen)
        messages.success(request, _("Saved. It holds from now on."))
        return redirect("proposals:settings")
    needed = threshold_of(Proposal(municipality=here), rules)
    facts = {
        "form": form,
        "source": cards.source_of(rules.scheme),
        "needed": needed.signatures,
        "why": cards.why_so_many(needed),
        "period": rules.period_around(timezone.localdate()),
        "council": council_of(here),
    }
    return render(request, "proposals/settings.html", facts)
