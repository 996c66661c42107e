"""Support on paper: written down, told apart, taken off."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from samskap.base.keyset import page_for
from samskap.base.rates import count
from samskap.base.seen import seen
from samskap.ideas import actions, queries
from samskap.ideas.errors import NotYoursToEnter
from samskap.ideas.forms import OnPaperForm
from samskap.ideas.models import Idea, PaperSupport
from samskap.ideas.permissions import may_enter_for_others, may_see_names
from samskap.ideas.views.giving import moment_on
from samskap.people.decorators import SignedInRequest, signed_in


@signed_in
def on_paper(request: SignedInRequest, pk: int) -> HttpResponse:
    """Write down who supports an idea on paper, and see what was written down before."""
    idea = get_object_or_404(queries.idea_of(request.municipality), pk=pk)
    if idea.merged_into_id:  # it goes on there, and so does its support on paper
        idea = queries.idea_of(request.municipality).get(pk=idea.merged_into_id)
    if not may_enter_for_others(request.user, idea.initiative):
        raise NotYoursToEnter
    form = OnPaperForm(request.POST or None, idea=idea)
    if request.method == "POST" and form.is_valid():
        count(request, "post")
        messages.success(request, write_down(idea, request, form.cleaned_data))
        return redirect("ideas:on_paper", idea.pk)
    sees_names = may_see_names(request.user, idea.initiative)
    page = page_for(request, queries.on_paper(idea), order=("-at", "-pk"), size=50)
    if sees_names and page.items:
        seen(request, "ideas.contacts")
    facts = {
        "idea": idea,
        "form": form,
        "page": page,
        "sees_names": sees_names,
        "people": queries.people_on_paper(idea),
        "perhaps_the_same": queries.perhaps_the_same(page.items) if sees_names else set(),
    }
    return render(request, "ideas/on_paper.html", facts)


def write_down(idea: Idea, request: SignedInRequest, said: dict[str, Any]) -> str:
    """Write down names or a number, and say what came of it."""
    plain = {
        "idea": idea,
        "by": request.user,
        "channel": said["channel"],
        "reference": said["reference"],
        "at": moment_on(said["given_on"]),
    }
    if said["people"]:
        written = actions.write_down_count(people=said["people"], **plain)
        new, known = written.people, 0
    else:
        named = actions.write_down_names(names=said["names"], **plain)
        new, known = named.new, named.known
    words = ngettext(
        "%(count)s support is written down.", "%(count)s supports are written down.", new
    ) % {"count": new}
    if not known:
        return words
    again = ngettext(
        "%(count)s stood there already and counts once.",
        "%(count)s stood there already and count once.",
        known,
    ) % {"count": known}
    return f"{words} {again}"


def support_at(request: SignedInRequest, pk: int) -> PaperSupport:
    """The support that an address names; 404 where there is none here."""
    found = PaperSupport.objects.of(request.municipality).select_related(
        "idea__initiative__account", "idea__initiative__municipality"
    )
    support: PaperSupport = get_object_or_404(found, pk=pk)
    return support


@signed_in
@require_POST
def take_off(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take a name, or a counted list, off again."""
    support = support_at(request, pk)
    actions.take_off(support=support, by=request.user)
    messages.success(request, _("It is taken off, and the name is forgotten."))
    return redirect("ideas:on_paper", support.idea_id)


@signed_in
@require_POST
def count_once(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say that it is the same person as on the web."""
    support = support_at(request, pk)
    actions.count_once(support=support, by=request.user)
    messages.success(request, _("The person counts once now, with the support on the web."))
    return redirect("ideas:on_paper", support.idea_id)


@signed_in
@require_POST
def tell_apart(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say that they are two people."""
    support = support_at(request, pk)
    actions.tell_apart(support=support, by=request.user)
    messages.success(request, _("Both count. You are not asked again."))
    return redirect("ideas:on_paper", support.idea_id)
