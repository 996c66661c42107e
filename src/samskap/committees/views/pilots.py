"""The pages of pilots: beginning one, stopping it by its rule, its result, deciding."""

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samskap.base.rates import count
from samskap.committees.actions import pilots as actions
from samskap.committees.errors.fast_tracks import PilotIsDecided
from samskap.committees.errors.work import NotYoursToWork
from samskap.committees.forms.fast_tracks import KeepForm, PilotForm, ResultForm, StopForm
from samskap.committees.models import Pilot, State
from samskap.committees.permissions import may_work
from samskap.committees.permissions_work import sitting_as
from samskap.committees.queries.trying import pilots_in, startable
from samskap.committees.views.finding import ask
from samskap.committees.views.motions import shown_motion
from samskap.committees.views.recommendations import worked_at
from samskap.design.asking import Asking, posted
from samskap.kernels.suppression import SMALLEST_SHOWN
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.decorators import SignedInRequest, signed_in


def pilot_at(request: MunicipalityRequest, pk: int) -> Pilot:
    """The pilot that an address names; 404 where there is none here."""
    found: Pilot = get_object_or_404(pilots_in(request.municipality), pk=pk)
    return found


def tried_at(request: SignedInRequest, pk: int) -> Pilot:
    """A pilot that the reader may go on with. Refuses with NotYoursToWork or PilotIsDecided."""
    found = pilot_at(request, pk)
    if not may_work(request.user, found.committee):
        raise NotYoursToWork(committee=found.committee.title)
    if found.outcome:
        raise PilotIsDecided
    return found


def persons(count: int) -> str:
    """A number of persons; too few of them are not counted in public (domain.md 4)."""
    if 0 < count < SMALLEST_SHOWN:
        return _("fewer than %(least)s") % {"least": SMALLEST_SHOWN}
    return str(count)


def _numbers(found: Pilot) -> list[dict[str, Any]]:
    """Who takes part and how long it took, as large figures."""
    shown = [
        {"label": _("take part"), "value": persons(found.participants)},
        {"label": _("of them help to shape it"), "value": persons(found.co_designers)},
    ]
    if found.weeks_to_decision is not None:
        shown.append(
            {
                "label": _("weeks from the first day to the decision"),
                "value": str(found.weeks_to_decision),
            }
        )
    return shown


@require_safe
def pilot(request: MunicipalityRequest, pk: int) -> HttpResponse:
    """Show what is tried, with whom, what makes it stop, and what was decided."""
    found = pilot_at(request, pk)
    committee = found.committee
    member = sitting_as(request.user, committee)
    asked = [shown_motion(request, motion, member) for motion in found.motions.all()]
    works = may_work(request.user, committee) and not found.outcome
    may_ask = (
        works
        and bool(found.result)
        and committee.state == State.WORKING
        and not any(one["motion"].is_open for one in asked)
    )
    facts = {
        "pilot": found,
        "committee": committee,
        "numbers": _numbers(found),
        "asked": list(reversed(asked)),
        "works": works,
        "keep_form": KeepForm() if may_ask else None,
    }
    return render(request, "committees/work/pilot.html", facts)


@signed_in
def begin(request: SignedInRequest, slug: str) -> HttpResponse:
    """Write down what is tried, and what makes it stop."""
    committee = worked_at(request, slug)
    return ask(
        request,
        committee=committee,
        form=PilotForm(
            posted(request), fast_tracks=startable(committee), initial={"public_id": uuid4()}
        ),
        asking=Asking(
            title=_("Begin a pilot"),
            lead=_("Try it in small, together with those it is for, before it is for everybody."),
            submit=_("Begin it"),
            thanks=_("The pilot is written down, with its stop rule."),
        ),
        act=lambda told: actions.begin_pilot(committee=committee, by=request.user, **told),
        to=reverse("committees:work", args=[slug]),
    )


@signed_in
def stop(request: SignedInRequest, pk: int) -> HttpResponse:
    """Stop a pilot because its rule says so."""
    found = tried_at(request, pk)
    return ask(
        request,
        committee=found.committee,
        form=StopForm(posted(request)),
        asking=Asking(
            title=_("The stop rule"),
            lead=found.stop_rule,
            submit=_("Stop it now"),
            thanks=_("It is stopped, and every member hears why."),
        ),
        act=lambda told: actions.stop_by_rule(pilot=found, by=request.user, **told),
        to=found.get_absolute_url(),
    )


@signed_in
def result(request: SignedInRequest, pk: int) -> HttpResponse:
    """Write down what a pilot showed."""
    found = tried_at(request, pk)
    said = {
        name: getattr(found, name)
        for name in (
            *("result", "participants", "co_designers", "interpreted_into"),
            "is_in_plain_language",
        )
    }
    return ask(
        request,
        committee=found.committee,
        form=ResultForm(posted(request), initial=said),
        asking=Asking(
            title=_("What you found out"),
            lead=_("Write what went well and what did not. The committee decides on this ground."),
            submit=_("Keep it"),
            thanks=_("The result is written down. The committee can decide now."),
        ),
        act=lambda told: actions.tell_result(pilot=found, by=request.user, **told),
        to=found.get_absolute_url(),
    )


@signed_in
@require_POST
def ask_about(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask the committee whether what was tried is kept, or stops."""
    found = tried_at(request, pk)
    form = KeepForm(request.POST)
    if form.is_valid():
        count(request, "post")
        actions.ask_about_pilot(pilot=found, by=request.user, **form.cleaned_data)
        messages.success(request, _("The committee can vote now. Every member hears of it."))
    else:
        messages.error(request, _("Choose what you ask, and how you decide."))
    return redirect(found)
