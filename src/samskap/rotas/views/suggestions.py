"""What is suggested to somebody, and what suits them."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from samskap.base.rates import count
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.rotas.actions import planning
from samskap.rotas.actions.suiting import say_what_suits
from samskap.rotas.forms.planning import SuitsForm
from samskap.rotas.models import Helper, Suggestion
from samskap.rotas.permissions import may_see_names
from samskap.rotas.queries.planner import series_ahead, suggested_to
from samskap.rotas.reasons import rows_of
from samskap.rotas.views.finding import plain_hand, the_rota


@signed_in
@require_GET
def suggested(request: SignedInRequest) -> HttpResponse:
    """Show what somebody is asked to take."""
    rows = rows_of(suggested_to(request.user, request.municipality))
    return render(request, "rotas/suggested.html", {"days": rows})


def suggested_one(request: SignedInRequest, pk: int) -> Suggestion:
    """The suggestion at an address, for whoever it is made to."""
    found: QuerySet[Suggestion] = Suggestion.objects.of(request.municipality)
    mine = found.filter(person=request.user, plan__asked_at__isnull=False)
    return get_object_or_404(mine.select_related("need__duty", "need__shift"), pk=pk)


@signed_in
@require_POST
def accept(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say yes to a suggestion, and take the turn."""
    found = suggested_one(request, pk)
    count(request, "post")
    no = planning.accept(suggestion=found, hand=plain_hand(request, found.need))
    if no:
        messages.warning(request, no)
    else:
        messages.success(request, _("You are on the shift. Thank you!"))
    return redirect("rotas:suggested")


@signed_in
@require_POST
def decline(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say no to a suggestion."""
    found = suggested_one(request, pk)
    count(request, "post")
    planning.decline(suggestion=found, by=request.user)
    messages.success(request, _("Thank you for the answer. Somebody else will be asked."))
    return redirect("rotas:suggested")


@signed_in
def what_suits(request: SignedInRequest, slug: str) -> HttpResponse:
    """Let somebody say when they can, how much they want, and what they would like."""
    rota = the_rota(request, slug)
    known = Helper.objects.filter(rota=rota, person=request.user).first()
    helper = known or Helper(municipality=request.municipality, rota=rota, person=request.user)
    form = SuitsForm(
        request.POST or None,
        instance=helper,
        series=series_ahead(rota, is_staff=helper.is_staff),
        names=may_see_names(request.user, rota),
    )
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        limits = {name: form.cleaned_data[name] for name in form.Meta.fields if name in form.fields}
        say_what_suits(
            rota=rota, by=request.user, times=form.times, limits=limits, wishes=form.wishes
        )
        messages.success(request, _("Thank you. The next plan goes by this."))
        return redirect(rota)
    return render(request, "rotas/what_suits.html", {"rota": rota, "form": form})
