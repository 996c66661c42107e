"""Stating something that others vote on."""

from uuid import uuid5

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samskap.base.finding import wants_to_look
from samskap.base.rates import count
from samskap.deliberation.actions import stating
from samskap.deliberation.errors import NothingStated, StatedAlready, StatementIsTooLong
from samskap.deliberation.forms.voting import StateForm
from samskap.deliberation.knowing import Voter
from samskap.deliberation.models import Standing
from samskap.deliberation.queries.like import alike
from samskap.deliberation.views.finding import keep_secret, secret_in, the_deliberation, voter_of
from samskap.deliberation.views.voting import hands_for, shown, slow_down
from samskap.municipalities.middleware import MunicipalityRequest

REFUSED_WORDS = (NothingStated, StatementIsTooLong, StatedAlready)


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
