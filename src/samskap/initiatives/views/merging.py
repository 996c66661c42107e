"""Joining initiatives, and taking them apart again."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from samskap.initiatives.actions import merging
from samskap.initiatives.forms.steps import MergeForm, ReasonForm
from samskap.initiatives.views.finding import Asking, ask, carried_at, posted
from samskap.people.decorators import SignedInRequest, signed_in


@signed_in
def merge(request: SignedInRequest, slug: str) -> HttpResponse:
    """Let an initiative become a part of another."""
    initiative = carried_at(request, slug)
    return ask(
        request,
        initiative=initiative,
        form=MergeForm(posted(request), initiative=initiative),
        asking=Asking(
            title=_("Join “%(initiative)s” with another") % {"initiative": initiative.title},
            lead=_("Both keep what was given to them. You can undo it later."),
            submit=_("Join them"),
            thanks=_("They are joined. This page points to the other one now."),
        ),
        act=lambda told: merging.merge(initiative=initiative, by=request.user, **told),
    )


@signed_in
def undo_merge(request: SignedInRequest, slug: str) -> HttpResponse:
    """Let an initiative stand on its own again."""
    initiative = carried_at(request, slug)
    return ask(
        request,
        initiative=initiative,
        form=ReasonForm(posted(request)),
        asking=Asking(
            title=_("Let “%(initiative)s” stand on its own") % {"initiative": initiative.title},
            lead=_("It goes on where it was before it was joined with another."),
            submit=_("Let it stand on its own"),
            thanks=_("It stands on its own again."),
        ),
        act=lambda told: merging.undo_merge(initiative=initiative, by=request.user, **told),
    )
