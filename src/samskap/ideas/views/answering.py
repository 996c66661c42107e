"""Answering one idea on its page. Many are answered alike from the desk."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samskap.base.rates import count
from samskap.ideas import actions, queries
from samskap.ideas.forms import AnswerForm
from samskap.ideas.views.reading import sheet_of
from samskap.people.decorators import SignedInRequest, signed_in


@signed_in
@require_POST
def answer(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say what becomes of an idea."""
    idea = get_object_or_404(queries.idea_of(request.municipality), pk=pk)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        page = sheet_of(request, idea, form=form)
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
