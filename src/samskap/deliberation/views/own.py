"""What somebody has voted and stated themselves: the one page that is theirs alone."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samskap.base.keyset import page_for
from samskap.base.modules import announced
from samskap.base.rates import count
from samskap.deliberation.actions import reading, taking_part
from samskap.deliberation.cards import question_of, said_of
from samskap.deliberation.forms.voting import AppealForm
from samskap.deliberation.knowing import Voter
from samskap.deliberation.models import Deliberation, Participant
from samskap.deliberation.permissions import may_appeal
from samskap.deliberation.queries.deliberations import votes_by, written_by
from samskap.deliberation.queries.participants import participant_of
from samskap.deliberation.views.finding import (
    COOKIE,
    read_in,
    the_deliberation,
    the_statement,
    voter_of,
)
from samskap.ledger.cards import fate_of
from samskap.municipalities.middleware import MunicipalityRequest


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
        "asks": question_of(deliberation, read_in(request)),
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
    wanted = read_in(request)
    voted = [{"vote": each, "said": said_of(each.statement, wanted)} for each in page.items]
    return {"page": page, "voted": voted, "stated": stated}


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
