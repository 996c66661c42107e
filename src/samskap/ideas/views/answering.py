"""Answering: one idea on its page, or many alike from the list of those that wait."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from samskap.base.keyset import page_for
from samskap.base.limits import keys_in
from samskap.base.rates import count
from samskap.ideas import actions, queries
from samskap.ideas.cards import cards_of, history_of
from samskap.ideas.errors import NotYoursToAnswer
from samskap.ideas.forms import AnswerForm
from samskap.ideas.permissions import ANSWERING_ROLES
from samskap.ideas.talk import about_idea
from samskap.people.decorators import SignedInRequest, signed_in
from samskap.people.permissions import has_role


@signed_in
@require_POST
def answer(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say what becomes of an idea."""
    idea = get_object_or_404(queries.idea_of(request.municipality), pk=pk)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        page = {
            "idea": idea,
            "initiative": idea.initiative,
            "card": cards_of([idea], request.user)[0],
            "history": history_of(idea),
            "talk": about_idea(idea),
            "form": form,
        }
        return render(request, "ideas/idea.html", page, status=422)
    count(request, "post")
    actions.answer(
        ideas=[idea],
        status=form.cleaned_data["status"],
        reason=form.cleaned_data["reason"],
        by=request.user,
    )
    messages.success(request, _("Answered. Whoever gave it hears it now."))
    return redirect(idea)


@signed_in
def waiting(request: SignedInRequest) -> HttpResponse:
    """List what waits for an answer, the oldest promise first, and answer many alike."""
    if not has_role(request.user, request.municipality, *ANSWERING_ROLES):
        raise NotYoursToAnswer
    form = AnswerForm(request.POST or None)
    chosen = keys_in(request.POST.getlist("given"))
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        given = list(queries.given_in(request.municipality).filter(pk__in=chosen))
        actions.answer_given(
            given=given,
            status=form.cleaned_data["status"],
            reason=form.cleaned_data["reason"],
            by=request.user,
        )
        said = ngettext("{n} answered.", "{n} answered.", len(given)).format(n=len(given))
        messages.success(request, said)
        return redirect("ideas:waiting")
    page = page_for(
        request,
        queries.waiting_for_an_answer(request.municipality),
        order=("answer_due_on", "contribution_id"),
    )
    facts = {"page": page, "form": form, "chosen": chosen}
    return render(request, "ideas/waiting.html", facts)
