"""The pages by which an initiative takes its steps."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from samskap.initiatives.actions import states
from samskap.initiatives.forms.steps import ReasonForm, ResumeForm, ScrapForm, StepForm
from samskap.initiatives.models.initiative import PATH, State
from samskap.initiatives.views.finding import Asking, ask, carried_at, posted
from samskap.people.decorators import SignedInRequest, signed_in


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
            asking=Asking(title="", submit="", thanks=_("The step is taken.")),
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
def pause(request: SignedInRequest, slug: str) -> HttpResponse:
    """Let an initiative rest."""
    initiative = carried_at(request, slug)
    return ask(
        request,
        initiative=initiative,
        form=ReasonForm(posted(request)),
        asking=Asking(
            title=_("Let “%(initiative)s” rest") % {"initiative": initiative.title},
            lead=_("Nothing is lost. You can take it up again whenever you want."),
            submit=_("Let it rest"),
            thanks=_("It rests now. Take it up again when the time is right."),
        ),
        act=lambda told: states.pause(initiative=initiative, by=request.user, **told),
    )


@signed_in
def resume(request: SignedInRequest, slug: str) -> HttpResponse:
    """Take up an initiative again."""
    initiative = carried_at(request, slug)
    return ask(
        request,
        initiative=initiative,
        form=ResumeForm(posted(request)),
        asking=Asking(
            title=_("Take up “%(initiative)s” again") % {"initiative": initiative.title},
            lead=_("It goes on where it was left."),
            submit=_("Take it up again"),
            thanks=_("It goes on."),
        ),
        act=lambda told: states.resume(initiative=initiative, by=request.user, **told),
    )


@signed_in
def scrap(request: SignedInRequest, slug: str) -> HttpResponse:
    """Stop an initiative and keep what was learnt."""
    initiative = carried_at(request, slug)
    return ask(
        request,
        initiative=initiative,
        form=ScrapForm(posted(request)),
        asking=Asking(
            title=_("Stop “%(initiative)s”") % {"initiative": initiative.title},
            lead=_("To stop is no shame. What you learnt helps the next who try."),
            submit=_("Stop it"),
            thanks=_("It is stopped, and what you learnt is kept."),
        ),
        act=lambda told: states.scrap(initiative=initiative, by=request.user, **told),
    )


@signed_in
def close(request: SignedInRequest, slug: str) -> HttpResponse:
    """End an initiative that has run its course."""
    initiative = carried_at(request, slug)
    return ask(
        request,
        initiative=initiative,
        form=ReasonForm(posted(request)),
        asking=Asking(
            title=_("Close “%(initiative)s”") % {"initiative": initiative.title},
            lead=_("Tell how it went. Its page and everything given to it stay."),
            submit=_("Close it"),
            thanks=_("It is closed. Thank you for all that was done."),
        ),
        act=lambda told: states.close(initiative=initiative, by=request.user, **told),
    )
