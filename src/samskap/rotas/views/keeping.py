"""Keeping a rota: open it, say what it takes, add shifts, call one off, close it."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from samskap.base.rates import count
from samskap.base.seen import seen
from samskap.initiatives.models import Initiative
from samskap.ledger.hands import hand
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.rotas.actions import rotas, shifts, sparks
from samskap.rotas.errors import NotYoursToKeep, NotYoursToOpen
from samskap.rotas.forms.rotas import (
    CoordinatorForm,
    DutyForm,
    NewIdeaForm,
    OfRota,
    OpenRotaForm,
    RequirementForm,
    RotaForm,
    SeeForm,
)
from samskap.rotas.forms.shifts import CallOffForm, ShiftsForm
from samskap.rotas.models import Clearance, Rota, Series
from samskap.rotas.permissions import may_keep, may_open
from samskap.rotas.queries.rotas import clearances_of
from samskap.rotas.views.finding import the_rota, the_shift
from samskap.rotas.words import series_in_words


def kept_rota(request: SignedInRequest, slug: str) -> Rota:
    """The rota at an address, for those who keep it."""
    rota = the_rota(request, slug)
    if not may_keep(request.user, rota):
        raise NotYoursToKeep
    return rota


@signed_in
def open_rota(request: SignedInRequest, slug: str) -> HttpResponse:
    """Open a rota for an initiative that is carried out or runs."""
    initiatives: QuerySet[Initiative] = Initiative.objects.of(request.municipality)
    initiative = get_object_or_404(initiatives.select_related("account", "municipality"), slug=slug)
    if not may_open(request.user, initiative):
        raise NotYoursToOpen
    form = OpenRotaForm(request.POST or None, municipality=request.municipality)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        rota = rotas.open_rota(initiative=initiative, by=request.user, **form.cleaned_data)
        messages.success(request, _("The rota is open. Now add the shifts."))
        return redirect("rotas:add_shifts", rota.slug)
    return render(request, "rotas/open.html", {"initiative": initiative, "form": form})


@signed_in
def edit(request: SignedInRequest, slug: str) -> HttpResponse:
    """Change what a rota says of itself."""
    rota = kept_rota(request, slug)
    form = RotaForm(request.POST or None, instance=rota, municipality=request.municipality)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        rotas.change_rota(rota=rota, by=request.user, **form.cleaned_data)
        messages.success(request, _("It is changed."))
        return redirect(rota)
    return render(request, "rotas/edit.html", {"rota": rota, "form": form})


@signed_in
def add_shifts(request: SignedInRequest, slug: str) -> HttpResponse:
    """Add one shift, or many by a rule."""
    rota = kept_rota(request, slug)
    form = ShiftsForm(request.POST or None, rota=rota)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        said = form.cleaned_data
        alike = {
            "rota": rota,
            "by": request.user,
            "opens": said["opens"],
            "closes": said["closes"],
            "needs": form.needs,
            "title": said["title"],
            "opens_place": said["opens_place"],
        }
        if form.is_series:
            series = shifts.add_series(
                rule=form.recurrence,
                first_on=said["first_on"],
                last_on=said["last_on"],
                skips_holidays=said["skips_holidays"],
                **alike,
            )
            made = series.shifts.count()
            words = ngettext("{n} shift is made.", "{n} shifts are made.", made)
            messages.success(request, words.format(n=made))
        else:
            shifts.add_shift(day=said["first_on"], **alike)
            messages.success(request, _("The shift is there. Tell people about it!"))
        return redirect(rota)
    return render(request, "rotas/add_shifts.html", {"rota": rota, "form": form})


CLEARANCES_SHOWN = 200
Act = Callable[[Rota, Any, dict[str, Any]], Any]
# What each form of the set-up does: its key → the form, the act.
SETTING_UP: dict[str, tuple[type[OfRota], Act]] = {
    "duty": (DutyForm, lambda rota, by, said: rotas.add_duty(rota=rota, by=by, **said)),
    "requirement": (
        RequirementForm,
        lambda rota, by, said: rotas.add_requirement(rota=rota, by=by, **said),
    ),
    "see": (SeeForm, lambda _rota, by, said: rotas.see(by=by, **said)),
    "coordinator": (
        CoordinatorForm,
        lambda rota, by, said: rotas.name_coordinator(rota=rota, by=by, **said),
    ),
}


@signed_in
def set_up(request: SignedInRequest, slug: str) -> HttpResponse:
    """Say what is done there, what it takes, who has shown it, and who keeps the rota."""
    rota = kept_rota(request, slug)
    chosen = request.POST.get("what", "")
    forms = {
        key: form(request.POST if key == chosen else None, rota=rota, auto_id=f"{key}_%s")
        for key, (form, _act) in SETTING_UP.items()
    }
    if chosen in forms and forms[chosen].is_valid():
        count(request, "post")
        SETTING_UP[chosen][1](rota, request.user, forms[chosen].cleaned_data)
        messages.success(request, _("It is written down."))
        return redirect("rotas:set_up", rota.slug)
    clearances = list(clearances_of(rota)[:CLEARANCES_SHOWN])
    if clearances:
        seen(request, "rotas.clearances")
    facts = {
        "rota": rota,
        "forms": forms,
        "duties": rota.duties.prefetch_related("requirements"),
        "requirements": rota.requirements.all(),
        "clearances": clearances,
        "coordinators": rota.coordinators.filter(is_active=True),
        "series": [
            {"pk": each.pk, "title": each.title, "said": series_in_words(each)}
            for each in rota.series.filter(ended_at=None)
        ],
    }
    status = 422 if chosen in forms else 200
    return render(request, "rotas/set_up.html", facts, status=status)


@signed_in
@require_POST
def end_clearance(request: SignedInRequest, pk: int) -> HttpResponse:
    """Let a clearance end: the key came back."""
    clearances: QuerySet[Clearance] = Clearance.objects.of(request.municipality)
    clearance = get_object_or_404(
        clearances.select_related("requirement__rota__initiative__account"), pk=pk
    )
    count(request, "post")
    rotas.end_clearance(clearance=clearance, by=request.user)
    messages.success(request, _("It is ended."))
    return redirect("rotas:set_up", clearance.requirement.rota.slug)


@signed_in
@require_POST
def end_series(request: SignedInRequest, pk: int) -> HttpResponse:
    """Make no more shifts of a series."""
    found: QuerySet[Series] = Series.objects.of(request.municipality)
    series = get_object_or_404(found.select_related("rota__initiative__account"), pk=pk)
    count(request, "post")
    went = shifts.end_series(series=series, by=request.user)
    words = ngettext(
        "The series is ended, and {n} shift that nobody had taken is gone.",
        "The series is ended, and {n} shifts that nobody had taken are gone.",
        went,
    )
    messages.success(request, words.format(n=went))
    return redirect("rotas:set_up", series.rota.slug)


@signed_in
def call_off(request: SignedInRequest, pk: int) -> HttpResponse:
    """Call a shift off, and say why."""
    shift = the_shift(request, pk)
    if not may_keep(request.user, shift.rota):
        raise NotYoursToKeep
    form = CallOffForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        shifts.call_off(shift=shift, by=request.user, because=form.cleaned_data["because"])
        messages.success(request, _("It is called off, and everybody on it hears why."))
        return redirect(shift)
    return render(request, "rotas/call_off.html", {"shift": shift, "form": form})


@signed_in
@require_POST
def close(request: SignedInRequest, slug: str) -> HttpResponse:
    """Take nobody on any more."""
    rota = the_rota(request, slug)
    count(request, "post")
    rotas.close_rota(rota=rota, by=request.user)
    messages.success(request, _("The rota is closed. What was done stays on its page."))
    return redirect(rota)


@signed_in
@require_POST
def reopen(request: SignedInRequest, slug: str) -> HttpResponse:
    """Take people on again."""
    rota = the_rota(request, slug)
    count(request, "post")
    rotas.reopen_rota(rota=rota, by=request.user)
    messages.success(request, _("The rota is open again."))
    return redirect(rota)


@signed_in
def new_idea(request: SignedInRequest, slug: str) -> HttpResponse:
    """Begin an initiative of its own with an idea at this place."""
    rota = the_rota(request, slug)
    here = request.municipality
    form = NewIdeaForm(
        request.POST or None, by=request.user, municipality=here, initial={"public_id": uuid4()}
    )
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        said = form.cleaned_data
        initiative = sparks.begin_here(
            rota=rota,
            hand=hand(key=said["hand"], by=request.user, municipality=here),
            dream=said["dream"],
            title=said["title"],
            public_id=said["public_id"],
        )
        messages.success(request, _("Thank you! Your idea is published. Others can take part now."))
        return redirect(initiative)
    return render(request, "rotas/new_idea.html", {"rota": rota, "form": form})
