"""Pages of what became of it: one contribution step by step, an initiative as a flow."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from samskap.base.modules import Panel, announced
from samskap.design.figures import as_csv
from samskap.design.flows import as_chart
from samskap.initiatives.models import Initiative
from samskap.initiatives.queries.kept import for_everyone, kept
from samskap.insight import flow_cards, tracing
from samskap.ledger.cards import author_of, card_of
from samskap.ledger.models import Contribution
from samskap.meetings.methods import name_of
from samskap.meetings.models import Outcome
from samskap.municipalities.middleware import MunicipalityRequest


def trace_path(contribution: Contribution) -> str:
    """The address that tells what became of a contribution."""
    return reverse("insight:trace", args=[contribution.public_id])


def trace(request: MunicipalityRequest, public_id: UUID) -> HttpResponse:
    """Show one contribution from the hand that gave it through decisions to what changed."""
    given = get_object_or_404(tracing.contributions_of(request.municipality), public_id=public_id)
    followed = tracing.trace_of(given)
    title_of = {kind.key: kind.title for kind in announced("kinds")}
    facts = {
        "given": given,
        "initiative": given.account.initiative,
        "card": card_of(given, title_of.get(given.kind, given.kind)) | {"author": author_of(given)},
        "stages": flow_cards.stages_of(followed),
        "events": flow_cards.events_of(followed),
        "is_whole": followed.is_whole,
        "items": followed.items,
        "origin": origin_of(given),
    }
    return render(request, "insight/trace.html", facts)


def origin_of(given: Contribution) -> dict[str, object] | None:
    """The event it came out of, and its method: where it was heard, and never by whom (SC-11)."""
    found = Outcome.objects.filter(contribution=given).select_related("event__running").first()
    if found is None:
        return None
    running = getattr(found.event, "running", None)
    return {"event": found.event, "method": name_of(running.method) if running else ""}


def flow(request: MunicipalityRequest, slug: str) -> HttpResponse:
    """Show which way everything went that people gave to an initiative."""
    initiative = initiative_of(request, slug)
    counted = flow_counted(initiative)
    facts = {
        "initiative": initiative,
        "flow": counted,
        "chart": flow_cards.flow_chart(initiative, counted),
    }
    return render(request, "insight/flow.html", facts)


def flow_csv(request: MunicipalityRequest, slug: str) -> HttpResponse:
    """Give the flow as a file: a row for each way."""
    initiative = initiative_of(request, slug)
    chart = as_chart(flow_cards.flow_chart(initiative, flow_counted(initiative)))
    return HttpResponse(
        as_csv(chart),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{initiative.slug}-flow.csv"'},
    )


def initiative_of(request: MunicipalityRequest, slug: str) -> Initiative:
    """Find the initiative that an address names."""
    initiatives = Initiative.objects.of(request.municipality).select_related("account")
    found: Initiative = get_object_or_404(initiatives, slug=slug)
    return found


def flow_counted(initiative: Initiative) -> tracing.Flow:
    """Count the flow once for every reader, until something happens in the initiative."""
    return kept(initiative, "insight.flow", lambda: tracing.flow_of(initiative))


@for_everyone
def flow_panel(request: HttpRequest, initiative: Initiative) -> Panel:
    """Lead from the page of an initiative to the picture; asks the database nothing."""
    url = reverse("insight:flow", args=[initiative.slug])
    return Panel(template="insight/flow_panel.html", facts={"url": url}, order=95, aside=True)
