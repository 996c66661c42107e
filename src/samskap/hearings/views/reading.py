"""Reading: all hearings, one of them, its papers, its report."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from samskap.base.keyset import page_for
from samskap.base.printed import handed_over, languages
from samskap.hearings import cards
from samskap.hearings.models import OVER, Hearing, Paper, State
from samskap.hearings.permissions import may_steward, may_steward_in
from samskap.hearings.queries.deadlines import preset_of
from samskap.hearings.queries.hearings import (
    FILTERS,
    NEWEST,
    counts_of,
    planned_in,
    progress_of,
    shown,
)
from samskap.hearings.queries.late import keeps_down
from samskap.hearings.queries.statements import (
    IN_ORDER,
    given_by,
    recipients_of,
    statements_of,
)
from samskap.hearings.report import as_pdf, report_name
from samskap.hearings.views.finding import handed_out, the_hearing
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.models import Person


@require_safe
def hearings(request: MunicipalityRequest) -> HttpResponse:
    """Show all hearings, the newest first, or those in some states."""
    which = request.GET.get("which", "")
    page = page_for(request, shown(request.municipality, which=which), order=NEWEST)
    progress = counts_of(page.items)
    is_steward = may_steward_in(request.user, request.municipality)
    facts = {
        "page": page,
        "which": which if which in FILTERS else "",
        "tiles": [cards.tile_of(each, progress[each.pk]) for each in page.items],
        "planned": planned_in(request.municipality) if is_steward else [],
        "is_steward": is_steward,
    }
    return render(request, "hearings/list.html", facts)


@require_safe
def hearing(request: MunicipalityRequest, slug: str) -> HttpResponse:
    """Show one hearing: what it asks, until when, whom, what came in, and what became of it."""
    found = the_hearing(request, slug)
    page = page_for(request, statements_of(found), order=IN_ORDER)
    facts = about(found) | {
        "page": page,
        "statements": [cards.statement_card(each) for each in page.items],
        "mine": mine(request, found),
        "may_steward": may_steward(request.user, found),
        "asked": cards.asked_lines(recipients_of(found)),
    }
    return render(request, "hearings/hearing.html", facts)


def about(hearing: Hearing) -> dict[str, Any]:
    """What every page of a hearing says about it."""
    progress = progress_of(hearing)
    is_locked = hearing.solution_locked_at or (
        hearing.state == State.PLANNED and hearing.initiative.solution_locked_at
    )
    return {
        "hearing": hearing,
        "until": cards.until_in_words(hearing),
        "initiative": hearing.initiative,
        "papers": list(hearing.papers.all()),
        "days": cards.day_facts(hearing),
        "progress": progress,
        "numbers": cards.numbers_of(hearing, progress),
        "is_over": hearing.state in OVER,
        "is_law_read": preset_of(hearing).is_read,
        "considers": preset_of(hearing).considers,
        "is_reported": hearing.state == State.REPORTED,
        "locked_at": is_locked,
        "keeps_down": bool(is_locked) and keeps_down(hearing, timezone.now()),
    }


def mine(request: MunicipalityRequest, hearing: Hearing) -> list[dict[str, Any]]:
    """One’s own statements, with their numbers."""
    if not isinstance(request.user, Person):
        return []
    return [
        {"number": each.number, "url": each.get_absolute_url()}
        for each in given_by(request.user.pk, hearing)[:20]
    ]


@require_safe
def paper(request: MunicipalityRequest, pk: int) -> HttpResponse:
    """Hand out a paper that lies open with a hearing that whoever asks may see."""
    papers = Paper.objects.of(request.municipality).select_related("hearing")
    found = get_object_or_404(papers, pk=pk)
    the_hearing(request, found.hearing.slug)
    return handed_out(found.file)


@require_safe
def report(request: MunicipalityRequest, slug: str) -> HttpResponse:
    """Show the report of a hearing, page by page; whole as a PDF where a language is named."""
    found = the_hearing(request, slug)
    if request.GET.get("in"):
        return handed_over(request, name=lambda: report_name(found), write=lambda: as_pdf(found))
    page = page_for(request, statements_of(found), order=IN_ORDER, size=50)
    facts = about(found) | {
        "page": page,
        "statements": [cards.statement_card(each) for each in page.items],
        "asked": cards.asked_lines(recipients_of(found)),
        "languages": languages(),
    }
    return render(request, "hearings/report.html", facts)
