"""On paper: the list for the wall, and the certificate."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from samskap.base.printed import handed_over, languages
from samskap.base.rates import count
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.rotas.actions.suiting import say_learnt
from samskap.rotas.certificate import as_pdf, lines_of
from samskap.rotas.errors import NothingToCertify
from samskap.rotas.forms.learning import LearntForm
from samskap.rotas.forms.planning import chosen_week
from samskap.rotas.models import Helper
from samskap.rotas.queries.certificate import certificate_of
from samskap.rotas.queries.planner import monday_of, next_day_of, weeks_of
from samskap.rotas.views.finding import the_rota
from samskap.rotas.views.keeping import kept_rota

WEEKS = 4


@signed_in
@require_GET
def wall(request: SignedInRequest, slug: str) -> HttpResponse:
    """Show four weeks as a list to print: who comes when, and where there is room to write."""
    rota = kept_rota(request, slug)
    monday = monday_of(chosen_week(request.GET.get("week", "")) or next_day_of(rota))
    page = {
        "rota": rota,
        "weeks": weeks_of(rota, monday, WEEKS, request.user),
        "before": (monday - timedelta(weeks=WEEKS)).isoformat(),
        "after": (monday + timedelta(weeks=WEEKS)).isoformat(),
        "names": request.GET.get("names") != "no",
        "monday": monday,
    }
    return render(request, "rotas/wall.html", page)


@signed_in
def certificate(request: SignedInRequest, slug: str) -> HttpResponse:
    """Show one’s own certificate, and let one add what was learnt."""
    rota = the_rota(request, slug)
    helper = Helper.objects.filter(rota=rota, person=request.user).first()
    form = LearntForm(request.POST or None, instance=helper)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        say_learnt(rota=rota, by=request.user, learnt=form.cleaned_data["learnt"])
        messages.success(request, _("It stands on your certificate now."))
        return redirect("rotas:certificate", slug)
    found = certificate_of(rota, request.user)
    page = {
        "rota": rota,
        "certificate": found,
        "lines": list(lines_of(found)),
        "form": form,
        "languages": languages(),
    }
    return render(request, "rotas/certificate.html", page)


@signed_in
@require_GET
def certificate_pdf(request: SignedInRequest, slug: str) -> HttpResponse:
    """Give one’s own certificate as a PDF, in the language that is asked for."""
    rota = the_rota(request, slug)
    found = certificate_of(rota, request.user)
    if not found.shifts:
        raise NothingToCertify
    return handed_over(
        request,
        name=lambda: f"{_('Certificate of contribution')} {rota.title}",
        write=lambda: as_pdf(found),
    )
