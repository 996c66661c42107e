"""The six effects: asked before and after, and shown by role."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samskap.base.rates import count
from samskap.committees.actions.effects import say_effects
from samskap.committees.effects_cards import effects_charts
from samskap.committees.errors.answer import NotYoursToSay
from samskap.committees.forms.answer import EffectsForm
from samskap.committees.models import Committee, Effects, Member
from samskap.committees.permissions import may_keep
from samskap.committees.queries.effects import means_of, round_now, seat_of, without_account
from samskap.committees.views.finding import committee_at
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.models import Person


def effects(request: MunicipalityRequest, slug: str) -> HttpResponse:
    """Show the means before and after to everybody; ask members while a round is open."""
    committee = committee_at(request, slug)
    now = round_now(committee)
    form, seat = _form(request, committee, now)
    if form is not None and form.is_bound and form.is_valid():
        count(request, "post")
        say_effects(
            member=form.whose(seat),
            scores=form.scores,
            by=request.user,  # type: ignore[arg-type]
        )
        messages.success(request, _("Thank you! Your answers are kept."))
        return redirect("committees:effects", slug)
    if request.method == "POST" and form is None:
        raise NotYoursToSay(committee=committee.title)
    page = {
        "committee": committee,
        "form": form,
        "round": Effects.Round(now).label if now else "",
        "charts": effects_charts(committee, means_of(committee)),
    }
    return render(request, "committees/answer/effects.html", page)


def _form(
    request: MunicipalityRequest, committee: Committee, now: str | None
) -> tuple[EffectsForm | None, Member | None]:
    """The questions: to a member who has not answered, and to whoever writes for others."""
    if not isinstance(request.user, Person) or now is None:
        return None, None
    posted = request.POST if request.method == "POST" else None
    has_said = set(committee.effects.filter(round=now).values_list("member", flat=True))
    seat = seat_of(committee, request.user)
    if seat is not None and seat.pk not in has_said:
        return EffectsForm(posted), seat
    if may_keep(request.user, committee):
        waiting = [one for one in without_account(committee) if one.pk not in has_said]
        if waiting:
            return EffectsForm(posted, on_behalf=waiting), None
    return None, None
