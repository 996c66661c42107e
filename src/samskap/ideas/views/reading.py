"""Reading what was given."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from samskap.base.keyset import page_for
from samskap.base.limits import keys_in
from samskap.base.seen import seen
from samskap.ideas import queries
from samskap.ideas.cards import cards_of, history_of, joined_of, together_with
from samskap.ideas.forms import AnswerForm
from samskap.ideas.merged import merges_around
from samskap.ideas.models import Idea
from samskap.ideas.permissions import (
    may_answer,
    may_ask,
    may_enter_for_others,
    may_object_to,
    may_see_names,
    may_withdraw,
)
from samskap.ideas.talk import about_idea
from samskap.initiatives.models import Initiative
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.models import Person

ONE_PRESS_LEFT = "support"  # stands in the address for whoever signed in to support
ORDERS = {"newest": queries.NEWEST, "supported": queries.MOST_SUPPORTED}


def ideas_of(request: MunicipalityRequest, slug: str) -> HttpResponse:
    """Show what was given to an initiative, newest or most supported first."""
    initiative = get_object_or_404(
        Initiative.objects.of(request.municipality).select_related("municipality"), slug=slug
    )
    order = request.GET.get("order", "newest")
    ideas = page_for(request, queries.ideas_of(initiative), order=ORDERS.get(order, queries.NEWEST))
    reader = request.user if isinstance(request.user, Person) else None
    page = {
        "initiative": initiative,
        "order": order if order in ORDERS else "newest",
        "page": ideas,
        "cards": cards_of(ideas.items, request.user),
        "questions": queries.open_questions(initiative),
        "may_ask": reader is not None and may_ask(reader, initiative),
        "may_enter": reader is not None and may_enter_for_others(reader, initiative),
    }
    return render(request, "ideas/of.html", page)


def idea(request: MunicipalityRequest, pk: int) -> HttpResponse:
    """Show one idea: who gave it, what became of it and why."""
    given = get_object_or_404(queries.idea_of(request.municipality), pk=pk)
    if given.merged_into:  # its old address still leads to it
        return redirect(f"{given.merged_into.get_absolute_url()}?from={given.pk}")
    page = sheet_of(request, given)
    came_from = keys_in([request.GET.get("from", "")])
    page["came_from"] = next(
        (
            part.idea
            for one in page["joined"]
            for part in one.merge.parts.all()
            if part.idea_id in came_from
        ),
        None,
    )
    return render(request, "ideas/idea.html", page)


def sheet_of(
    request: MunicipalityRequest, given: Idea, *, form: AnswerForm | None = None
) -> dict[str, Any]:
    """Everything that the page of an idea shows; `form` where an answer was not complete."""
    reader = request.user if isinstance(request.user, Person) else None
    answers = reader is not None and may_answer(reader, given.initiative)
    is_open = not given.withdrawn_at
    merges = merges_around(given)
    joined = joined_of(given, merges) if given.joined else []
    card = cards_of([given], request.user)[0]
    if joined:
        card["note"] = together_with(joined)
    # Somebody’s address is for the municipality’s own people, not for other residents.
    sees_reach = may_see_names(request.user, given.initiative)
    if sees_reach and given.contribution.giver.reach:
        seen(request, "ideas.contacts")
    return {
        "idea": given,
        "initiative": given.initiative,
        "card": card,
        "one_press_left": reader is not None
        and ONE_PRESS_LEFT in request.GET
        and is_open
        and not card["support"]["is_mine"],
        "joined": joined,
        "objects_to": may_object_to(reader, [one.merge for one in joined]),
        "may_merge": answers and is_open and given.initiative.is_open,
        "history": history_of(given, merges),
        "talk": about_idea(given),
        "form": form or (AnswerForm() if answers and is_open else None),
        "may_withdraw": may_withdraw(request.user, given),
        "may_enter": answers and is_open and given.initiative.is_open,
        "people_on_paper": queries.people_on_paper(given) if given.supports else 0,
        "sees_reach": sees_reach,
    }
