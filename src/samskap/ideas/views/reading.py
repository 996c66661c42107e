"""Reading what was given."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from samskap.base.keyset import page_for
from samskap.ideas import queries
from samskap.ideas.cards import cards_of, history_of
from samskap.ideas.forms import AnswerForm
from samskap.ideas.permissions import (
    ANSWERING_ROLES,
    may_answer,
    may_ask,
    may_enter_for_others,
    may_withdraw,
)
from samskap.ideas.talk import about_idea
from samskap.initiatives.models import Initiative
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.models import Person
from samskap.people.permissions import has_role

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
    reader = request.user if isinstance(request.user, Person) else None
    answers = reader is not None and may_answer(reader, given.initiative)
    page = {
        "idea": given,
        "initiative": given.initiative,
        "card": cards_of([given], request.user)[0],
        "history": history_of(given),
        "talk": about_idea(given),
        "form": AnswerForm() if answers and not given.withdrawn_at else None,
        "may_withdraw": may_withdraw(request.user, given),
        # Somebody’s address is for the municipality’s own people, not for other residents.
        "sees_reach": reader is not None
        and has_role(reader, request.municipality, *ANSWERING_ROLES),
    }
    return render(request, "ideas/idea.html", page)
