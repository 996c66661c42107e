"""The page on which one votes, one statement at a time; and one’s own votes."""

from typing import Any
from uuid import uuid5

from django.contrib import messages
from django.core.cache import caches
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samskap.base.finding import wants_to_look
from samskap.base.keyset import page_for
from samskap.base.limits import keys_in
from samskap.base.modules import announced
from samskap.base.rates import count
from samskap.deliberation.actions import reading, stating, taking_part
from samskap.deliberation.actions import voting as actions
from samskap.deliberation.cards import asked_in_words, line_of, said_of, tile_of
from samskap.deliberation.errors import NothingStated, StatedAlready, StatementIsTooLong
from samskap.deliberation.forms.voting import AppealForm, StateForm, VoteForm
from samskap.deliberation.knowing import Voter, place_of
from samskap.deliberation.models import Deliberation, Participant, Standing
from samskap.deliberation.permissions import level_to_vote, may_appeal, may_keep, may_write
from samskap.deliberation.queries.asking import asked_next
from samskap.deliberation.queries.deliberations import (
    NEWEST,
    listed,
    shown_in,
    statement_to_vote_on,
    taken_part_in,
    votes_by,
    written_by,
)
from samskap.deliberation.queries.like import alike
from samskap.deliberation.queries.map import weights_of
from samskap.deliberation.queries.participants import counted, participant_of
from samskap.deliberation.views.finding import (
    COOKIE,
    keep_secret,
    secret_in,
    the_deliberation,
    the_statement,
    voter_of,
)
from samskap.initiatives.permissions.initiative import KEEPERS
from samskap.ledger.cards import fate_of
from samskap.ledger.hands import HandChoice, hands_of
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.models import Level, Person
from samskap.people.permissions import has_role, level_of

MOST_OWN = 6  # of those one takes part in
HALF_A_MINUTE = 30  # seconds
REFUSED_WORDS = (NothingStated, StatementIsTooLong, StatedAlready)


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
            "said": said_of(asked.statement) if asked.statement else None,
            "progress": asked_in_words(asked),
            "form": form or form_for(voter, deliberation),
            "is_looking": wants_to_look(request),
            "is_shared": not voter.person and place_of(voter.address, deliberation) is not None,
        }
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


@require_POST
def state(request: MunicipalityRequest, pk: int) -> HttpResponse:
    """Take a statement; what was typed stays on the page where it is refused."""
    deliberation = the_deliberation(request, pk)
    voter = voter_of(request, is_new=True)
    hands = hands_for(voter, deliberation)
    form = StateForm(request.POST, deliberation=deliberation, hands=hands)
    if wants_to_look(request) or not form.is_valid():
        slow_down(request, voter)
        return shown(request, deliberation, form=form)
    if voter.person is None and secret_in(request):  # a class shares one network
        count(f"participant {voter.cookie}", "comment")
    else:
        count(request, "post")
    said = form.cleaned_data
    try:
        made = stating.state(
            deliberation=deliberation,
            text=said["text"],
            language=said["language"],
            voter=voter,
            hand_key=said.get("hand", ""),
            public_id=uuid5(said["public_id"], key_of_writer(voter)),
        )
    except REFUSED_WORDS as refusal:
        form.add_error("text", str(refusal))
        return shown(request, deliberation, form=form)
    if made.state == Standing.AWAITING:
        words = _("Thank you! Somebody reads it first. “Your votes and statements” says more.")
    else:
        words = _("Thank you! Others can vote on it now.")
    messages.success(request, words)
    answer = redirect(f"{deliberation.get_absolute_url()}#next")
    keep_secret(answer, voter)
    return answer


def key_of_writer(voter: Voter) -> str:
    """Name whoever presses a button, so that nobody presses another’s."""
    return f"deliberation:{voter.person.pk if voter.person else voter.cookie}"


@require_POST
def like(request: MunicipalityRequest, pk: int) -> HttpResponse:
    """Show what is like a statement, while somebody writes it."""
    deliberation = the_deliberation(request, pk)
    slow_down(request, voter_of(request))
    found = alike(deliberation, request.POST.get("text", "")[:1000])
    return render(request, "deliberation/parts/like.html", {"like": found})


@require_safe
def mine(request: MunicipalityRequest, pk: int) -> HttpResponse:
    """Show one’s own votes and statements; nobody else can open them."""
    return mine_shown(request, the_deliberation(request, pk))


def mine_shown(
    request: MunicipalityRequest,
    deliberation: Deliberation,
    *,
    wrong: tuple[int, AppealForm] | None = None,
) -> HttpResponse:
    """Show one’s own votes and statements, with the form of an appeal as it was filled in."""
    voter = voter_of(request)
    participant = participant_of(deliberation, voter)
    unknown = None
    if voter.person and voter.cookie:
        unknown = participant_of(deliberation, Voter(cookie=voter.cookie))
    facts: dict[str, Any] = {
        "deliberation": deliberation,
        "participant": participant,
        "others": unknown.votes.count() if unknown else 0,
        "is_open": deliberation.is_open and deliberation.initiative.is_open,
        "is_unknown": voter.person is None,
    }
    if participant:
        facts |= own(request, participant, wrong)
    answer = render(request, "deliberation/mine.html", facts)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def own(
    request: MunicipalityRequest,
    participant: Participant,
    wrong: tuple[int, AppealForm] | None,
) -> dict[str, Any]:
    """What somebody has voted and stated here, and what became of that."""
    page = page_for(request, votes_by(participant), order=("-at", "-pk"), size=50)
    key, bound = wrong or (0, None)
    address_of = next(announced("trace_of"), lambda given: "")
    stated = [
        {
            "statement": each,
            "fate": fate_of(each.contribution.standing) if each.contribution else None,
            "trace_url": address_of(each.contribution) if each.contribution else "",
            "form": (bound if each.pk == key else AppealForm())
            if may_appeal(participant, each)
            else None,
        }
        for each in written_by(participant)[:100]
    ]
    return {"page": page, "stated": stated}


@require_POST
def appeal(request: MunicipalityRequest, pk: int) -> HttpResponse:
    """Ask somebody else to look at one’s own statement that was set aside."""
    statement = the_statement(request, pk)
    voter = voter_of(request)
    form = AppealForm(request.POST)
    if not form.is_valid():
        return mine_shown(request, statement.deliberation, wrong=(statement.pk, form))
    count(request, "post")
    reading.appeal(statement=statement, voter=voter, text=form.cleaned_data["text"])
    messages.success(request, _("Somebody else looks at it, and answers here."))
    return redirect("deliberation:mine", statement.deliberation_id)


@require_POST
def leave(request: MunicipalityRequest, pk: int) -> HttpResponse:
    """Join the votes of this device with one’s own, or let the device forget who voted here."""
    deliberation = the_deliberation(request, pk)
    voter = voter_of(request)
    count(request, "post")
    if voter.person and "join" in request.POST:
        taking_part.join(deliberation=deliberation, voter=voter)
        messages.success(request, _("The votes are yours now."))
        return redirect("deliberation:mine", pk)
    messages.success(request, _("This device has forgotten you. The next person starts afresh."))
    answer = redirect(deliberation)
    answer.delete_cookie(COOKIE, samesite="Lax")
    return answer


@require_safe
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
        "lines": [line_of(each) for each in page.items],
        "may_keep": may_keep(request.user, deliberation),
    }
    return render(request, "deliberation/statements.html", facts)
