"""Questions to all."""

from datetime import datetime, time, timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from samskap.base.keyset import page_for
from samskap.base.rates import count
from samskap.ideas import actions, queries
from samskap.ideas.cards import cards_of
from samskap.ideas.errors import NotYoursToAsk
from samskap.ideas.forms import QuestionForm
from samskap.ideas.models import Idea, Question
from samskap.ideas.permissions import may_ask
from samskap.ideas.views.giving import initiative_of
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.people.decorators import SignedInRequest, signed_in


@signed_in
def ask(request: SignedInRequest, slug: str) -> HttpResponse:
    """Put a question to all."""
    initiative = initiative_of(request, slug)
    if not may_ask(request.user, initiative):
        raise NotYoursToAsk
    form = QuestionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        words = form.cleaned_data
        last_day = words["closes_on"]
        midnight_after = last_day and datetime.combine(last_day + timedelta(days=1), time.min)
        asked = actions.ask(
            initiative=initiative,
            by=request.user,
            text=words["text"],
            more=words["more"],
            is_hearing=words["is_hearing"],
            closes_at=timezone.make_aware(midnight_after) if midnight_after else None,
        )
        messages.success(request, _("The question is open. Tell people about it!"))
        return redirect("ideas:question", asked.pk)
    return render(request, "ideas/ask.html", {"initiative": initiative, "form": form})


def question(request: MunicipalityRequest, pk: int) -> HttpResponse:
    """Show a question and what was answered."""
    asked = Question.objects.of(request.municipality).select_related("initiative", "asked_for")
    found = get_object_or_404(asked, pk=pk)
    answers = queries.with_hands(queries.standing(Idea.objects.filter(question=found)))
    page = page_for(request, answers, order=queries.NEWEST)
    now = timezone.now()
    facts = {
        "question": found,
        "initiative": found.initiative,
        "page": page,
        "cards": cards_of(page.items, request.user),
        "is_open": actions.is_open(found, now) and found.initiative.is_open,
        "last_day": found.closes_at and timezone.localdate(found.closes_at - timedelta(seconds=1)),
    }
    return render(request, "ideas/question.html", facts)
