"""What everybody can see of lots, and what is one’s own."""

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from samskap.base.keyset import page_for
from samskap.lottery import cards, publishing, queries
from samskap.lottery.models import Round
from samskap.lottery.permissions import may_keep, may_witness
from samskap.lottery.queries.lots import NEWEST
from samskap.lottery.views.finding import the_lot
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.people.models import Person


@require_safe
def lots(request: MunicipalityRequest) -> HttpResponse:
    """Show the lots of the municipality, the newest first."""
    page = page_for(request, queries.listed(request.municipality), order=NEWEST)
    tiles = [cards.tile_of(each) for each in page.items]
    return render(request, "lottery/list.html", {"page": page, "tiles": tiles})


@require_safe
def lot(request: MunicipalityRequest, pk: int) -> HttpResponse:
    """Show one lot: how it is drawn, how far it has come, and what came of it."""
    found = the_lot(request, pk)
    reader = request.user if isinstance(request.user, Person) else None
    last, drawn = queries.round_of(found), queries.result_of(found)
    rounds = list(found.rounds.exclude(committed_at=None))
    facts = {
        "lot": found,
        "initiative": found.initiative,
        "phases": cards.phases_of(found),
        "targets": cards.targets_of(found),
        "facts": cards.facts_of(found),
        "round": last,
        "rounds": rounds,
        "drawn": drawn,
        "charts": cards.charts_of(found, drawn) if drawn else [],
        "steps": cards.steps_of(found),
        "mine": cards.own_of(queries.entry_of(reader, found)) if reader else None,
        "keeps": may_keep(reader, found),
        "types": found.state == "committed" and may_witness(reader, found),
    }
    return render(request, "lottery/lot.html", facts)


@require_safe
def file(request: MunicipalityRequest, pk: int, number: int) -> HttpResponse:
    """Give the file by which anybody checks a draw."""
    found = the_lot(request, pk)
    rounds = found.rounds.exclude(committed_at=None).select_related("lot")
    round_: Round = get_object_or_404(rounds, number=number)
    return as_file(round_, publishing.document_of(round_))


def as_file(round_: Round, document: object, *, name: str = "lot") -> HttpResponse:
    """Give a document as a file."""
    if not round_.codes:
        raise Http404
    answer = JsonResponse(document, json_dumps_params={"ensure_ascii": False, "indent": 1})
    named = f"{name}-{round_.lot_id}-{round_.number}.json"
    answer.headers["Content-Disposition"] = f'attachment; filename="{named}"'
    return answer


@signed_in
@require_safe
def mine(request: SignedInRequest) -> HttpResponse:
    """Show the lots that one is in, with one’s own code and chance."""
    entries = queries.lots_with(request.user, request.municipality)
    page = page_for(request, entries, order=("-entered_at", "-pk"))
    rows = [(entry, cards.own_of(entry)) for entry in page.items]
    return render(request, "lottery/mine.html", {"page": page, "rows": rows})
