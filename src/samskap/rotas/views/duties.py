"""One duty: what it takes, and what was changed."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from samskap.base.rates import count
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.rotas.actions import duties
from samskap.rotas.errors import NotYoursToKeep
from samskap.rotas.forms.rotas import TakesForm
from samskap.rotas.models import Duty, DutyChange
from samskap.rotas.permissions import may_keep
from samskap.rotas.queries.turns import ahead_on
from samskap.rotas.views.finding import INITIATIVE

CHANGES_SHOWN = 20


@signed_in
def duty(request: SignedInRequest, pk: int) -> HttpResponse:
    """Change what a duty takes, and show what was changed before."""
    rows: QuerySet[Duty] = Duty.objects.of(request.municipality)
    found: Duty = get_object_or_404(rows.select_related(*INITIATIVE), pk=pk)
    if not may_keep(request.user, found.rota):
        raise NotYoursToKeep
    people = ahead_on(found).count()
    form = TakesForm(request.POST or None, duty=found, is_taken=bool(people))
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        change = duties.change_requirements(duty=found, by=request.user, **form.cleaned_data)
        messages.success(request, _("It is changed.") if change else _("It takes what it took."))
        return redirect("rotas:duty", found.pk)
    facts = {
        "duty": found,
        "form": form,
        "people": people,
        "changes": DutyChange.objects.filter(duty=found).select_related("by")[:CHANGES_SHOWN],
    }
    return render(request, "rotas/duty.html", facts)
