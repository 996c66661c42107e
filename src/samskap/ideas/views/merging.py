"""Putting ideas together, taking them apart, objecting, and answering objections."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from samskap.base.limits import keys_in
from samskap.base.rates import count
from samskap.ideas import actions, merged, queries
from samskap.ideas.errors import NotYoursToMerge, NotYoursToObject
from samskap.ideas.forms import (
    AnswerObjectionForm,
    ChooseForm,
    FindForm,
    MergeForm,
    ObjectForm,
    WhyForm,
)
from samskap.ideas.models import Idea, Merge, Objection
from samskap.ideas.permissions import may_merge, may_object
from samskap.people.decorators import SignedInRequest, signed_in

MOST_AT_ONCE = 20


@signed_in
def merge(request: SignedInRequest, pk: int) -> HttpResponse:
    """Choose what belongs to an idea; then let all of it go on as one."""
    idea = get_object_or_404(queries.idea_of(request.municipality), pk=pk)
    if not may_merge(request.user, idea.initiative):
        raise NotYoursToMerge
    if idea.merged_into_id:
        return redirect("ideas:merge", idea.merged_into_id)
    keys = keys_in(request.GET.getlist("with"))[:MOST_AT_ONCE]
    others = merged.chosen(idea.initiative, set(keys) - {idea.pk})
    if others:
        return put_together(request, idea, others)
    find = FindForm(request.GET or None)
    words = find.cleaned_data["q"] if find.is_bound and find.is_valid() else ""
    found = list(merged.named_like(idea, words)) if words else []
    alike = [like.idea for like in merged.alike(idea) if like.idea not in found]
    groups = [
        (_("Found with “%(words)s”") % {"words": words}, found),
        (_("Perhaps these, by their words"), alike),
    ]
    facts = {
        "idea": idea,
        "find": find,
        "is_missing": bool(words) and not found,
        "form": ChooseForm(groups=[group for group in groups if group[1]]),
        "offers": bool(found or alike),
    }
    return render(request, "ideas/merge_choose.html", facts)


def put_together(request: SignedInRequest, idea: Idea, others: list[Idea]) -> HttpResponse:
    """Ask which of the chosen goes on, in which words and why; or do it."""
    found = [idea, *others]
    form = MergeForm(request.POST or None, found=found)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        said = form.cleaned_data
        joined = actions.merge(
            ideas=list(said["ideas"]),
            into=queries.idea_of(request.municipality).get(pk=said["into"].pk),
            by=request.user,
            reason=said["reason"],
            title=said["title"],
            text=said["text"],
            language=said["language"],
        )
        messages.success(request, _("They go on as one. All their authors are told."))
        return redirect(joined.into)
    again = urlencode({"with": [other.pk for other in others]}, doseq=True)
    facts = {
        "idea": idea,
        "form": form,
        "found": found,
        "adds_up_lists": queries.with_counted_lists(found) > 1,
        "here": f"{reverse('ideas:merge', args=[idea.pk])}?{again}",
    }
    return render(request, "ideas/merge.html", facts)


def merge_at(request: SignedInRequest, pk: int) -> Merge:
    """The merge that an address names; 404 where there is none here."""
    found = Merge.objects.of(request.municipality).select_related(
        "initiative__account", "initiative__municipality", "into", "by"
    )
    joined: Merge = get_object_or_404(found, pk=pk)
    return joined


@signed_in
def undo_merge(request: SignedInRequest, pk: int) -> HttpResponse:
    """Let ideas stand by themselves again."""
    joined = merge_at(request, pk)
    if not may_merge(request.user, joined.initiative):
        raise NotYoursToMerge
    form = WhyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        actions.undo_merge(merge=joined, by=request.user, reason=form.cleaned_data["reason"])
        messages.success(request, _("They stand by themselves again. All their authors are told."))
        return redirect(joined.into)
    facts = {
        "joined": joined,
        "form": form,
        "heading": _("Take them apart again"),
        "lead": _("Each stands by itself again, with its words, its supports and its promise."),
        "submit": _("Take them apart"),
    }
    return render(request, "ideas/merge_ask.html", facts)


@signed_in
def object_to(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say that one’s own idea should stand by itself."""
    joined = merge_at(request, pk)
    if not may_object(request.user, joined):
        raise NotYoursToObject
    form = ObjectForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        actions.object_to(merge=joined, by=request.user, text=form.cleaned_data["text"])
        messages.success(request, _("Those who lead the initiative read it, and answer."))
        return redirect(joined.into)
    facts = {
        "joined": joined,
        "form": form,
        "heading": _("Object to this"),
        "lead": _("Your words are still yours, and can stand by themselves again."),
        "submit": _("Send the objection"),
    }
    return render(request, "ideas/merge_ask.html", facts)


@signed_in
def answer_objection(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say why ideas stay together although an author objected."""
    found = Objection.objects.of(request.municipality).select_related(
        "by", "merge__initiative__municipality", "merge__into"
    )
    objection: Objection = get_object_or_404(found, pk=pk)
    joined = objection.merge
    if not may_merge(request.user, joined.initiative):
        raise NotYoursToMerge
    form = AnswerObjectionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        answer = form.cleaned_data["answer"]
        actions.answer_objection(objection=objection, by=request.user, answer=answer)
        messages.success(request, _("Answered. Whoever objected hears it now."))
        return redirect(joined.into)
    facts = {
        "joined": joined,
        "objection": objection,
        "form": form,
        "heading": _("Answer an objection"),
        "lead": _("Do you agree with it? Then take them apart instead."),
        "submit": _("Send the answer"),
    }
    return render(request, "ideas/merge_ask.html", facts)
