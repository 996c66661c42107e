"""Answering statements, one by one or those alike together."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from samskap.base.keyset import page_for
from samskap.base.limits import keys_in
from samskap.base.rates import count
from samskap.base.seen import seen
from samskap.hearings import cards
from samskap.hearings.actions.answering import answer
from samskap.hearings.forms.stating import AnswerForm
from samskap.hearings.models import ANSWERABLE
from samskap.hearings.queries.hearings import progress_of
from samskap.hearings.queries.statements import (
    IN_ORDER,
    MOST_READ,
    gathered,
    to_be_told,
    unanswered,
)
from samskap.hearings.views.finding import stewarded_hearing
from samskap.people.decorators import SignedInRequest, signed_in

SHOWN = 20  # groups on a page; the next ones come when these are answered


@signed_in
def answers(request: SignedInRequest, slug: str) -> HttpResponse:
    """Show what waits for an answer, those alike together, and answer what was chosen."""
    found = stewarded_hearing(request, slug)
    form = AnswerForm(request.POST or None)
    chosen = keys_in(request.POST.getlist("chosen"))
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        given = answer(hearing=found, keys=chosen, by=request.user, **form.cleaned_data)
        many = given.statements.count()
        words = ngettext(
            "%(n)d statement is answered, and its giver is told.",
            "%(n)d statements are answered, and each giver is told.",
            many,
        )
        messages.success(request, words % {"n": many})
        return redirect("hearings:answers", found.slug)
    progress = progress_of(found)
    waits = list(unanswered(found)[:MOST_READ])
    groups = gathered(waits)
    if waits:
        seen(request, "hearings.answers")
    facts = {
        "hearing": found,
        "form": form,
        "chosen": chosen,
        "can_answer": found.state in ANSWERABLE,
        "groups": [cards.group_card(group) for group in groups[:SHOWN]],
        "more": len(groups) - SHOWN,
        "progress": progress,
        "chart": cards.answered_chart(progress),
    }
    return render(request, "hearings/answers.html", facts)


@signed_in
@require_safe
def to_tell(request: SignedInRequest, slug: str) -> HttpResponse:
    """List who has an answer and no account: they are written to or called."""
    found = stewarded_hearing(request, slug)
    page = page_for(request, to_be_told(found), order=IN_ORDER)
    if page.items:
        seen(request, "hearings.to_tell")
    facts = {
        "hearing": found,
        "page": page,
        "lines": [cards.to_tell_line(each) for each in page.items],
    }
    return render(request, "hearings/to_tell.html", facts)
