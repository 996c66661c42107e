"""Reading: all proposals, one of them, a list to collect names on, the letter to the proposers."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from samskap.base.keyset import page_for
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.people.models import Person
from samskap.proposals import cards
from samskap.proposals.errors import NotYoursToChange
from samskap.proposals.models import NOT_ADMITTED, OPEN, Proposal, State
from samskap.proposals.permissions import (
    made_it,
    may_change,
    may_read_letter,
    may_steward,
    may_submit,
    may_withdraw,
    may_write_for_council,
)
from samskap.proposals.queries.alike import alike
from samskap.proposals.queries.counting import count_of, counts_of
from samskap.proposals.queries.proposals import (
    FILTERS,
    NEWEST,
    drafts_of,
    has_signed,
    shown,
    steps_of,
)
from samskap.proposals.queries.rules import rules_of, threshold_of
from samskap.proposals.talk import about_proposal
from samskap.proposals.views.finding import opened_proposal, the_proposal

EMPTY_LINES = 15  # of a printed list


@require_safe
def proposals(request: MunicipalityRequest) -> HttpResponse:
    """Show all proposals, the newest first, or those in some states."""
    which = request.GET.get("which", "")
    found = shown(request.municipality, which=which)
    page = page_for(request, found, order=NEWEST)
    counts = counts_of(page.items)
    rules = rules_of(request.municipality)
    needed_now = threshold_of(Proposal(municipality=request.municipality), rules)
    reader = request.user if isinstance(request.user, Person) else None
    facts = {
        "page": page,
        "which": which if which in FILTERS else "",
        "tiles": [
            cards.tile_of(each, counts[each.pk], each.needed or needed_now.signatures)
            for each in page.items
        ],
        "needed": needed_now.signatures,
        "because": cards.why_so_many(needed_now),
        "scheme": rules.scheme,
        "source": cards.source_of(rules.scheme),
        "drafts": drafts_of(reader, request.municipality) if reader else [],
    }
    return render(request, "proposals/list.html", facts)


@require_safe
def proposal(request: MunicipalityRequest, pk: int) -> HttpResponse:
    """Show one proposal: what it asks for, how many signed, the days, what was decided."""
    found = the_proposal(request, pk)
    return render(request, "proposals/proposal.html", sheet_of(request, found))


def sheet_of(request: MunicipalityRequest, found: Proposal) -> dict[str, Any]:
    """Everything that the page of a proposal shows."""
    reader = request.user if isinstance(request.user, Person) else None
    rules = rules_of(found.municipality)
    counts, needed = count_of(found), threshold_of(found, rules)
    is_theirs = made_it(request.user, found) or may_submit(request.user, found)
    is_warned = is_theirs and found.state in (State.DRAFT, *OPEN)
    stewards = may_steward(request.user, request.municipality)
    return {
        "proposal": found,
        "initiative": found.initiative,
        "made_by": cards.made_by(found),
        "numbers": cards.numbers_of(found, counts, needed),
        "progress": cards.progress_chart(counts, needed.signatures),
        "validity": cards.validity_chart(counts),
        "valid": counts["valid"],
        "needed": needed.signatures,
        "why": cards.why_so_many(needed),
        "deadlines": cards.deadline_facts(found),
        "waits": cards.waits_for_council(found),
        "history": cards.history_of(steps_of(found), names=stewards),
        "measures": cards.measure_lines(found.measures.all()),
        "alike": cards.alike_lines(alike(found.municipality, found.title, found.text, but=found.pk))
        if is_warned
        else [],
        "scheme": rules.scheme,
        "source": cards.source_of(rules.scheme),
        "is_norwegian": found.municipality.country == "NO",
        "is_rejected": found.answer == "rejected" or found.state in NOT_ADMITTED,
        "may_change": may_change(request.user, found) and found.state == State.DRAFT,
        "may_submit": may_submit(request.user, found) and found.state == State.THRESHOLD_MET,
        "may_withdraw": may_withdraw(request.user, found) and found.state in (State.DRAFT, *OPEN),
        "may_steward": stewards and found.opened_at is not None,
        "may_write": may_write_for_council(request.user, found) and found.submitted_on is not None,
        "may_read_letter": may_read_letter(request.user, found) and found.submitted_on is not None,
        "has_signed": reader is not None and found.is_open and has_signed(reader, found),
        "talk": about_proposal(found) if found.initiative and found.opened_at else None,
    }


@require_safe
def paper(request: MunicipalityRequest, pk: int) -> HttpResponse:
    """Show a list to print and collect names on."""
    found = opened_proposal(request, pk)
    rules = rules_of(found.municipality)
    if not rules.scheme.takes_paper:
        raise Http404
    facts = {
        "proposal": found,
        "lines": range(1, EMPTY_LINES + 1),
        "scheme": rules.scheme,
        "needed": threshold_of(found, rules).signatures,
    }
    return render(request, "proposals/paper.html", facts)


@signed_in
@require_safe
def letter(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show the letter to those who made a proposal: what was decided, why, what follows."""
    found = opened_proposal(request, pk)
    if not may_read_letter(request.user, found):
        raise NotYoursToChange
    counts, needed = count_of(found), threshold_of(found)
    facts = {
        "proposal": found,
        "today": cards.day_in_words(timezone.localdate()),
        "to": found.giver.name or (found.proposer.shown_name if found.proposer else ""),
        "reach": found.giver.reach,
        "signed": cards.signed_in_words(counts["valid"], needed.signatures),
        "why": cards.why_so_many(needed),
        "deadlines": cards.deadline_facts(found),
        "steps": cards.history_of(steps_of(found), names=False),
        "measures": cards.measure_lines(found.measures.all()),
        "is_norwegian": found.municipality.country == "NO",
        "is_rejected": found.answer == "rejected" or found.state in NOT_ADMITTED,
    }
    return render(request, "proposals/letter.html", facts)
