"""Errands: listed, answered many alike, put off and handed over."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskap.base.keyset import page_for
from samskap.base.limits import keys_in
from samskap.base.rates import count
from samskap.base.seen import seen
from samskap.desk import actions, queries
from samskap.desk.errors import NotYourDesk
from samskap.desk.forms import AnswerAlikeForm, HandOverForm, PutOffForm, two_weeks_on
from samskap.desk.permissions import has_errands, may_see_errands
from samskap.initiatives.models import Initiative
from samskap.ledger.models import Contribution
from samskap.people.decorators import SignedInRequest, signed_in

PILES = ("all", "mine", "late", "nobodys")
PAGE = 50


@signed_in
def answers(request: SignedInRequest) -> HttpResponse:
    """List errands, the oldest promise first, to be chosen from."""
    if not has_errands(request.user, request.municipality):
        raise NotYourDesk
    sees_all = may_see_errands(request.user, request.municipality)
    which = request.GET.get("show", "all")
    which = which if which in PILES and sees_all else "all" if sees_all else "mine"
    found = queries.shown(request.municipality, request.user, which)
    slug = request.GET.get("initiative", "")[:80].replace("\x00", "")
    initiative = Initiative.objects.of(request.municipality).filter(slug=slug).first()
    if initiative:
        found = found.filter(account=initiative.account_id)
    page = page_for(request, found, order=queries.ORDER, size=PAGE)
    if any(errand.contribution.giver.reach for errand in page.items):
        seen(request, "desk.contacts")
    facts = {
        "page": page,
        "in_all": queries.how_many(found),
        "which": which,
        "piles": piles_of(which) if sees_all else [],
        "initiative": initiative,
        "most": actions.MOST_AT_ONCE,
    }
    return render(request, "desk/answers.html", facts)


def piles_of(which: str) -> list[dict[str, Any]]:
    """The piles to choose between, and which one is shown."""
    titles = {
        "all": _("All"),
        "mine": _("Mine"),
        "late": _("Past their day"),
        "nobodys": _("Nobody’s"),
    }
    return [{"key": key, "title": titles[key], "is_here": key == which} for key in titles]


def chosen(request: SignedInRequest) -> list[Contribution]:
    """What was chosen from the list, looked over for whoever chose it.

    Refuses with NothingChosen, TooManyAtOnce or NotYoursToAnswer.
    """
    asked = request.POST if request.method == "POST" else request.GET
    given = queries.given(request.municipality, keys_in(asked.getlist("given")))
    actions.look_over(given, request.user)
    return given


@signed_in
def answer(request: SignedInRequest) -> HttpResponse:
    """Answer those that were chosen: one text to all, and a line to each."""
    given = chosen(request)
    wordings = list(queries.wordings(request.municipality))
    picked = request.POST.get("use", "")
    if request.method == "POST" and picked:
        form = begun(request, given, wordings, picked)
    else:
        form = AnswerAlikeForm(request.POST or None, given=given)
        if request.method == "POST" and form.is_valid():
            count(request, "post")
            actions.answer_alike(
                given=given,
                status=form.cleaned_data["status"],
                text=form.cleaned_data["text"],
                lines=form.lines(),
                by=request.user,
            )
            said = ngettext("%(n)s answered.", "%(n)s answered.", len(given))
            messages.success(request, said % {"n": len(given)})
            return redirect("desk:answers")
    facts = {"given": given, "form": form, "wordings": wordings}
    return render(request, "desk/answer.html", facts)


def begun(
    request: SignedInRequest, given: list[Contribution], wordings: list[Any], picked: str
) -> AnswerAlikeForm:
    """Put a prepared answer into the form, and keep the lines that were written already."""
    wording = next((each for each in wordings if str(each.pk) == picked), None)
    kept = {name: value for name, value in request.POST.items() if name.startswith("line_")}
    words = {"text": wording.text, "status": wording.status} if wording else {}
    return AnswerAlikeForm(given=given, initial=kept | words)


@signed_in
def put_off(request: SignedInRequest) -> HttpResponse:
    """Say why those that were chosen take longer."""
    given = chosen(request)
    form = PutOffForm(request.POST or None, initial={"until": two_weeks_on()})
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        actions.put_off(
            given=given,
            until=form.cleaned_data["until"],
            reason=form.cleaned_data["reason"],
            by=request.user,
        )
        messages.success(request, _("They know why, and when the answer comes."))
        return redirect("desk:answers")
    return render(request, "desk/put_off.html", {"given": given, "form": form})


@signed_in
def hand_over(request: SignedInRequest) -> HttpResponse:
    """Take those that were chosen upon oneself, or let somebody else answer them."""
    given = chosen(request)
    people = queries.may_be_handed(request.municipality)
    form = HandOverForm(request.POST or None, people=people, initial={"to": request.user})
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        to = form.cleaned_data["to"]
        actions.hand_over(given=given, to=to, note=form.cleaned_data["note"], by=request.user)
        if to == request.user:
            messages.success(request, _("They are yours to answer now."))
        else:
            messages.success(request, _("%(person)s answers now.") % {"person": to.shown_name})
        return redirect("desk:answers")
    return render(request, "desk/hand_over.html", {"given": given, "form": form})
