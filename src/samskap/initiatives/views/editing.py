"""Telling more about an initiative, and leading it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samskap.base.rates import count
from samskap.design.asking import posted
from samskap.initiatives.actions import describing
from samskap.initiatives.forms.describing import DescribeForm, RewriteForm
from samskap.initiatives.views.finding import carried_at, initiative_at
from samskap.people.decorators import SignedInRequest, signed_in


@signed_in
def edit_initiative(request: SignedInRequest, slug: str) -> HttpResponse:
    """Tell more about an initiative; everything here may be left out."""
    initiative = carried_at(request, slug)
    form = DescribeForm(posted(request), request.FILES or None, instance=initiative)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        describing.describe(initiative=initiative, by=request.user, **form.facts())
        messages.success(request, _("It is saved. Thank you for telling more."))
        return redirect(initiative)
    # An invalid form has put its values into the row: the page shows what is really there.
    shown = initiative_at(request, slug)
    return render(request, "initiatives/edit.html", {"initiative": shown, "form": form})


@signed_in
def rewrite_question(request: SignedInRequest, slug: str) -> HttpResponse:
    """Turn “solve for” into “create with” (S3:30.2), and use the question as the goal."""
    initiative = carried_at(request, slug)
    form = RewriteForm(posted(request))
    question = ""
    if request.method == "POST" and form.is_valid():
        question = form.question()
        if "use" in request.POST:
            count(request, "post")
            describing.describe(initiative=initiative, by=request.user, societal_goal=question)
            messages.success(request, _("The question is now the goal of the initiative."))
            return redirect(initiative)
    page = {"initiative": initiative, "form": form, "question": question}
    return render(request, "initiatives/rewrite.html", page)


@signed_in
@require_POST
def lead(request: SignedInRequest, slug: str) -> HttpResponse:
    """Take the lead of the joint process, or hand it back."""
    initiative = initiative_at(request, slug)
    count(request, "post")
    if "leave" in request.POST:
        describing.leave_the_lead(initiative=initiative, by=request.user)
        messages.success(request, _("You have handed back the lead."))
    else:
        describing.take_the_lead(initiative=initiative, by=request.user)
        messages.success(request, _("You lead the joint process now. The partners can see it."))
    return redirect(initiative)
