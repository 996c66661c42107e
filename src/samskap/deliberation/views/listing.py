"""Lists: the deliberations of a municipality, and the statements of one."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samskap.base.keyset import page_for
from samskap.base.limits import keys_in
from samskap.deliberation.cards import line_of, question_of, tile_of
from samskap.deliberation.permissions import may_translate
from samskap.deliberation.queries.deliberations import NEWEST, listed, shown_in, taken_part_in
from samskap.deliberation.queries.participants import counted
from samskap.deliberation.views.finding import (
    chosen_in,
    in_chosen_language,
    read_in,
    the_deliberation,
)
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.models import Person

MOST_OWN = 6  # of those one takes part in


@require_safe
def deliberations(request: MunicipalityRequest) -> HttpResponse:
    """Show the deliberations of the municipality, the newest first, and those one takes part in."""
    page = page_for(request, listed(request.municipality), order=NEWEST)
    person = request.user if isinstance(request.user, Person) else None
    own = list(taken_part_in(person, request.municipality)[:MOST_OWN]) if person else []
    facts = {
        "page": page,
        "tiles": [tile_of(each) for each in page.items],
        "own": [tile_of(each) for each in own],
    }
    return render(request, "deliberation/list.html", facts)


@require_safe
@in_chosen_language
def statements(request: MunicipalityRequest, pk: int) -> HttpResponse:
    """Show every statement, with its translations side by side and how many said what."""
    deliberation = the_deliberation(request, pk)
    rows = shown_in(deliberation)
    for number in keys_in([request.GET.get("number", "")]):  # an address leads to one of them
        rows = rows.filter(number__gte=number)
    page = page_for(request, rows, order=("number",), size=50)
    people, others = counted(deliberation)
    facts = {
        "deliberation": deliberation,
        "people": people,
        "others": others,
        "page": page,
        "asks": question_of(deliberation, read_in(request)),
        "read_in": chosen_in(request),
        "lines": [line_of(each, read_in(request)) for each in page.items],
        "may_translate": may_translate(request.user, deliberation),
    }
    return render(request, "deliberation/statements.html", facts)
