"""Moderation: report, judge, appeal, decide; and what waits for those who do it."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samskap.base.keyset import page_for
from samskap.base.rates import count
from samskap.conversations.actions import moderating
from samskap.conversations.cards import card_of
from samskap.conversations.errors import (
    NotYoursToAppeal,
    NotYoursToJudge,
    SomebodyElseDecides,
    YourOwnComment,
)
from samskap.conversations.forms import AppealForm, DecideForm, JudgeForm, ReportForm
from samskap.conversations.models import Comment
from samskap.conversations.permissions import is_own, may_appeal, may_decide, may_judge
from samskap.conversations.queries import moderation
from samskap.conversations.queries.threads import IN_ORDER
from samskap.conversations.views.comments import comment_at
from samskap.people.decorators import SignedInRequest, signed_in


def ask(
    request: SignedInRequest,
    template: str,
    *,
    comment: Comment,
    form: forms.BaseForm,
    act: Callable[[dict[str, Any]], object],
    thanks: str,
    to: str = "",
    **facts: Any,
) -> HttpResponse:
    """Show a form beside the comment it is about; act, thank and move on when it is filled in."""
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        act(form.cleaned_data)
        messages.success(request, thanks)
        return redirect(to or comment)
    page = {
        "comment": comment,
        "thread": comment.thread,
        "card": card_of(comment, sees_hidden=True),
        "form": form,
        **facts,
    }
    return render(request, f"conversations/{template}.html", page)


@signed_in
def report(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say that a comment should not stand."""
    comment = comment_at(request, pk)
    if is_own(request.user, comment):
        raise YourOwnComment
    return ask(
        request,
        "report",
        comment=comment,
        form=ReportForm(request.POST or None),
        act=lambda said: moderating.report(comment=comment, by=request.user, **said),
        thanks=_("Thank you. A person looks at it, and you hear what is decided."),
        to=f"{comment.thread.path}#talk",
        card=card_of(comment),
    )


@signed_in
def judge(request: SignedInRequest, pk: int) -> HttpResponse:
    """Hide a comment or let it stand, with a reason."""
    comment = comment_at(request, pk)
    if not may_judge(request.user, comment):
        raise YourOwnComment if is_own(request.user, comment) else NotYoursToJudge
    return ask(
        request,
        "judge",
        comment=comment,
        form=JudgeForm(request.POST or None),
        act=lambda said: moderating.judge(comment=comment, by=request.user, **said),
        thanks=_("It is decided. Those whom it concerns are told."),
        reports=moderation.open_reports(comment),
    )


@signed_in
@require_POST
def let_in(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show a first comment to everybody."""
    comment = comment_at(request, pk)
    count(request, "post")
    moderating.let_in(comment=comment, by=request.user)
    messages.success(request, _("Everybody can read it now."))
    return redirect("conversations:moderation")


@signed_in
def campaigns(request: SignedInRequest) -> HttpResponse:
    """List comments that say nearly the same, the largest group first."""
    if not moderation.moderates_here(request.user, request.municipality):
        raise NotYoursToJudge
    page = page_for(request, moderation.campaigns(request.municipality), order=("-alike", "-pk"))
    facts = {"page": page, "rows": [(comment, card_of(comment)) for comment in page.items]}
    return render(request, "conversations/campaigns.html", facts)


@signed_in
def appeal(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask somebody else to look again."""
    comment = comment_at(request, pk)
    verdict = comment.verdict
    if verdict is None:
        raise Http404
    verdict.comment = comment
    if not may_appeal(request.user, verdict):
        raise NotYoursToAppeal
    return ask(
        request,
        "appeal",
        comment=comment,
        form=AppealForm(request.POST or None),
        act=lambda said: moderating.appeal(verdict=verdict, by=request.user, **said),
        thanks=_("Your appeal is received. Somebody else looks at it, and you hear the answer."),
        verdict=verdict,
        card=card_of(comment, sees_hidden=verdict.hides),
    )


@signed_in
def decide(request: SignedInRequest, pk: int) -> HttpResponse:
    """Decide an appeal."""
    found = get_object_or_404(moderation.appeals_in(request.municipality), pk=pk)
    if not may_decide(request.user, found):
        raise SomebodyElseDecides
    return ask(
        request,
        "decide",
        comment=found.verdict.comment,
        form=DecideForm(request.POST or None),
        act=lambda said: moderating.decide_appeal(appeal=found, by=request.user, **said),
        thanks=_("It is decided. Those whom it concerns are told."),
        appeal=found,
        verdict=found.verdict,
    )


@signed_in
def waiting(request: SignedInRequest) -> HttpResponse:
    """List what is reported and what is appealed, the oldest first."""
    if not moderation.moderates_here(request.user, request.municipality):
        raise NotYoursToJudge
    reported = moderation.reported(request.user, request.municipality)
    page = page_for(request, reported, order=IN_ORDER)
    held = moderation.held(request.user, request.municipality)[:20]
    facts = {
        "page": page,
        "rows": [(comment, card_of(comment)) for comment in page.items],
        "held": [(comment, card_of(comment)) for comment in held],
        "appeals": moderation.open_appeals(request.user, request.municipality)[:20],
    }
    return render(request, "conversations/moderation.html", facts)
