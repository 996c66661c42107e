"""What those who keep a deliberation do: start it, change it, close it, see how it goes."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4, uuid5

from django.contrib import messages
from django.forms import BaseForm
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samskap.base.languages import name_of
from samskap.base.rates import address_of, count
from samskap.deliberation.actions import keeping as actions
from samskap.deliberation.actions.stating import write_seed
from samskap.deliberation.actions.taking_part import MOST_FROM_ONE_PLACE, count_after_all
from samskap.deliberation.actions.translating import (
    translate_question as translate_question_action,
)
from samskap.deliberation.errors import NotYoursToKeep, SomebodyHasVoted, StatedAlready
from samskap.deliberation.forms.keeping import (
    DeliberationForm,
    PlaceForm,
    ReasonForm,
    SeedForm,
    StartForm,
)
from samskap.deliberation.forms.translating import QuestionForm
from samskap.deliberation.models import Deliberation
from samskap.deliberation.permissions import may_start, may_take_in
from samskap.deliberation.queries.deliberations import to_read, translations_to_read
from samskap.deliberation.queries.participants import counted, not_counted_by_place
from samskap.deliberation.views.finding import chosen_in, kept_deliberation
from samskap.initiatives.queries.initiatives import initiative_named
from samskap.people.decorators import SignedInRequest, signed_in


@signed_in
def start(request: SignedInRequest, slug: str) -> HttpResponse:
    """Start a deliberation of an initiative."""
    initiative = initiative_named(request.municipality, slug)
    if initiative is None:
        raise Http404
    if not may_start(request.user, initiative):
        raise NotYoursToKeep
    zone = request.municipality.preset.time_zone
    form = StartForm(request.POST or None, initial={"public_id": uuid4()}, zone=zone)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        made = actions.start_deliberation(
            initiative=initiative,
            by=request.user,
            seeds=form.cleaned_data["seeds"],
            public_id=uuid5(form.cleaned_data["public_id"], f"deliberation:{request.user.pk}"),
            **form.facts(),
        )
        messages.success(request, _("The question is asked. Share its address with everybody."))
        return redirect("deliberation:keep", made.pk)
    page = {"initiative": initiative, "form": form}
    return render(request, "deliberation/start.html", page)


@signed_in
def edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Change a deliberation while nobody has voted."""
    deliberation = kept_deliberation(request, pk)
    if deliberation.participants.exists():
        raise SomebodyHasVoted
    zone = request.municipality.preset.time_zone
    form = DeliberationForm(request.POST or None, instance=deliberation, zone=zone)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        actions.change(deliberation=deliberation, by=request.user, **form.facts())
        messages.success(request, _("It is changed."))
        return redirect("deliberation:keep", pk)
    page = {"initiative": deliberation.initiative, "form": form, "deliberation": deliberation}
    return render(request, "deliberation/start.html", page)


@signed_in
@require_safe
def keep(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show those who keep it how it goes, and what they can do."""
    return keep_shown(request, kept_deliberation(request, pk))


FORMS: dict[str, Callable[..., BaseForm]] = {
    "reason": ReasonForm,
    "place": PlaceForm,
    "seed": SeedForm,
    "question": QuestionForm,
}


def form_for(name: str, deliberation: Deliberation, *said: Any, chosen: str = "") -> BaseForm:
    """One of the small forms of the page; `chosen` is the language in which somebody reads."""
    named: dict[str, Any] = {"deliberation": deliberation} if name in ("seed", "question") else {}
    if name == "question":
        named["chosen"] = chosen
    made: BaseForm = FORMS[name](*said, prefix=name, **named)
    return made


def keep_shown(
    request: SignedInRequest, deliberation: Deliberation, **wrong: BaseForm
) -> HttpResponse:
    """Show the page of those who keep it, with one form as it was filled in."""
    people, others = counted(deliberation)
    facts = {
        "deliberation": deliberation,
        "people": people,
        "others": others,
        "not_counted": not_counted_by_place(deliberation) if others else [],
        "most": MOST_FROM_ONE_PLACE,
        "waiting": to_read(deliberation).count(),
        "translations": translations_to_read(deliberation).count(),
        "said_in": [
            {"lang": lang, "language": name_of(lang), "question": said["question"]}
            for lang, said in (deliberation.said_in or {}).items()
        ],
        "may_take_in": may_take_in(request.user, deliberation),
        "statements": deliberation.statements.count(),
        "forms": {
            name: wrong.get(name) or form_for(name, deliberation, chosen=chosen_in(request))
            for name in FORMS
        },
    }
    return render(request, "deliberation/keep.html", facts)


@signed_in
@require_POST
def step(request: SignedInRequest, pk: int, step: str) -> HttpResponse:
    """Take one step on the page of those who keep it."""
    deliberation = kept_deliberation(request, pk)
    if step == "count":
        count(request, "post")
        source = request.POST.get("source", "")[:64]
        people = count_after_all(deliberation=deliberation, source=source, by=request.user)
        messages.success(request, _("Counted from now on: %(people)s.") % {"people": people})
        return redirect("deliberation:keep", pk)
    if step not in FORMS:
        raise Http404
    form = form_for(step, deliberation, request.POST)
    if not form.is_valid():
        return keep_shown(request, deliberation, **{step: form})
    count(request, "post")
    messages.success(request, TAKEN[step](request, deliberation, form.cleaned_data))
    return redirect("deliberation:keep", pk)


Said = dict[str, Any]


def close_or_open(request: SignedInRequest, deliberation: Deliberation, said: Said) -> str:
    """Close it, or open it again."""
    if deliberation.is_over:
        actions.open_again(deliberation=deliberation, by=request.user, reason=said["reason"])
        return _("People can vote again.")
    actions.close(deliberation=deliberation, by=request.user, reason=said["reason"])
    return _("It is closed. Tell those who took part what comes of it.")


def share_place(request: SignedInRequest, deliberation: Deliberation, said: Said) -> str:
    """Say that many share one network."""
    actions.share_place(
        deliberation=deliberation,
        by=request.user,
        name=said["name"],
        address=said["address"] or address_of(request),
        most=said["most"],
    )
    return _("Those who vote there are counted, each as one.")


def add_seeds(request: SignedInRequest, deliberation: Deliberation, said: Said) -> str:
    """Add statements, but for those that stand there already."""
    for text in said["seeds"]:
        try:
            write_seed(
                deliberation=deliberation, text=text, language=said["language"], by=request.user
            )
        except StatedAlready:
            continue
    return _("Others can vote on them now.")


def translate_question(request: SignedInRequest, deliberation: Deliberation, said: Said) -> str:
    """Say the question in another language."""
    translate_question_action(deliberation=deliberation, by=request.user, **said)
    return _("Whoever reads in that language sees it, with your own words beside it.")


TAKEN = {
    "reason": close_or_open,
    "place": share_place,
    "seed": add_seeds,
    "question": translate_question,
}
