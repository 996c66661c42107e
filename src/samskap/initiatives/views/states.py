"""The pages by which an initiative takes its steps, is joined with another, and parts again."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samskap.design.asking import Asking, posted
from samskap.initiatives.actions import merging, states
from samskap.initiatives.forms.steps import (
    FindForm,
    MergeForm,
    ReasonForm,
    ResumeForm,
    ScrapForm,
    StepForm,
)
from samskap.initiatives.models.initiative import PATH, State
from samskap.initiatives.permissions.initiative import may_be_changed_by
from samskap.initiatives.queries.initiatives import could_be_joined
from samskap.initiatives.views.finding import ask, asks, carried_at
from samskap.people.decorators import SignedInRequest, signed_in

MOST_OFFERED = 12  # initiatives to choose from; the others are found by their title


@signed_in
def take_step(request: SignedInRequest, slug: str) -> HttpResponse:
    """Show where an initiative stands and which ways lead on; take the one that is chosen."""
    initiative = carried_at(request, slug)
    form = StepForm(posted(request), initiative=initiative)
    if request.method == "POST" and form.is_valid():
        return ask(
            request,
            initiative=initiative,
            form=form,
            asking=Asking(title="", submit="", thanks=gettext("The step is taken.")),
            act=lambda told: states.take_step(initiative=initiative, by=request.user, **told),
        )
    here = PATH.index(initiative.state) if initiative.state in PATH else -1
    page = {
        "initiative": initiative,
        "form": form,
        "path": [
            {"title": State(state).label, "is_now": place == here, "is_done": place < here}
            for place, state in enumerate(PATH)
        ],
        "by_decision": states.BY_DECISION.get(initiative.state, ""),
        "may_close": initiative.state in (State.IMPLEMENTING, State.DRIVING),
        "may_resume": initiative.state in (State.PAUSED, State.SCRAPPED, State.CLOSED),
        "may_scrap": initiative.is_open or initiative.state == State.PAUSED,
    }
    return render(request, "initiatives/steps.html", page)


@signed_in
def merge(request: SignedInRequest, slug: str) -> HttpResponse:
    """Offer what an initiative could be joined with, found by its title; join them."""
    initiative = carried_at(request, slug)
    find = FindForm(request.GET or None)
    words = find.cleaned_data["q"] if find.is_bound and find.is_valid() else ""
    theirs = may_be_changed_by(request.user, request.municipality)
    could = could_be_joined(initiative, theirs)
    offered = could_be_joined(initiative, theirs, words)[:MOST_OFFERED]
    form = MergeForm(posted(request), could=could, offered=offered)
    if request.method == "POST" and form.is_valid():
        return ask(
            request,
            initiative=initiative,
            form=form,
            asking=Asking(
                title="",
                submit="",
                thanks=gettext("They are joined. This page points to the other one now."),
            ),
            act=lambda told: merging.merge(initiative=initiative, by=request.user, **told),
        )
    page = {
        "initiative": initiative,
        "find": find,
        "form": form,
        "words": words,
        "offers": bool(offered),
        "here": request.get_full_path(),
    }
    return render(request, "initiatives/merge.html", page)


pause = asks(
    form=lambda told, initiative: ReasonForm(told),
    act=states.pause,
    title=_("Let “%(initiative)s” rest"),
    lead=_("Nothing is lost. You can take it up again whenever you want."),
    submit=_("Let it rest"),
    thanks=_("It rests now. Take it up again when the time is right."),
)
resume = asks(
    form=lambda told, initiative: ResumeForm(told),
    act=states.resume,
    title=_("Take up “%(initiative)s” again"),
    lead=_("It goes on where it was left."),
    submit=_("Take it up again"),
    thanks=_("It goes on."),
)
scrap = asks(
    form=lambda told, initiative: ScrapForm(told),
    act=states.scrap,
    title=_("Stop “%(initiative)s”"),
    lead=_("To stop is no shame. What you learnt helps the next who try."),
    submit=_("Stop it"),
    thanks=_("It is stopped, and what you learnt is kept."),
)
close = asks(
    form=lambda told, initiative: ReasonForm(told),
    act=states.close,
    title=_("Close “%(initiative)s”"),
    lead=_("Tell how it went. Its page and everything given to it stay."),
    submit=_("Close it"),
    thanks=_("It is closed. Thank you for all that was done."),
)
undo_merge = asks(
    form=lambda told, initiative: ReasonForm(told),
    act=merging.undo_merge,
    title=_("Let “%(initiative)s” stand on its own"),
    lead=_("It goes on where it was before it was joined with another."),
    submit=_("Let it stand on its own"),
    thanks=_("It stands on its own again."),
)
