"""The page on which one votes, one statement at a time."""

from typing import Any

from django.contrib import messages
from django.core.cache import caches
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samskap.base.finding import wants_to_look
from samskap.base.rates import count
from samskap.deliberation.actions import voting as actions
from samskap.deliberation.cards import asked_in_words, question_of, said_of
from samskap.deliberation.forms.voting import StateForm, VoteForm
from samskap.deliberation.knowing import Voter, place_of
from samskap.deliberation.models import Deliberation
from samskap.deliberation.permissions import level_to_vote, may_write
from samskap.deliberation.queries.asking import asked_next
from samskap.deliberation.queries.deliberations import statement_to_vote_on
from samskap.deliberation.queries.like import alike
from samskap.deliberation.queries.map import weights_of
from samskap.deliberation.queries.participants import counted, participant_of
from samskap.deliberation.views.finding import (
    chosen_in,
    in_chosen_language,
    keep_secret,
    read_in,
    secret_in,
    the_deliberation,
    voter_of,
)
from samskap.initiatives.permissions.initiative import KEEPERS
from samskap.ledger.hands import HandChoice, hands_of
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.models import Level
from samskap.people.permissions import has_role, level_of

HALF_A_MINUTE = 30  # seconds


@require_safe
@in_chosen_language
def vote(request: MunicipalityRequest, pk: int) -> HttpResponse:
    """Ask for one vote, and offer to state something."""
    return shown(request, the_deliberation(request, pk))


def shown(
    request: MunicipalityRequest, deliberation: Deliberation, *, form: StateForm | None = None
) -> HttpResponse:
    """Show the page on which one votes, with the form empty or as it was filled in."""
    voter = voter_of(request)
    mine = participant_of(deliberation, voter)
    facts: dict[str, Any] = {
        "deliberation": deliberation,
        "asks": question_of(deliberation, read_in(request)),
        "read_in": chosen_in(request),
        "is_open": deliberation.is_open and deliberation.initiative.is_open,
        "mine": mine,
        "keeps_it": seems_to_keep(voter, deliberation),
    }
    if facts["is_open"]:
        needed = level_to_vote(deliberation)
        asked = asked_next(
            deliberation,
            mine,
            pseudonym=f"{deliberation.public_id} {mine.number if mine else voter.address}",
            weights=weights_now(deliberation),
        )
        facts |= {
            "needed": needed,
            "may_vote": is_known_as(voter, needed, deliberation),
            "asked": asked,
            "said": said_of(asked.statement, read_in(request)) if asked.statement else None,
            "progress": asked_in_words(asked),
            "form": form or form_for(voter, deliberation),
            "is_looking": wants_to_look(request),
            "is_shared": not voter.person and place_of(voter.address, deliberation) is not None,
        }
        facts["may_translate"] = voter.person is not None and facts["form"] is not None
        if form and wants_to_look(request):
            facts["like"] = alike(deliberation, str(form["text"].value() or ""))
    else:
        facts["people"], _others = counted(deliberation)
    return render(request, "deliberation/vote.html", facts)


def weights_now(deliberation: Deliberation) -> dict[int, float]:
    """How much a vote on each statement tells, as it was at most half a minute ago."""
    key = f"deliberation.weights:{deliberation.pk}"
    weights: dict[int, float] | None = caches["here"].get(key)
    if weights is None:
        weights = weights_of(deliberation)
        caches["here"].set(key, weights, HALF_A_MINUTE)
    return weights


def is_known_as(voter: Voter, needed: Level, deliberation: Deliberation) -> bool:
    """Whether somebody is known surely enough to vote; an e-ID is looked for where it counts."""
    here = deliberation.municipality if needed == Level.IDENTIFIED else None
    return level_of(voter.person, here) >= needed


def seems_to_keep(voter: Voter, deliberation: Deliberation) -> bool:
    """Whether to show the way to the page of those who keep it; that page asks for leave itself."""
    if voter.person is None:
        return False
    started_it = deliberation.started_by_id == voter.person.pk
    return started_it or has_role(voter.person, deliberation.municipality, *KEEPERS)


def form_for(voter: Voter, deliberation: Deliberation) -> StateForm | None:
    """An empty form for a statement; None for whoever may not write any."""
    if not may_write(voter.person, deliberation):
        return None
    return StateForm(deliberation=deliberation, hands=hands_for(voter, deliberation))


def hands_for(voter: Voter, deliberation: Deliberation) -> list[HandChoice]:
    """In whose name somebody may state something: their own, or that of who gave them a mandate."""
    return hands_of(voter.person, deliberation.municipality) if voter.person else []


@require_POST
def cast(request: MunicipalityRequest, pk: int) -> HttpResponse:
    """Take a vote, and go on to the next statement, or back to one’s own votes."""
    form = VoteForm(request.POST)
    if not form.is_valid():
        return redirect(the_deliberation(request, pk))
    voter = voter_of(request, is_new=True)
    slow_down(request, voter)
    statements = statement_to_vote_on(request.municipality).filter(deliberation=pk)
    statement = get_object_or_404(statements, pk=form.cleaned_data["statement"])
    deliberation = statement.deliberation
    actions.vote(
        deliberation=deliberation,
        statement=statement,
        value=form.cleaned_data["value"],
        voter=voter,
    )
    if form.cleaned_data["from_mine"]:
        messages.success(request, _("Your vote is changed. The last one counts."))
        answer = redirect("deliberation:mine", pk)
    else:
        answer = redirect(f"{deliberation.get_absolute_url()}#next")
    keep_secret(answer, voter)
    return answer


def slow_down(request: MunicipalityRequest, voter: Voter) -> None:
    """Count how often one person votes or looks, and how often one place does without a cookie.

    Refuses with TooOften.
    """
    if voter.person:
        count(request, "vote")
    elif secret_in(request):
        count(f"participant {voter.cookie}", "vote")
    else:
        count(request, "voters_from_one_place")
