"""The planner’s week, and plans: for those who keep a rota."""

from collections.abc import Mapping
from datetime import timedelta
from types import MappingProxyType
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from samskap.base.rates import count
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.rotas.actions import handing_over, planning
from samskap.rotas.cards import number, percent
from samskap.rotas.errors import NotYoursToKeep
from samskap.rotas.forms.planning import InsteadForm, OfferForm, PlanForm, chosen_week
from samskap.rotas.models import Helper, Plan, Suggestion
from samskap.rotas.permissions import may_keep
from samskap.rotas.queries import planner
from samskap.rotas.queries.rotas import helpers_of
from samskap.rotas.queries.shifts import could_be_offered
from samskap.rotas.reasons import open_rows, rows_of
from samskap.rotas.views.finding import INITIATIVE
from samskap.rotas.views.keeping import kept_rota

SHOWN_PLANS = 5


@signed_in
@require_GET
def week(request: SignedInRequest, slug: str) -> HttpResponse:
    """Show one week: the holes first, then every shift, then who carries how much."""
    rota = kept_rota(request, slug)
    return shown(request, rota, PlanForm())


def shown(
    request: SignedInRequest,
    rota: Any,
    form: PlanForm,
    offers: Mapping[int, OfferForm] = MappingProxyType({}),
) -> HttpResponse:
    """Show the planner’s page with its forms, empty or as they were filled in.

    offers  key of a helper → the form that opens their turns to others
    """
    chosen = chosen_week(request.GET.get("week", "")) or planner.next_day_of(rota)
    found = planner.week_of(rota, chosen, request.user)
    carried = planner.carried(rota)
    page = {
        "rota": rota,
        "week": found,
        "last_day": found.monday + timedelta(days=6),
        "before": (found.monday - timedelta(days=7)).isoformat(),
        "after": (found.monday + timedelta(days=7)).isoformat(),
        "numbers": numbers_of(found, carried),
        "carried": carried,
        "carriers": [
            (each.person.shown_name, number(round(each.hours, 1)), percent(each.share))
            for each in carried.carriers
        ],
        "handovers": [
            handover_shown(planner.handover_of(rota, each.person), each.share, offers)
            for each in carried.too_much
        ],
        "plans": list(rota.plans.filter(put_away_at=None)[:SHOWN_PLANS]),
        "form": form,
    }
    return render(request, "rotas/planner.html", page)


def handover_shown(
    handover: planner.Handover, share: float, offers: Mapping[int, OfferForm]
) -> dict[str, Any]:
    """What somebody would hand over, and the form that opens their turns to others."""
    helper = handover.helper
    is_offered = [turn for turn in handover.turns if turn.is_offered]  # type: ignore[attr-defined]
    could_be = len(is_offered) < len(handover.turns)
    return {
        "handover": handover,
        "share": percent(share),
        "offered": is_offered,
        "count": len(handover.turns) - len(is_offered),
        "form": helper and could_be and (offers.get(helper.pk) or offer_form(helper)),
    }


def numbers_of(week: planner.WeekOfShifts, carried: planner.Carried) -> list[dict[str, Any]]:
    """The big figures of a week."""
    missing = week.needed - week.held
    covers = ngettext("{n} by staff cover", "{n} by staff cover", week.staff_cover)
    return [
        {
            "value": f"{week.held}/{week.needed}",
            "label": _("places taken this week"),
            "note": covers.format(n=week.staff_cover),
        },
        {
            "value": str(missing),
            "label": ngettext("place is free", "places are free", missing),
            "note": "",
        },
        {
            "value": percent(carried.top_share),
            "label": _("of the hours carried by one person"),
            "note": _("Twelve weeks back and twelve ahead. Above 25 % is too much."),
        },
        {
            "value": "–" if carried.gini is None else number(round(carried.gini, 2)),
            "label": _("unevenness (gini)"),
            "note": _("0: all alike. Above 0.5 is uneven."),
        },
    ]


@signed_in
@require_POST
def offer(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    """Offer turns of whoever carries too much to the others."""
    rota = kept_rota(request, slug)
    helper = get_object_or_404(helpers_of(rota), pk=pk)
    form = offer_form(helper, request.POST)
    if not form.is_valid():
        return shown(request, rota, PlanForm(), offers={helper.pk: form})
    count(request, "post")
    offered = handing_over.offer_turns(
        rota=rota, person=helper.person, by=request.user, **form.cleaned_data
    )
    said = ngettext(
        "{n} turn is open to others now. It is theirs until somebody takes it.",
        "{n} turns are open to others now. They are theirs until somebody takes them.",
        len(offered),
    )
    messages.success(request, said.format(n=len(offered)))
    return redirect("rotas:planner", slug)


def offer_form(helper: Helper, said: Any = None) -> OfferForm:
    """The form by which turns of somebody are opened to others; a page may have several."""
    soon = timezone.now() + timedelta(days=planner.FOUR_WEEKS)
    turns = could_be_offered(helper.rota, helper.person).filter(shift__starts_at__lt=soon)
    return OfferForm(said, turns=turns, auto_id=f"offer_{helper.pk}_%s")


@signed_in
def suggest(request: SignedInRequest, slug: str) -> HttpResponse:
    """Make a plan for some days."""
    rota = kept_rota(request, slug)
    if request.method != "POST":
        return redirect("rotas:planner", slug)
    form = PlanForm(request.POST)
    if not form.is_valid():
        return shown(request, rota, form)
    count(request, "post")
    made = planning.make_plan(rota=rota, by=request.user, **form.cleaned_data)
    return redirect("rotas:plan", made.pk)


def kept_plan(request: SignedInRequest, pk: int) -> Plan:
    """The plan at an address, for those who keep its rota."""
    plans: QuerySet[Plan] = Plan.objects.of(request.municipality)
    plan = get_object_or_404(plans.select_related(*INITIATIVE), pk=pk)
    if not may_keep(request.user, plan.rota):
        raise NotYoursToKeep
    return plan


def kept_suggestion(request: SignedInRequest, pk: int) -> Suggestion:
    """The suggestion at an address, for those who keep its rota."""
    found: QuerySet[Suggestion] = Suggestion.objects.of(request.municipality)
    more = [f"plan__{path}" for path in INITIATIVE]
    suggestion = get_object_or_404(
        found.select_related("person", "need__duty", "need__shift", *more), pk=pk
    )
    if not may_keep(request.user, suggestion.plan.rota):
        raise NotYoursToKeep
    return suggestion


@signed_in
@require_GET
def plan(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show a plan: who would take what and why, and what stays open and why."""
    found = kept_plan(request, pk)
    rows = rows_of(planner.suggestions_of(found))
    figures = found.figures
    page = {
        "plan": found,
        "rota": found.rota,
        "days": rows,
        "open": open_rows(found),
        "waits": any(row.is_open for _day, of_day in rows for row in of_day),
        "gini": number(round(figures.get("gini") or 0, 2)),
        "top_share": percent(figures.get("top_share")),
    }
    return render(request, "rotas/plan.html", page)


@signed_in
@require_POST
def ask(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask everybody whom a plan suggests."""
    found = kept_plan(request, pk)
    count(request, "post")
    asked = planning.ask_helpers(plan=found, by=request.user)
    said = ngettext("{n} person is asked.", "{n} people are asked.", asked)
    messages.success(request, said.format(n=asked))
    return redirect("rotas:plan", pk)


@signed_in
@require_POST
def put_away(request: SignedInRequest, pk: int) -> HttpResponse:
    """Put a plan away."""
    found = kept_plan(request, pk)
    count(request, "post")
    planning.put_away(plan=found, by=request.user)
    messages.success(request, _("The plan is put away. Shifts that somebody took stay theirs."))
    return redirect("rotas:planner", found.rota.slug)


@signed_in
@require_POST
def take_out(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take one suggestion out of a plan."""
    found = kept_suggestion(request, pk)
    count(request, "post")
    planning.take_out(suggestion=found, by=request.user)
    messages.success(request, _("It is taken out. The place stays free."))
    return redirect("rotas:plan", found.plan_id)


@signed_in
def instead(request: SignedInRequest, pk: int) -> HttpResponse:
    """Suggest somebody else for the same place."""
    found = kept_suggestion(request, pk)
    others = helpers_of(found.plan.rota).exclude(person=found.person)
    form = InsteadForm(request.POST or None, helpers=others)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        planning.suggest_instead(
            suggestion=found, helper=form.cleaned_data["helper"], by=request.user
        )
        messages.success(request, _("It is suggested to them now. They must say yes too."))
        return redirect("rotas:plan", found.plan_id)
    return render(request, "rotas/instead.html", {"suggestion": found, "form": form})
