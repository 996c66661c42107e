"""Pages of insight."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from samskap.base.keyset import page_for
from samskap.base.modules import announced
from samskap.base.once import keep_answers
from samskap.base.rates import count
from samskap.design.figures import as_csv
from samskap.initiatives.models import Initiative
from samskap.initiatives.queries.sheet import read_sheet
from samskap.insight import actions, cards, queries
from samskap.insight.document import document_of
from samskap.insight.dominance import published_document
from samskap.insight.dominance_cards import dominance_card
from samskap.insight.evidence import tally_of, units_that_count, weightless
from samskap.insight.forms import ContestAnswerForm, ContestForm
from samskap.insight.models import Contest, Placing
from samskap.insight.permissions import may_answer_contest
from samskap.insight.sentences import RUNG_SAYS, RUNG_TITLE
from samskap.insight.voices import voices_in
from samskap.kernels.ladder import KINDS, Rung
from samskap.ledger.cards import card_of
from samskap.ledger.models import Phase, Side
from samskap.meetings.cards_voices import voices_numbers
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.decorators import SignedInRequest, signed_in

# The rungs as they stand on the ladder, and what stands beside it last.
FROM_THE_TOP = (*(rung for rung in reversed(Rung) if rung.value.isdecimal()), Rung.SELF_ORGANISED)
FILTERS = {"phase": Phase.values, "side": Side.values, "kind": list(KINDS)}


def initiative_of(request: MunicipalityRequest, slug: str) -> Initiative:
    """Find the initiative that an address names."""
    initiatives = Initiative.objects.of(request.municipality)
    found: Initiative = get_object_or_404(
        initiatives.select_related("account", "municipality"), slug=slug
    )
    return found


def evidence(request: MunicipalityRequest, slug: str) -> HttpResponse:
    """Show where an initiative stands, why, and every row behind it."""
    initiative = initiative_of(request, slug)
    keep_answers(initiative, initiative.account)
    read_sheet(initiative)  # three questions instead of ten
    tally = tally_of(initiative)
    placement = queries.place(initiative, tally)
    chosen = {
        name: request.GET[name] for name, known in FILTERS.items() if request.GET.get(name) in known
    }
    own, shows_all = request.GET.get("own") == "yes", request.GET.get("all") == "yes"
    folded = {} if chosen or own or shows_all else weightless(tally)
    behind = queries.rows_behind(initiative, **chosen, own=own, without=folded)
    page = page_for(request, behind, order=("-number",), size=50)
    title_of = {kind.key: kind.title for kind in announced("kinds")}
    rows = [
        card_of(row, title_of.get(row.kind, row.kind))
        | {
            "side": row.get_side_display(),
            "phase": row.get_phase_display(),
            "units": units_that_count(row),
        }
        for row in page.items
    ]
    placing = Placing.objects.filter(initiative=initiative).first()
    written = published_document(placing)
    contests = list(queries.contests_of(initiative))
    may_answer = request.user.is_authenticated and may_answer_contest(request.user, initiative)
    facts: dict[str, Any] = {
        "initiative": initiative,
        "placement": cards.ladder_card(initiative, placement, len(contests)),
        "says": cards.rung_words(placement),
        "cci": placement.cci,
        "data_quality": round(100 * placement.data_quality),
        "chart": cards.contributions_chart(initiative, tally),
        "hours": cards.hours_chart(initiative, tally),
        "curve": cards.curve_chart(initiative, placing),
        "numbers": cards.answers_numbers(queries.answers_of(initiative)),
        "voices": (found := voices_in(initiative)) and voices_numbers(found),
        "dominance": written and dominance_card(written, initiative),
        "placed_at": placing and placing.placed_at,
        "is_unheard": found is not None and found.is_unheard,
        "page": page,
        "rows": rows,
        "is_filtered": bool(chosen or own),
        "folded": sum(folded.values()),
        "contests": contests,
        "answer_form": ContestAnswerForm() if may_answer else None,
    }
    return render(request, "insight/evidence.html", facts)


def ladder(request: MunicipalityRequest) -> HttpResponse:
    """Explain the ladder, its rungs, its conditions and its source."""
    rungs = [
        {"number": rung.value, "title": RUNG_TITLE[rung], "says": RUNG_SAYS[rung]}
        for rung in reversed(Rung)
        if rung.value.isdecimal() and rung is not Rung.NOT_CO_CREATION
    ]
    return render(request, "insight/ladder.html", {"rungs": rungs})


def municipality(request: MunicipalityRequest) -> HttpResponse:
    """Show how a whole municipality answers, and where its initiatives stand."""
    counted = queries.rungs_in(request.municipality)
    rungs = [
        (rung, str(RUNG_TITLE[rung]), counted.get(rung.value, 0))
        for rung in FROM_THE_TOP
        if counted.get(rung.value)
    ]
    chart = {
        "id": "rungs",
        "title": _("Where the initiatives stand"),
        "sentence": _("{n} of {all} initiatives have enough evidence to be placed.").format(
            n=sum(n for _rung, _title, n in rungs), all=sum(counted.values())
        ),
        "categories": [title for _rung, title, _n in rungs],
        "series": [
            {
                "label": _("Initiatives"),
                "tone": "fjord",
                "values": [n for _rung, _title, n in rungs],
            }
        ],
        "is_stacked": False,
        "unit": _("initiatives"),
    }
    facts = {
        "numbers": cards.answers_numbers(queries.answers_in(request.municipality)),
        "chart": chart if rungs else None,
        "in_all": sum(counted.values()),
    }
    return render(request, "insight/municipality.html", facts)


@signed_in
def contest(request: SignedInRequest, slug: str) -> HttpResponse:
    """Object to a placement."""
    initiative = initiative_of(request, slug)
    form = ContestForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        actions.contest(initiative=initiative, by=request.user, reason=form.cleaned_data["reason"])
        messages.success(request, _("Thank you. Your objection stands beside the placement."))
        return redirect("insight:evidence", initiative.slug)
    facts = {"initiative": initiative, "form": form}
    return render(request, "insight/contest.html", facts)


@signed_in
def answer_contest(request: SignedInRequest, pk: int) -> HttpResponse:
    """Answer an objection."""
    found = Contest.objects.of(request.municipality).select_related(
        "initiative__account", "initiative__municipality", "by"
    )
    objection = get_object_or_404(found, pk=pk)
    form = ContestAnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        actions.answer_contest(
            contest=objection, by=request.user, answer=form.cleaned_data["answer"]
        )
        messages.success(request, _("Answered. Whoever objected hears it now."))
        return redirect("insight:evidence", objection.initiative.slug)
    facts = {"contest": objection, "initiative": objection.initiative, "form": form}
    return render(request, "insight/answer_contest.html", facts)


def document(request: MunicipalityRequest, slug: str) -> StreamingHttpResponse:
    """Hand out the open data of an initiative, from which anyone can count again."""
    initiative = initiative_of(request, slug)
    answer = StreamingHttpResponse(
        document_of(initiative), content_type="application/json; charset=utf-8"
    )
    answer["Content-Disposition"] = f'attachment; filename="{initiative.slug}.json"'
    return answer


def contributions(request: MunicipalityRequest, slug: str) -> HttpResponse:
    """The picture of contributions as a table."""
    initiative = initiative_of(request, slug)
    return csv(as_csv(cards.contributions_chart(initiative, tally_of(initiative))), slug)


def hours(request: MunicipalityRequest, slug: str) -> HttpResponse:
    """The picture of hours as a table."""
    initiative = initiative_of(request, slug)
    chart = cards.hours_chart(initiative, tally_of(initiative))
    return csv(as_csv(chart) if chart else "", slug)


def curve(request: MunicipalityRequest, slug: str) -> HttpResponse:
    """The index over time as a table."""
    initiative = initiative_of(request, slug)
    placing = Placing.objects.filter(initiative=initiative).first()
    chart = cards.curve_chart(initiative, placing)
    return csv(as_csv(chart) if chart else "", slug)


def dominance(request: MunicipalityRequest, slug: str) -> JsonResponse:
    """Hand out how the voice is shared, from which anyone can judge again."""
    initiative = initiative_of(request, slug)
    placing = get_object_or_404(Placing, initiative=initiative, dominance__isnull=False)
    about = {
        "initiative": str(initiative.public_id),
        "title": initiative.title,
        "municipality": initiative.municipality.name,
        "licence": initiative.municipality.open_licence.name,
        "counted_at": placing.placed_at.isoformat(),
    }
    answer = JsonResponse(
        about | (published_document(placing) or {}), json_dumps_params={"indent": 1}
    )
    answer["Content-Disposition"] = f'attachment; filename="{initiative.slug}-dominance.json"'
    return answer


def dominance_csv(request: MunicipalityRequest, slug: str) -> HttpResponse:
    """How the voice is shared, as a table; empty while too little has been said."""
    initiative = initiative_of(request, slug)
    placing = Placing.objects.filter(initiative=initiative).first()
    written = published_document(placing)
    card = written and dominance_card(written, initiative)
    return csv(as_csv(card["chart"]) if card and card["chart"] else "", slug)


def csv(table: str, slug: str) -> HttpResponse:
    """A table as a file."""
    answer = HttpResponse(table, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{slug}.csv"'
    return answer
