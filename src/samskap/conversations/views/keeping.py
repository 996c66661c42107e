"""What facilitators do with a thread: sort, quieten, close, sum up, pin."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samskap.base.rates import count
from samskap.conversations.actions import threads
from samskap.conversations.errors import NotYoursToKeep
from samskap.conversations.forms import KeepForm, RulesForm
from samskap.conversations.newcomers import rules_of
from samskap.conversations.permissions import may_keep, may_set_rules
from samskap.conversations.queries.threads import thread_of
from samskap.conversations.views.comments import comment_at
from samskap.conversations.views.threads import subject_of
from samskap.people.decorators import SignedInRequest, signed_in


@signed_in
def keep(request: SignedInRequest, kind: str, key: int) -> HttpResponse:
    """Sort a thread, make it quiet, close it, sum it up."""
    subject = subject_of(request, kind, key)
    if not may_keep(request.user, subject.initiative):
        raise NotYoursToKeep
    form = KeepForm(request.POST or None, instance=thread_of(subject))
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        threads.keep(subject=subject, by=request.user, **form.cleaned_data)
        messages.success(request, _("Saved. Everybody who reads sees it so now."))
        return redirect(f"{subject.path}#talk")
    return render(request, "conversations/keep.html", {"subject": subject, "form": form})


@signed_in
def rules(request: SignedInRequest) -> HttpResponse:
    """Choose how the first comments of a new account are met."""
    if not may_set_rules(request.user, request.municipality):
        raise NotYoursToKeep
    form = RulesForm(request.POST or None, instance=rules_of(request.municipality))
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        threads.set_rules(municipality=request.municipality, by=request.user, **form.cleaned_data)
        messages.success(request, _("Saved. It holds for what is said from now on."))
        return redirect("conversations:settings")
    return render(request, "conversations/rules.html", {"form": form})


@signed_in
@require_POST
def pin(request: SignedInRequest, pk: int) -> HttpResponse:
    """Let a comment stand above the others."""
    return pinned(request, pk, is_pinned=True)


@signed_in
@require_POST
def unpin(request: SignedInRequest, pk: int) -> HttpResponse:
    """Let a comment stand among the others again."""
    return pinned(request, pk, is_pinned=False)


def pinned(request: SignedInRequest, pk: int, *, is_pinned: bool) -> HttpResponse:
    """Pin a comment or let it go, and lead back to the thread."""
    comment = comment_at(request, pk)
    count(request, "post")
    threads.pin(comment=comment, by=request.user, is_pinned=is_pinned)
    said = _("It stands above the others now.") if is_pinned else _("It is pinned no longer.")
    messages.success(request, said)
    return redirect(f"{comment.thread.path}#talk")
